import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { proseRoles, type ProseRole, type SentenceAct } from '@duizhao/engine'
import { formalHand } from '../../samples/making/papers/hand-formal.ts'
import { personalHand } from '../../samples/making/papers/hand-personal.ts'
import { plainHand } from '../../samples/making/papers/hand-plain.ts'
import type { Hand, HandItem, HandProblem } from '../../samples/making/papers/hand.ts'
import { examples, turns } from '../../samples/making/papers/words.ts'

const FOLDER = join(import.meta.dirname, '../../samples/making/prose')

/** A paragraph whose sentences are told what they do. */
export interface TrainingParagraph {
  readonly role: ProseRole
  readonly sentences: readonly TrainingSentence[]
}

export interface TrainingSentence {
  readonly act: SentenceAct
  readonly words: string
}

/** Each act's sign before a sentence in samples/making/prose. */
const SIGNS: Readonly<Record<string, SentenceAct>> = {
  P: 'shortcoming',
  '+': 'more',
  G: 'praise',
  T: 'turn',
  C: 'cause',
  M: 'measure',
  S: 'statement',
}

/** The paragraphs of samples/making/prose, as written by hand. */
export function writtenParagraphs(): TrainingParagraph[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => paragraphsOf(readFileSync(join(FOLDER, name), 'utf8'), name))
}

function paragraphsOf(text: string, name: string): TrainingParagraph[] {
  return text
    .split(/^= /m)
    .slice(1)
    .map((block) => {
      const [about = '', ...lines] = block.trim().split('\n')
      const role = proseRoles.find((each) => each === about)
      if (role === undefined) throw new Error(`${name}：没有“${about}”这一种段落`)
      return { role, sentences: lines.map((line) => sentenceOf(line, name)) }
    })
}

function sentenceOf(line: string, name: string): TrainingSentence {
  const act = SIGNS[line.charAt(0)]
  if (act === undefined) throw new Error(`${name}：这一句前面没有记号：${line}`)
  return { act, words: line.slice(2) }
}

/** What the hands of the training papers say, told as running text in several ways. */
export function paragraphsOfHands(): TrainingParagraph[] {
  return [plainHand, formalHand, personalHand].flatMap((hand, n) => [
    ...hand.aspects.flatMap(({ praise, problems }, i) =>
      [0, 1, 2].map((way) => problemsAsProse(praise, problems, { way, n: n * 7 + i * 3 + way })),
    ),
    ...[false, true].flatMap((apart) => [
      itemsAsProse('causes', hand.causes, apart),
      itemsAsProse('measures', hand.measures, apart),
    ]),
    paragraphAround(hand),
  ])
}

/** Way 0 has praise before, way 1 has none, way 2 tells head and elaboration as sentences of their own. */
function problemsAsProse(
  praise: string,
  problems: readonly HandProblem[],
  { way, n }: { readonly way: number; readonly n: number },
): TrainingParagraph {
  const turn = n % 2 === 0 ? [] : [said('turn', turns[n % turns.length] ?? '')]
  const opening = way === 1 ? [] : [said('praise', praise), ...turn]
  const told = problems.flatMap(({ head, more, example }, i) => {
    const shown = said('more', `${examples[(n + i) % examples.length]}${example}。`)
    return way === 2
      ? [said('shortcoming', `${head}。`), said('more', `${more}。`), shown]
      : [said('shortcoming', `${head}，${more}。`), shown]
  })
  return { role: 'problems', sentences: [...opening, ...told] }
}

function itemsAsProse(role: 'causes' | 'measures', items: readonly HandItem[], apart: boolean): TrainingParagraph {
  const act = role === 'causes' ? 'cause' : 'measure'
  const sentences = items.flatMap(({ head, more }) =>
    apart ? [said(act, `${head}。`), said('more', `${more}。`)] : [said(act, `${head}，${more}。`)],
  )
  return { role, sentences }
}

function paragraphAround({ opening, closing }: Hand): TrainingParagraph {
  return { role: 'any', sentences: [opening, closing].flatMap(sentencesOf).map((words) => said('statement', words)) }
}

function sentencesOf(words: string): string[] {
  return words.match(/[^。]+。/g) ?? []
}

function said(act: SentenceAct, words: string): TrainingSentence {
  return { act, words }
}
