import {
  type AssignmentChange,
  isChangeable,
  type Problem,
  type ProblemClass,
  problemClassNames,
  problemStateNames,
} from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { hasStandingDeadline } from './standing-deadline.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What is said of many problems at once; what is not said stays as it is with each. */
export interface Said {
  readonly lead?: Named | undefined
  readonly handler?: Named | undefined
  readonly class?: ProblemClass | undefined
  readonly dueOn?: string | undefined
}

/** What becomes of one of them. */
export interface Planned {
  readonly problem: Problem
  /** What is sent; null where nothing changes or something stands in the way. */
  readonly change: AssignmentChange | null
  /** What will change, each in words. */
  readonly words: readonly string[]
  /** Why it is left out, or what of it stays; empty if there is nothing to say. */
  readonly remark: string
}

/** What will become of each problem: only what is said, and differs, changes. */
export function plannedOf(problems: readonly Problem[], said: Said): Planned[] {
  return problems.map((problem) => {
    const { id, version, lead, handler, class: kind, dueOn } = problem
    const isStanding = hasStandingDeadline(problem)
    const toLead = said.lead !== undefined && said.lead.id !== lead?.id ? said.lead : undefined
    const toHandler = said.handler !== undefined && said.handler.id !== handler?.id ? said.handler : undefined
    const toClass = isStanding || said.class === kind ? undefined : said.class
    const toDue = isStanding || said.dueOn === dueOn ? undefined : said.dueOn
    const words = [
      toLead && `责任领导：${lead?.name ?? '无'} → ${toLead.name}`,
      toHandler && `责任人：${handler?.name ?? '无'} → ${toHandler.name}`,
      toClass && `类型：${problemClassNames[kind]} → ${problemClassNames[toClass]}`,
      toDue && `完成时限：${dueOn === null ? '无' : dateInChinese(dueOn)} → ${dateInChinese(toDue)}`,
    ].filter((word) => word !== undefined)
    const change = {
      problemId: id,
      version,
      ...(toLead && { leadId: toLead.id }),
      ...(toHandler && { handlerId: toHandler.id }),
      ...(toClass && { class: toClass }),
      ...(toDue && { dueOn: toDue }),
    }
    const obstacle = obstacleToAssign(problem, {
      hasLead: (toLead ?? lead) !== null,
      kind: toClass ?? kind,
      dueOn: toDue ?? dueOn,
    })
    const isMeant = words.length > 0
    return {
      problem,
      change: isMeant && obstacle === '' ? change : null,
      words,
      remark: isMeant && obstacle !== '' ? obstacle : isStanding && isDeadlineSaid(problem, said) ? STANDS : '',
    }
  })
}

const STANDS = '时限和类型已经定了，不在这里改，要改请申请延期'

interface After {
  readonly hasLead: boolean
  readonly kind: ProblemClass
  readonly dueOn: string | null
}

/** Why a problem cannot be assigned as it would be then; empty if it can. */
export function obstacleToAssign({ state }: Problem, { hasLead, kind, dueOn }: After): string {
  if (!isChangeable(state)) return `状态是“${problemStateNames[state]}”`
  if (!hasLead) return '没有责任领导，请选'
  return state === 'registered' && kind !== 'sustained' && dueOn === null ? '没有完成时限，请填' : ''
}

function isDeadlineSaid({ class: kind, dueOn }: Problem, said: Said): boolean {
  return (said.class !== undefined && said.class !== kind) || (said.dueOn !== undefined && said.dueOn !== dueOn)
}

/** What takes a change back, as the problem was before it; null for a first assignment, which cannot be. */
export function undoneOf({ problem, change }: Planned, version: number): AssignmentChange | null {
  const { id, lead, handler, class: kind, dueOn, state } = problem
  if (change === null || lead === null || state === 'registered') return null
  return {
    problemId: id,
    version,
    ...(change.leadId !== undefined && { leadId: lead.id }),
    ...(change.handlerId !== undefined && { handlerId: handler?.id ?? null }),
    ...(change.class !== undefined && { class: kind }),
    ...(change.dueOn !== undefined && { dueOn }),
  }
}
