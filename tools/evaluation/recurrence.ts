import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recurrencesAmong, type StatedProblem } from '@duizhao/engine/recurrence'
import { type Counted, countText } from './count-text.ts'

/** The problems of a unit in two years, and which of the later ones are which of the earlier ones. */
interface RecurrenceAnswers {
  readonly units: readonly {
    readonly unit: string
    readonly earlier: readonly StatedProblem[]
    readonly later: readonly StatedProblem[]
    readonly same: readonly (readonly [later: number, earlier: number])[]
  }[]
}

/** How well problems come back are found, hand by hand, for each `NAME.answers.json` of a folder; null if it has none. */
export async function evaluateRecurrence(folder: string): Promise<string | null> {
  const sets = countedRecurrences(folder)
  if (sets.length === 0) return null
  return countText(
    'recurrence',
    sets.flatMap(({ counted }) => counted),
  )
}

/** What was found rightly, wrongly and not at all, of every set of a folder, and among how many pairs. */
export function countedRecurrences(folder: string): { readonly pairs: number; readonly counted: Counted[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.answers.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<RecurrenceAnswers>] as const)
    .flatMap(([name, { units }]) => (units === undefined ? [] : [countedIn(name.replace('.answers.json', ''), units)]))
}

function countedIn(name: string, units: RecurrenceAnswers['units']): { pairs: number; counted: Counted[] } {
  const counted = units.flatMap(({ unit, earlier, later, same }): Counted[] => {
    const wanted = new Set(same.map(([one, other]) => `${one} ${other}`))
    const found = new Set(
      recurrencesAmong(earlier)(later).flatMap((all, at) =>
        all.map(({ earlier: one }) => `${at} ${earlier.indexOf(one)}`),
      ),
    )
    return [...wanted.union(found)].map((pair) => {
      const [one = 0, other = 0] = pair.split(' ').map(Number)
      const sort = !wanted.has(pair) ? 'extra' : found.has(pair) ? 'right' : 'missed'
      return { name, sort, where: unit, what: `${later[one]?.text ?? ''} ← ${earlier[other]?.text ?? ''}` }
    })
  })
  return { pairs: units.reduce((total, { earlier, later }) => total + earlier.length * later.length, 0), counted }
}
