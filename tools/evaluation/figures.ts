import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimedFigures } from '@duizhao/engine'
import { type Counted, countText } from './count-text.ts'

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
    const left = claims.map(([figure, ...said]) => ({ name: figure, what: wordsOf(said) }))
    const given = claimedFigures(text, year).map(({ figure: name, value, per, subject }): Counted => {
      const what = wordsOf([value, per, subject])
      const at = left.findIndex((one) => one.name === name && one.what === what)
      if (at >= 0) left.splice(at, 1)
      return { name, sort: at >= 0 ? 'right' : 'extra', where: text, what }
    })
    return [...given, ...left.map((one): Counted => ({ ...one, sort: 'missed', where: text }))]
  })
}

function wordsOf(said: readonly (string | number | null)[]): string {
  return said.map((part) => part ?? '–').join(' ')
}
