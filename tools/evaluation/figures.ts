import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimedFigures } from '@duizhao/engine'
import { type Counted, countText } from './count-text.ts'
import { countValues } from './count-values.ts'

/** Sentences with the figures they claim: which, how much, how often, of which 专题. */
interface ClaimAnswers {
  readonly texts: readonly {
    readonly text: string
    readonly year: number
    readonly claims: readonly (readonly [figure: string, value: number, per: string | null, subject: string | null])[]
  }[]
}

/** How well claimed figures are read, figure by figure, for each `NAME.answers.json` of a folder; null if it has none. */
export async function evaluateFigures(folder: string): Promise<string | null> {
  const told = setsIn(folder).map(([name, answers]) => countText(`figures: ${name}`, countedIn(answers)))
  return told.length === 0 ? null : told.join('')
}

/** What was read rightly, wrongly and not at all, of every set of a folder. */
export function countedFigures(folder: string): Counted[] {
  return setsIn(folder).flatMap(([, answers]) => countedIn(answers))
}

function setsIn(folder: string): (readonly [name: string, answers: ClaimAnswers])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.answers.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<ClaimAnswers>] as const)
    .flatMap(([name, { texts }]) => (texts === undefined ? [] : [[name.replace('.answers.json', ''), { texts }]]))
}

function countedIn({ texts }: ClaimAnswers): Counted[] {
  return texts.flatMap(({ text, year, claims }) => {
    const wanted = Map.groupBy(claims, ([figure]) => figure)
    const found = Map.groupBy(claimedFigures(text, year), ({ figure }): string => figure)
    return [...new Set([...found.keys(), ...wanted.keys()])].flatMap((figure) =>
      countValues(text, figure, {
        wanted: (wanted.get(figure) ?? []).map(([, ...said]) => wordsOf(said)),
        found: (found.get(figure) ?? []).map(({ value, per, subject }) => wordsOf([value, per, subject])),
      }),
    )
  })
}

function wordsOf(said: readonly (string | number | null)[]): string {
  return said.map((part) => part ?? '–').join(' ')
}
