import { meetingStepNames, type MeetingSession, sessionCircleNames, standingOf } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { priorTold } from './at-meeting.ts'
import { opinionsInWords, stepInWords } from './before-meeting.ts'
import { dayOrRoom, numbered, paragraph, ROOM, sections } from './blocks.ts'
import { type DraftFacts, stepOf } from './draft-facts.ts'
import { presentAt } from './held-papers.ts'

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
      blocks: [...facts.sessions.slice(0, 1).flatMap(priorTold), ROOM],
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
    paragraph(`谈心谈话：${stepInWords(facts, 'talks')}`),
    paragraph(`材料：${stepInWords(facts, 'review')}`),
    ROOM,
  ]
}

/** When a session was held and who came; how many is left blank for whom it is not told. */
const heldInWords =
  ({ meeting, sessions }: DraftFacts) =>
  (session: MeetingSession): OfficialBlock => {
    const { circle, onDay, quorum, whole, isBegun } = session
    const name = sessionCircleNames[circle]
    const heldOn = session === sessions.at(-1) ? meeting.heldOn : null
    if (!isBegun) return paragraph(`${name}：${dayOrRoom(heldOn)}召开，没有在这里记会议。`)
    const present = whole === null ? '　　' : presentAt(whole)
    const remarks = whole === null ? '　　' : whole.remarks.filter(({ kind }) => kind === 'criticism').length
    return paragraph(
      `${name}：${dayOrRoom(onDay)}召开，应到${quorum.expected}人，实到${present}人，相互提出批评意见${remarks}条。`,
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
