import { type FigureId, figureIds, kindsInWords, type RecordNumber } from '@duizhao/contract'
import { type FigureTerm, figureTerms } from '@duizhao/engine/wording'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { FigureQuestion, FigureRow, FoundFigures } from '../../platform/feature.ts'
import { isReadable } from './bodies.ts'
import { namedIn } from './kept-queries.ts'
import { countedRecords } from './list-queries.ts'

type Counted = Awaited<ReturnType<typeof countedRecords>>[number] & { readonly talkedTo: number }

/** The figures of a body's kept records, for whoever may ask for its records; no figures of it for others. */
export async function figuresOfRecords(
  { db, actor, now }: ActorContext,
  { organisation, from, to, subject, meetingId }: FigureQuestion,
): Promise<FoundFigures> {
  if (!(await isReadable(db, { actor, today: dateInChina(now) }, organisation))) return {}
  const rows = await countedRecords(db, organisation.id, { from, to, subject, meetingId })
  const talks = rows.filter(({ kinds }) => kinds.includes('talk')).map(({ id }) => id)
  const named = await namedIn(db, talks, ['talked_to'])
  const counted = rows.map((row) => ({ ...row, talkedTo: named.get(row.id)?.length ?? 0 }))
  const figures = figureIds.flatMap((figure) => {
    const { kinds: wanted, outOf }: FigureTerm = figureTerms[figure]
    if (wanted === undefined) return []
    const made = counted.filter(({ kinds }) => wanted.some((kind) => kinds.includes(kind)))
    const sum = sumOf(made.map((record) => amountOf(figure, record)))
    const value = outOf === undefined ? sum : inHundred(sum, sumOf(made.map((record) => numbersOf(record, outOf))))
    return value === null ? [] : [[figure, { value, rows: made.map((record) => rowOf(figure, record)) }]]
  })
  return Object.fromEntries(figures) as FoundFigures
}

function rowOf(figure: FigureId, record: Counted): FigureRow {
  const { id, onDay: day, kinds } = record
  return { id, day, label: kindsInWords(kinds), amount: amountOf(figure, record) }
}

/** What a record adds to a figure. What does not say how many reports there were is one. */
function amountOf(figure: FigureId, record: Counted): number {
  const { amount }: FigureTerm = figureTerms[figure]
  if (amount === undefined) return 1
  if (amount === 'hours') return record.hours ?? 0
  if (amount === 'talkedTo') return record.talkedTo
  if (typeof amount !== 'string') return numbersOf(record, amount)
  return record.numbers[amount] ?? (amount === 'items' ? 1 : 0)
}

function numbersOf({ numbers }: Counted, names: readonly RecordNumber[]): number {
  return sumOf(names.map((name) => numbers[name] ?? 0))
}

/** A share in a hundred, to one decimal; null of nothing. */
function inHundred(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1_000 * part) / whole) / 10
}

function sumOf(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 10) / 10
}
