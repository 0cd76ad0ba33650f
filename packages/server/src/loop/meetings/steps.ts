import { type MeetingStep, meetingSteps, ruleOfStep, type StepState } from '@duizhao/contract'
import type { ComplianceTemplate } from '@duizhao/engine/compliance'
import type { MeetingPaper } from './facts-queries.ts'
import { isStudyBefore, type MeetingFacts } from './meeting-facts.ts'
import type { MeetingRow } from './meeting-queries.ts'
import { stepDays } from './step-days.ts'

/** How far a step has come, whatever day it is. */
interface Progress {
  readonly isDone: boolean
  readonly words: string
  /** Who is missing. */
  readonly missing?: readonly string[]
  readonly isApplicable?: boolean
}

export interface Step extends Progress {
  readonly step: MeetingStep
  readonly state: StepState
  readonly due: string | null
}

type Measure = (facts: MeetingFacts, meeting: MeetingRow, template: ComplianceTemplate) => Progress

const isApproved = ({ state }: MeetingPaper): boolean => state === 'approved' || state === 'issued'
const isCollective = ({ kind }: MeetingPaper): boolean => kind === 'team' || kind === 'branch'
const NOT_ASKED: Progress = { isDone: true, isApplicable: false, words: '这种会不要求' }

/** What each step follows from. */
const measures: Readonly<Record<MeetingStep, Measure>> = {
  plan({ papers }, _, { leads, papers: archive }) {
    if (!archive.includes('plan') || !leads.some(({ paper }) => paper === 'plan')) return NOT_ASKED
    const plans = papers.filter(({ kind }) => kind === 'plan')
    if (plans.some(isApproved)) return { isDone: true, words: '方案已审定' }
    if (plans.some(({ state }) => state === 'submitted')) return { isDone: false, words: '方案已送审，等审定' }
    if (plans.length > 0) return { isDone: false, words: '方案退回修改' }
    return { isDone: false, words: '还没有送审的方案' }
  },
  study({ records }, _, { leastStudies }) {
    const count = records.filter(isStudyBefore).length
    return { isDone: count >= leastStudies, words: count === 0 ? '还没有会前学习的记录' : `学习 ${count} 次` }
  },
  opinions({ groups }, _, { leastChannels }) {
    const asked = groups.filter((group) => group.asked > 0)
    const received = asked.reduce((sum, group) => sum + group.received, 0)
    if (asked.length === 0) return { isDone: false, words: '还没有填征求意见的数' }
    const words = `${asked.length} 种方式，收到 ${received} 条`
    const isDone = asked.length >= leastChannels
    return { isDone, words: isDone ? words : `${words}；至少要 ${leastChannels} 种方式` }
  },
  talks({ talks }) {
    const { required, missing, held, who } = talks
    if (required === 0)
      return { isDone: held > 0, words: held > 0 ? `谈了 ${held} 次` : '没有登记任职，推不出该谈的；也没有谈话记录' }
    if (missing === 0) return { isDone: true, words: `该谈的 ${required} 对都谈了` }
    return { isDone: false, words: `该谈 ${required} 对，还缺 ${missing} 对`, missing: who }
  },
  materials({ papers, members }) {
    const owners = new Set(papers.filter(({ kind }) => kind === 'personal').map(({ authorId }) => authorId))
    const missing = members.map(({ personId }) => personId).filter((personId) => !owners.has(personId))
    const hasCollective = papers.some(isCollective)
    const parts = [
      ...(hasCollective ? [] : ['班子（支部）的材料没有交']),
      ...(missing.length === 0 ? [] : [`${missing.length} 人的材料没有交`]),
    ]
    return { isDone: parts.length === 0, words: parts.length === 0 ? '材料都交了' : parts.join('，'), missing }
  },
  review({ papers }) {
    const materials = papers.filter((paper) => paper.kind === 'personal' || isCollective(paper))
    const open = materials.filter((paper) => !isApproved(paper))
    if (materials.length === 0) return { isDone: false, words: '还没有提交的材料' }
    if (open.length === 0) return { isDone: true, words: `${materials.length} 份材料都审定了` }
    const missing = open.filter(({ kind }) => kind === 'personal').map(({ authorId }) => authorId)
    return { isDone: false, words: `${materials.length} 份材料，${open.length} 份没有审定`, missing }
  },
  session({ heldOn }) {
    if (heldOn === null) return { isDone: false, words: '还没有开' }
    return { isDone: true, words: '已开，有会议的记录' }
  },
  lists({ problems: { all } }) {
    return { isDone: all > 0, words: all === 0 ? '查摆的问题还没有进台账' : `${all} 个问题进了台账` }
  },
  report(_, { reportedOn }, { reportDays }) {
    if (reportDays === null) return NOT_ASKED
    return { isDone: reportedOn !== null, words: reportedOn === null ? '情况还没有上报' : '已上报' }
  },
  publication({ papers, heldOn }, _, { reportDays }) {
    if (reportDays === null) return NOT_ASKED
    const isTold = papers.some(
      ({ kind, issuedOn }) => kind === 'notice' && issuedOn !== null && heldOn !== null && issuedOn >= heldOn,
    )
    return { isDone: isTold, words: isTold ? '已通报' : '还没有会后印发的通报' }
  },
  rectification({ problems: { all, closed } }) {
    return { isDone: all > 0 && closed === all, words: all === 0 ? '还没有问题' : `${all} 个问题，销号 ${closed} 个` }
  },
  next({ hasAfter }) {
    return { isDone: hasAfter, words: hasAfter ? '下一年度的会已在准备' : '下次会上先通报这次的整改' }
  },
}

/** Each step of a meeting with its state, its last day and what is missing: all of it derived, none of it kept. */
export function stepsOf(facts: MeetingFacts, meeting: MeetingRow, template: ComplianceTemplate): Step[] {
  const days = stepDays({ ...meeting, heldOn: facts.heldOn }, facts.exceptions)
  const aside = new Set(facts.waivers.map(({ rule }) => rule))
  return meetingSteps.map((step) => {
    const progress = measures[step](facts, meeting, template)
    const due = progress.isApplicable === false ? null : days[step]
    const isAside = !progress.isDone && aside.has(ruleOfStep(step))
    return { step, ...progress, due, state: isAside ? 'set_aside' : stateOf(progress, due, facts.today) }
  })
}

function stateOf({ isDone, isApplicable = true }: Progress, due: string | null, today: string): StepState {
  if (!isApplicable) return 'not_applicable'
  if (isDone) return 'met'
  return due !== null && due < today ? 'missing' : 'pending'
}

/** True for a step that nobody has to do any more. */
export function isBehind({ state }: Step): boolean {
  return state === 'met' || state === 'not_applicable' || state === 'set_aside'
}
