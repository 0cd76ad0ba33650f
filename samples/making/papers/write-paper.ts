import { compile, type Compiled } from '../source.ts'
import type { Hand, HandAspect } from './hand.ts'
import type { AspectStyle, Layout, SectionStyle } from './layout.ts'
import {
  causeOpeners,
  examples,
  measureOpeners,
  sectionNames,
  sectionOpeners,
  sectionSentences,
  turns,
} from './words.ts'
import { itemPiece, listOf, numeral, priorOf, problemPiece } from './write-items.ts'
import { wrapLines } from './wrap-lines.ts'

/** A written paper with its answers: what each item is and where it begins. */
export interface Paper extends Compiled {
  readonly name: string
  readonly layout: Layout
}

type Topic = keyof typeof sectionNames

/** The paper one hand writes in one layout; `seed` chooses among the hand's words. The same seed gives the same paper. */
export function writePaper(layout: Layout, hand: Hand, seed: number): Paper {
  const pick = <T>(from: readonly T[], by = seed): T => {
    const chosen = from[Math.abs(by) % from.length]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  const sections = sectionsOf(layout, hand, seed, pick)
  const headings = sections.flatMap(({ heading }) => (heading === '' ? [] : [heading]))
  const title = layout.form === 'md' ? `# ${hand.title}` : hand.title
  const contents = layout.twist === 'contents' ? headings : []
  const lines = [
    ...contents,
    title,
    ...(layout.form === 'md' ? [''] : [hand.unit]),
    hand.opening,
    ...sections.flatMap(({ heading, lines: own }) => (heading === '' ? own : [heading, ...own])),
    hand.closing,
  ]
  const broken = layout.twist === 'wrapped' ? wrapLines(lines, 28 + (seed % 5)) : lines
  const body = broken.join(layout.form === 'md' ? '\n\n' : '\n').replace(/\n{2,}(?=\|)/g, '\n')
  const name = `${layout.name}-${hand.unit}.${layout.form}`
  const header = new Map([
    ['file', name],
    ['kind', hand.kind],
    ['year', '2025'],
  ])
  return { name, layout, ...compile({ name, header, body }, `${body}\n`) }
}

type Pick = <T>(from: readonly T[], by?: number) => T

interface WrittenSection {
  readonly heading: string
  readonly lines: readonly string[]
}

function sectionsOf(layout: Layout, hand: Hand, seed: number, pick: Pick): WrittenSection[] {
  let count = 0
  const section = (topic: Topic, lines: readonly string[]): WrittenSection => {
    const words =
      layout.sections === 'sentence' ? pick(sectionSentences[topic]) : pick(sectionNames[topic], seed + topic.length)
    if (layout.sections === 'opener') {
      const opener = pick(sectionOpeners[topic])
      const [first = '', ...rest] = lines
      return { heading: '', lines: [opener + first, ...rest] }
    }
    return { heading: headed(layout.sections, count++, words), lines }
  }
  const fewest = layout.problems === 'sentences' || layout.problems === 'lines' ? 1 : 2
  const aspects = hand.aspects.map((aspect, i) => ({
    ...aspect,
    problems: aspect.problems.slice(0, fewest + ((seed + i) % (4 - fewest))),
  }))
  const answers = hand.measures.map(({ head, more }, i) => ({
    head: aspects[i % aspects.length]?.problems[0]?.head ?? '',
    rest: `${head}，${more}。`,
  }))
  const list = (gold: 'c' | 'm'): string[] =>
    gold === 'c'
      ? listOf(layout.causes, 'c', hand.causes.map(itemPiece), pick(causeOpeners))
      : listOf(layout.measures, 'm', layout.measures === 'targeted' ? answers : hand.measures.map(itemPiece), pick(measureOpeners, seed + 1))
  const prior = layout.prior === 'none' ? [] : [section('prior', priorOf(layout.prior, hand.prior))]
  const problems =
    layout.aspects === 'sections'
      ? aspects.map((aspect) => ({
          heading: `⟨a⟩${headed(layout.sections, count++, aspect.name)}`,
          lines: problemLinesOf(layout, aspect, pick, seed),
        }))
      : [section('problems', problemsOf(layout, aspects, pick, seed))]
  return [...prior, ...problems, section('causes', ['⟨/a⟩', ...list('c')]), section('measures', list('m'))].map(
    ({ heading, lines }) => ({ heading, lines: withoutEmptyMarks(lines) }),
  )
}

/** The mark that ends the aspects stands on no line of its own. */
function withoutEmptyMarks(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => line.endsWith('⟨/a⟩'))
  const next = lines[at + 1]
  if (at < 0 || next === undefined) return [...lines]
  return [...lines.slice(0, at), (lines[at] ?? '') + next, ...lines.slice(at + 2)]
}

function headed(style: SectionStyle, i: number, words: string): string {
  switch (style) {
    case 'comma':
    case 'sentence':
      return `${numeral(i)}、${words}`
    case 'chapter':
      return `第${numeral(i)}部分 ${words}`
    case 'arabic':
      return `${i + 1}.${words}`
    case 'bold':
      return `**${numeral(i)}、${words}**`
    case 'hash':
      return `## ${numeral(i)}、${words}`
    case 'plain':
    case 'opener':
      return words
  }
}

function problemsOf(layout: Layout, aspects: readonly HandAspect[], pick: Pick, seed: number): string[] {
  if (layout.aspects === 'none') {
    const pieces = aspects.flatMap(({ problems }) =>
      problems.map((problem, i) => problemPiece(problem, pick(examples, seed + i))),
    )
    return listOf(layout.problems, 'p', pieces.slice(0, 8), '')
  }
  return aspects.flatMap((aspect, i) => {
    const own = problemLinesOf(layout, aspect, pick, seed + i)
    const { alone, before } = aspectHeading(layout.aspects, i, aspect.name)
    const [first = '', ...rest] = own
    // “在……方面，” is part of the sentence it opens.
    const opened = layout.aspects === 'in' && first.startsWith('⟨p⟩') ? `⟨p⟩${before}${first.slice(3)}` : before + first
    return alone ? [`⟨a⟩${before}`, ...own] : [`⟨a⟩${opened}`, ...rest]
  })
}

function aspectHeading(style: AspectStyle, i: number, name: string): { alone: boolean; before: string } {
  const field = name.endsWith('方面') ? name : `${name}方面`
  switch (style) {
    case 'parenthesis':
      return { alone: true, before: `（${numeral(i)}）${field}` }
    case 'parenthesis-run-in':
      return { alone: false, before: `（${numeral(i)}）${field}。` }
    case 'arabic':
      return { alone: true, before: `${i + 1}.${field}` }
    case 'arabic-run-in':
      return { alone: false, before: `${i + 1}.${field}：` }
    case 'plain':
      return { alone: true, before: field }
    case 'bold':
      return { alone: true, before: `**${field}**` }
    case 'run-in':
      return { alone: false, before: `${field}。` }
    case 'in':
      return { alone: false, before: `在${field}，` }
    case 'sections':
    case 'none':
      return { alone: false, before: '' }
  }
}

function problemLinesOf(layout: Layout, aspect: HandAspect, pick: Pick, seed: number): string[] {
  const lead = layout.praise ? aspect.praise + pick(turns, seed) : ''
  return listOf(
    layout.problems,
    'p',
    aspect.problems.map((problem, i) => problemPiece(problem, pick(examples, seed + i))),
    lead,
  )
}
