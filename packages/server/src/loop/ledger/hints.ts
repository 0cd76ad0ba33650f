import { shortened } from '@duizhao/engine/wording'
import { type Evidence, type Hint, type HintKind, isAsked, isClosed, type Measure, paperKinds } from '@duizhao/contract'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import {
  evidenceUsedElsewhere,
  measuresWrittenBefore,
  progressWrittenElsewhere,
  struckOffOnDay,
} from './hint-queries.ts'
import type { ProblemRow } from './problem-queries.ts'

interface Held {
  /** Who is told: of problems they may not see they learn that there are some, not which. */
  readonly actor: Actor
  readonly evidence: readonly Evidence[]
  readonly measures: readonly Measure[]
}

/** How many strike-offs of one organisation on one day are worth a word. */
const MANY_ON_A_DAY = 5
/** Progress shorter than this says little in any problem: 已完成。 */
const SHORTEST_PROGRESS = 12
const MOST_NAMED = 10

/**
 * Signs that a problem was rectified on paper only, with the facts and the other rows: for who verifies, to look at.
 * What every office writes alike (a short line) is no sign.
 */
export async function hintsFor(
  db: Database | Tx,
  problem: ProblemRow,
  { actor, evidence, measures }: Held,
): Promise<Hint[]> {
  const isClosing = isAsked(problem.state) || isClosed(problem.state)
  const alone = [
    ...(isClosing && evidence.length === 0
      ? [hint('no-evidence', '这个问题申请或办理了销号，没有一份佐证材料。')]
      : []),
    ...(isClosing && evidence.length > 0 && evidence.every(({ kind }) => paperKinds.includes(kind))
      ? [hint('paper-evidence', `${evidence.length} 份佐证材料都是会议记录或通知方案，没有做成了什么的材料。`)]
      : []),
    ...early(problem, evidence),
  ]
  const [reused, progress, planned, day] = await Promise.all([
    reusedEvidence(db, problem, actor),
    sameProgress(db, problem, actor),
    sameMeasures(db, problem, measures),
    closedTogether(db, problem),
  ])
  return [...alone, ...reused, ...progress, ...planned, ...day]
}

function hint(kind: HintKind, text: string, problems: Hint['problems'] = []): Hint {
  return { kind, text, problems: problems.slice(0, MOST_NAMED) }
}

function early({ registeredOn }: ProblemRow, evidence: readonly Evidence[]): Hint[] {
  const before = evidence.filter(({ datedOn }) => datedOn < registeredOn)
  if (before.length === 0) return []
  const names = before.map(({ name, datedOn }) => `“${name}”（${datedOn}）`).join('、')
  return [hint('early-evidence', `问题 ${registeredOn} 才登记，${names}在这以前。`)]
}

async function reusedEvidence(db: Database | Tx, problem: ProblemRow, actor: Actor): Promise<Hint[]> {
  const rows = await evidenceUsedElsewhere(db, problem, actor)
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, others]) => {
    const text = `“${name}”的内容与${numbers(others)}的佐证材料完全相同。`
    return hint('reused-evidence', text, seenOf(others))
  })
}

async function sameProgress(db: Database | Tx, problem: ProblemRow, actor: Actor): Promise<Hint[]> {
  const rows = await progressWrittenElsewhere(db, problem, { actor, atLeast: SHORTEST_PROGRESS })
  return [...Map.groupBy(rows, ({ text }) => text)].map(([text, others]) =>
    hint('same-progress', `进展“${shortened(text, 30)}”与${numbers(others)}的一字不差。`, seenOf(others)),
  )
}

async function sameMeasures(db: Database | Tx, problem: ProblemRow, measures: readonly Measure[]): Promise<Hint[]> {
  if (measures.length === 0) return []
  const all = (await measuresWrittenBefore(db, problem)).filter(({ same }) => same >= measures.length)
  if (all.length === 0) return []
  return [hint('same-measures', `全部 ${measures.length} 条措施与以前的${numbers(all)}一字不差。`, all.map(plain))]
}

async function closedTogether(db: Database | Tx, { id, organisationId, struckOffOn }: ProblemRow): Promise<Hint[]> {
  if (struckOffOn === null) return []
  const rows = await struckOffOnDay(db, organisationId, struckOffOn)
  if (rows.length < MANY_ON_A_DAY) return []
  const others = rows.filter((row) => row.id !== id)
  const lastDay = rows.every(({ dueOn }) => dueOn === struckOffOn)
  return [
    hint('closed-together', `${struckOffOn} 这一天，本单位销号 ${rows.length} 个。`, others.map(plain)),
    ...(lastDay ? [hint('closed-last-day', `这 ${rows.length} 个都在时限的最后一天销号。`, others.map(plain))] : []),
  ]
}

function plain({ id, number }: { readonly id: string; readonly number: number }): { id: string; number: number } {
  return { id, number }
}

interface Seen {
  readonly id: string
  readonly number: number
  /** False for one of a unit that is none of the actor's. */
  readonly isSeen?: boolean
}

function seenOf(rows: readonly Seen[]): Hint['problems'] {
  return rows.filter(({ isSeen = true }) => isSeen).map(plain)
}

function numbers(rows: readonly Seen[]): string {
  const shown = [...new Set(seenOf(rows).map(({ number }) => number))].slice(0, MOST_NAMED)
  const others = rows.filter(({ isSeen = true }) => !isSeen).length
  return [
    ...(shown.length > 0 ? [`问题 ${shown.join('、')} 号`] : []),
    ...(others > 0 ? [`其他单位的 ${others} 个问题`] : []),
  ].join('和')
}
