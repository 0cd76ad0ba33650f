import { agendaOf, meetingStepNames, type MeetingStep, sessionCircleNames } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { dayOrRoom, labelled, numbered, paragraph, ROOM, sections } from './blocks.ts'
import { type DraftFacts, stepOf } from './draft-facts.ts'

const BEFORE: readonly MeetingStep[] = ['study', 'opinions', 'talks', 'materials', 'review']
const AFTER: readonly MeetingStep[] = ['lists', 'report', 'publication']

/** 方案: theme, time, who takes part, each step with its last day, the agenda; how each is done is left to be written. */
export function planBlocks(facts: DraftFacts): OfficialBlock[] {
  const { meeting } = facts
  return sections([
    { heading: '会议主题', blocks: [paragraph(meeting.theme)] },
    { heading: '时间、地点和参加人员', blocks: whenAndWho(facts) },
    { heading: '对照检查的重点', blocks: asked(facts) },
    { heading: '会前准备', blocks: stepsUntil(facts, BEFORE) },
    { heading: '会议议程', blocks: agendaBlocks(facts) },
    { heading: '会后工作', blocks: stepsUntil(facts, AFTER) },
    { heading: '组织领导', blocks: [ROOM] },
  ])
}

/** 通知: theme, time, place, who, agenda. */
export function noticeBlocks(facts: DraftFacts): OfficialBlock[] {
  return sections([
    { heading: '会议主题', blocks: [paragraph(facts.meeting.theme)] },
    { heading: '时间、地点和参加人员', blocks: whenAndWho(facts) },
    { heading: '会议议程', blocks: agendaBlocks(facts) },
    { heading: '有关要求', blocks: [ROOM] },
  ])
}

function whenAndWho({ meeting, members }: DraftFacts): OfficialBlock[] {
  const names = members.map(({ name }) => name)
  return [
    labelled('时间', dayOrRoom(meeting.heldOn ?? meeting.plannedOn)),
    labelled('地点', meeting.place),
    labelled('参加人员', names.length === 0 ? '' : `${names.join('、')}，共${names.length}人`),
    labelled('列席', meeting.observer === null ? '' : `${meeting.observer.name}派员`),
  ]
}

function asked({ meeting: { asks } }: DraftFacts): OfficialBlock[] {
  if (asks === null) return []
  return numbered([
    ...asks.aspects.map(({ title, points }) => [title, ...points].join('：')),
    ...asks.mirrors,
    ...asks.reportItems.map((item) => `会上通报：${item}`),
  ])
}

/** Each step with its last day and room below it; those this kind of meeting does not ask for are left out. */
function stepsUntil(facts: DraftFacts, steps: readonly MeetingStep[]): OfficialBlock[] {
  return steps.flatMap((name): OfficialBlock[] => {
    const step = stepOf(facts, name)
    if (step === undefined || step.state === 'not_applicable') return []
    const until = step.due === null ? '' : `（${dateInChinese(step.due)}前）`
    return [{ kind: 'heading', level: 2, words: `${meetingStepNames[name]}${until}` }, ROOM]
  })
}

/** The agenda of each session; where there are two, each under what holds it. */
function agendaBlocks({ sessions }: DraftFacts): OfficialBlock[] {
  return sessions.flatMap(({ circle }): OfficialBlock[] => [
    ...(sessions.length === 1
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, words: sessionCircleNames[circle] }]),
    ...numbered(agendaOf[circle].map(({ name }) => name)),
  ])
}

/** 征求意见情况汇总: who was asked in which way, how many came. */
export function opinionBlocks({ meeting: { opinionGroups } }: DraftFacts): OfficialBlock[] {
  const total = (of: 'asked' | 'received'): number => opinionGroups.reduce((sum, group) => sum + group[of], 0)
  if (opinionGroups.length === 0) return [paragraph('还没有填征求意见的数。')]
  return [
    paragraph(`通过${opinionGroups.length}种方式，向${total('asked')}人征求意见，收到意见建议${total('received')}条。`),
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 12 },
        { header: '对象和方式', share: 48 },
        { header: '征求人数', share: 20 },
        { header: '收到条数', share: 20 },
      ],
      rows: [
        ...opinionGroups.map(({ name, asked, received }, at) => [`${at + 1}`, name, `${asked}`, `${received}`]),
        ['', '合计', `${total('asked')}`, `${total('received')}`],
      ],
    },
    ...sections([{ heading: '意见建议', blocks: [ROOM] }]),
  ]
}

/** In how many ways who was asked, and how many opinions came; empty where nothing is filled in. */
export function opinionsInWords({ meeting: { opinionGroups } }: DraftFacts): string {
  const received = opinionGroups.reduce((sum, group) => sum + group.received, 0)
  return opinionGroups.length === 0 ? '' : `通过${opinionGroups.length}种方式，收到意见建议${received}条。`
}

/** 谈心谈话情况: how many are owed by the posts and how many are missing; nobody is named. */
export function talkBlocks(facts: DraftFacts): OfficialBlock[] {
  return [paragraph(stepInWords(facts, 'talks')), ...sections([{ heading: '谈话中提出的意见建议', blocks: [ROOM] }])]
}

/** How far a step has come, as the page of the meeting says it. */
export function stepInWords(facts: DraftFacts, step: MeetingStep): string {
  const words = stepOf(facts, step)?.words
  return words === undefined ? '' : `${words}。`
}
