import {
  agendaOf,
  type AgendaItemId,
  meetingStepNames,
  type MeetingSession,
  problemStateNames,
  sessionCircleNames,
  standingOf,
} from '@duizhao/contract'
import { talkStateNames, talkStates } from '@duizhao/engine/duties'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { dayOrRoom, numbered, paragraph, ROOM, sections } from './blocks.ts'
import { type DraftFacts, stepOf } from './draft-facts.ts'

/** 谈心谈话情况: how many are owed by the posts, and what became of them; nobody is named. */
export function talkBlocks({ talks }: DraftFacts): OfficialBlock[] {
  return [paragraph(talksInWords(talks)), ...sections([{ heading: '谈话中提出的意见建议', blocks: [ROOM] }])]
}

function talksInWords(talks: DraftFacts['talks']): string {
  const all = talkStates.reduce((sum, state) => sum + talks[state], 0)
  if (all === 0) return '没有登记任职，推不出该谈的。'
  const parts = talkStates.flatMap((state) => (talks[state] === 0 ? [] : [`${talkStateNames[state]}${talks[state]}对`]))
  return `按任职该谈${all}对：${parts.join('，')}。`
}

/** 主持词: the agenda in its order, with the numbers that are told at each item. */
export function scriptBlocks(facts: DraftFacts): OfficialBlock[] {
  return facts.sessions.flatMap((session): OfficialBlock[] => [
    ...(facts.sessions.length === 1
      ? []
      : [{ kind: 'heading' as const, level: 1 as const, words: sessionCircleNames[session.circle] }]),
    paragraph(`应到${session.quorum.expected}人，实到　　人。`),
    ...sections(
      agendaOf[session.circle].map(({ id, name }) => ({
        heading: name,
        blocks: [...(told[id]?.(facts, session) ?? []), ROOM],
      })),
    ),
  ])
}

/** 上次会议整改措施落实情况: how many problems earlier meetings left and are done, and each with how it stands. */
export function priorBlocks({ sessions: [session] }: DraftFacts): OfficialBlock[] {
  const prior = session?.whole?.prior
  if (session === undefined || prior === undefined || prior.total === 0)
    return [paragraph('台账上没有以前会议的问题。'), ROOM]
  return [
    paragraph(priorInWords(session)),
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 12 },
        { header: '存在问题', share: 48 },
        { header: '走到哪一步', share: 20 },
        { header: '时限', share: 20 },
      ],
      rows: prior.problems.map(({ number, text, state, dueOn }) => [
        `${number}`,
        text,
        problemStateNames[state],
        dueOn === null ? '' : dateInChinese(dueOn),
      ]),
    },
    ROOM,
  ]
}

/** What is known of an item of the agenda before it is come to. */
const told: Partial<Record<AgendaItemId, (facts: DraftFacts, session: MeetingSession) => OfficialBlock[]>> = {
  prior: (_, session) => [paragraph(priorInWords(session))],
  opinions: (facts) => [paragraph(opinionsInWords(facts))],
}

function priorInWords({ whole }: MeetingSession): string {
  const prior = whole?.prior
  if (prior === undefined || prior.total === 0) return '台账上没有以前会议的问题。'
  return `以前会议查摆、列入台账的问题${prior.total}个，已完成${prior.done}个，没有完成${prior.total - prior.done}个。`
}

function opinionsInWords({ meeting: { opinionGroups } }: DraftFacts): string {
  const received = opinionGroups.reduce((sum, group) => sum + group.received, 0)
  return opinionGroups.length === 0 ? '' : `通过${opinionGroups.length}种方式，收到意见建议${received}条。`
}

/**
 * 情况报告: what was prepared, how it was held, what was found, with numbers from the records, and the reasons for what was
 * not done as asked. What was dismissed as a finding is not among them.
 */
export function reportBlocks(facts: DraftFacts): OfficialBlock[] {
  return sections([
    { heading: '会前准备情况', blocks: preparation(facts) },
    { heading: '会议召开情况', blocks: [...facts.sessions.map(heldInWords(facts)), ROOM] },
    { heading: '查摆问题和整改措施', blocks: [paragraph(problemsInWords(facts)), ...byAspect(facts), ROOM] },
    {
      heading: '上次会议整改落实情况',
      blocks: [...facts.sessions.slice(0, 1).map((one) => paragraph(priorInWords(one))), ROOM],
    },
    { heading: '没有照办的要求和理由', blocks: numbered(reasonsOf(facts)) },
    { heading: '下一步打算', blocks: [ROOM] },
  ])
}

/** 情况通报: when, how many problems of which aspects; nobody is named. */
export function publicationBlocks(facts: DraftFacts): OfficialBlock[] {
  return sections([
    { heading: '会议召开情况', blocks: [...facts.sessions.map(heldInWords(facts)), ROOM] },
    { heading: '查摆问题情况', blocks: [paragraph(problemsInWords(facts)), ...byAspect(facts), ROOM] },
    { heading: '整改安排', blocks: [ROOM] },
  ])
}

function preparation(facts: DraftFacts): OfficialBlock[] {
  const study = stepOf(facts, 'study')?.sources ?? []
  const days = study.flatMap(({ day }) => (day === null ? [] : [dateInChinese(day)]))
  return [
    paragraph(`学习：${days.length === 0 ? '没有记录。' : `组织学习${days.length}次，分别在${days.join('、')}。`}`),
    paragraph(`征求意见：${opinionsInWords(facts)}`),
    paragraph(`谈心谈话：${talksInWords(facts.talks)}`),
    paragraph(`材料：${stepOf(facts, 'review')?.words ?? ''}。`),
    ROOM,
  ]
}

const heldInWords =
  ({ meeting }: DraftFacts) =>
  ({ circle, onDay, quorum, whole, isBegun }: MeetingSession): OfficialBlock => {
    const name = sessionCircleNames[circle]
    if (!isBegun) return paragraph(`${name}：${dayOrRoom(meeting.heldOn)}召开，没有在这里记会议。`)
    const remarks = whole?.remarks.filter(({ kind }) => kind === 'criticism').length ?? 0
    return paragraph(
      `${name}：${dayOrRoom(onDay ?? meeting.heldOn)}召开，应到${quorum.expected}人，实到${quorum.present}人，相互提出批评意见${remarks}条。`,
    )
  }

function problemsInWords({ problems }: DraftFacts): string {
  if (problems.length === 0) return '查摆的问题还没有进台账。'
  const measures = problems.reduce((sum, problem) => sum + problem.measures.length, 0)
  const of = (wanted: string): number => problems.filter((problem) => standingOf(problem) === wanted).length
  return `查摆问题${problems.length}个，制定整改措施${measures}条；已完成${of('done')}个，长期坚持${of('sustained')}个，正在推进${of('going')}个。`
}

function byAspect({ problems }: DraftFacts): OfficialBlock[] {
  const aspects = [...Map.groupBy(problems, ({ aspect }) => (aspect === '' ? '没有写方面' : aspect))]
  return aspects.length < 2 ? [] : numbered(aspects.map(([aspect, own]) => `${aspect}：${own.length}个`))
}

/** What was set aside, each with its written reason. */
function reasonsOf({ meeting: { steps } }: DraftFacts): string[] {
  return steps.flatMap(({ step, waiver, lines }) => [
    ...(waiver === null ? [] : [`${meetingStepNames[step]}：${waiver.reason}（${waiver.by}）`]),
    ...lines.flatMap(({ name, waiver: own }) => (own === null ? [] : [`${name}：${own.reason}（${own.by}）`])),
  ])
}
