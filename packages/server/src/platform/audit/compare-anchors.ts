import { instantInWords } from '../calendar/index.ts'
import type { Occasion } from './anchor-file.ts'

/** A head of the chain that was written down: in the file of anchors, or on paper. */
export interface Expected {
  readonly number: number
  /** The hash, or how it begins. */
  readonly hash: string
  /** When it was; null if only the paper knows. */
  readonly at: string | null
  readonly occasion: Occasion | null
  /** Its line in the file of anchors; null if it is from paper. What comes first there came first: clocks are set. */
  readonly line: number | null
}

/** An entry that says all was brought back from a backup. */
export interface Restoration {
  readonly number: number
  readonly hash: string
  readonly at: string
  readonly backupOf: string
}

/** The chain as it stands, as far as it matters here. */
export interface Walked {
  readonly entries: number
  /** By their numbers, the hashes that were asked for. */
  readonly hashes: ReadonlyMap<number, string>
  readonly restorations: readonly Restoration[]
}

export interface Comparison {
  readonly compared: number
  readonly faults: readonly string[]
  readonly notes: readonly string[]
}

/**
 * Compares heads that were written down with the chain: an end that was cut off, entries that were changed with all hashes
 * after them taken anew. What a backup brought back does not have is no fault if the restoration itself was written down.
 */
export function compareAnchors(expected: readonly Expected[], walked: Walked): Comparison {
  const { hashes, entries } = walked
  const inOrder = expected.toSorted((a, b) => a.number - b.number)
  const isFound = ({ number, hash }: Expected): boolean => hashes.get(number)?.startsWith(hash) === true
  const confirmed = walked.restorations.flatMap((restoration): ConfirmedRestoration[] => {
    const { number, hash } = restoration
    const written = expected.find((each) => each.occasion === 'restore' && each.number === number && each.hash === hash)
    return written === undefined || written.line === null ? [] : [{ ...restoration, line: written.line }]
  })
  const gone = inOrder.filter((each) => !isFound(each))
  const unexplained = gone.filter((each) => !confirmed.some((restoration) => explains(restoration, each)))
  const [first] = unexplained
  const notes = confirmed.flatMap((restoration) => replacedBy(restoration, gone))
  if (first === undefined) return { compared: expected.length, faults: [], notes }
  const before = inOrder.filter((each) => each.number < first.number && isFound(each)).at(-1)
  const unconfirmed = walked.restorations.filter(({ number }) => !confirmed.some((each) => each.number === number))
  const claims = unconfirmed.map(({ number }) => `第 ${number} 条说恢复过备份，但这次恢复没有写进锚点文件。`)
  const faults = [first.number > entries ? cutOff(unexplained, entries) : recomputed(first, before), ...claims]
  return { compared: expected.length, faults, notes }
}

/** A restoration that was written down, in a line of the file. */
interface ConfirmedRestoration extends Restoration {
  readonly line: number
}

/** What was written down before a restoration about entries that came after the backup. */
function explains({ number, line }: ConfirmedRestoration, anchor: Expected): boolean {
  return anchor.line !== null && anchor.line < line && anchor.number >= number
}

function replacedBy(restoration: ConfirmedRestoration, gone: readonly Expected[]): string[] {
  const replaced = gone.filter((each) => explains(restoration, each))
  const last = replaced.at(-1)
  if (last === undefined) return []
  const { number, at, backupOf } = restoration
  return [
    `${instantInWords(new Date(at))} 恢复过 ${instantInWords(new Date(backupOf))} 的备份（第 ${number} 条）：恢复以前写下的第 ${number} 条到第 ${last.number} 条不在这份备份里，要查它们请用更晚的备份。`,
  ]
}

function cutOff(missing: readonly Expected[], entries: number): string {
  const last = missing.at(-1)
  return `末尾被删去了：${nameOf(last)}记着第 ${last?.number ?? 0} 条，现在只到第 ${entries} 条。`
}

function recomputed(first: Expected, before: Expected | undefined): string {
  const since = before === undefined ? '第 1 条' : `第 ${before.number + 1} 条`
  const whole = before === undefined ? '没有更早的锚点相符' : `最后相符的是${nameOf(before)}（第 ${before.number} 条）`
  return `第 ${first.number} 条与${nameOf(first)}不符：${since}到第 ${first.number} 条之间有记录被改过、删过，之后的摘要重新算过；${whole}。`
}

function nameOf(anchor: Expected | undefined): string {
  return anchor?.at ? `${instantInWords(new Date(anchor.at))} 的锚点` : '抄下的链尾码'
}
