import { withoutLeadingNumber } from '../wording/leading-number.ts'
import {
  countingEndings,
  headerNames,
  type LedgerField,
  refinedNames,
  responsibilityName,
  transparentNames,
} from './header-names.ts'

/** What a header name says about its column, and how sure that is, 0 to 1. */
export interface HeaderMatch {
  readonly field: LedgerField
  readonly confidence: number
  /** The known name that was found. */
  readonly name: string
}

/** A longer text is a sentence, not a name. */
export const LONGEST_HEADER = 24

interface KnownName {
  readonly field: LedgerField
  readonly name: string
}

function known(part: 'names' | 'endings' | 'within'): KnownName[] {
  const list = headerNames.flatMap((each) => wordList(each[part] ?? '').map((name) => ({ field: each.field, name })))
  return list.toSorted((a, b) => b.name.length - a.name.length)
}

function wordList(words: string): string[] {
  return words.split(' ').filter((word) => word !== '')
}

const exactNames = new Map(known('names').map((each) => [each.name, each.field]))
const endings = known('endings')
const insides = known('within')
const counting = wordList(countingEndings)
const transparent = new Set(wordList(transparentNames))

/** A header's words for comparison: half-width, no white space, no brackets, number or colon. */
export function headerWords(text: string): string {
  const plain = text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\s*_:"“”'‘’《》]+/g, '')
  const withoutRemarks = withoutLeadingNumber(plain.replace(/[([【〔{][^)\]】〕}]{0,60}[)\]】〕}]/g, ''))
  return withoutRemarks === '' ? plain.replace(/[()[\]【】〔〕{}]/g, '') : withoutRemarks
}

/** What a single header name means; null if it is not known. */
export function matchHeader(text: string): HeaderMatch | null {
  const words = headerWords(text)
  if (words === '' || words.length > LONGEST_HEADER) return null
  const exact = exactNames.get(words)
  if (exact) return { field: exact, confidence: 1, name: words }
  if (counting.some((ending) => words.endsWith(ending))) return null
  const pieces = words.split(/[及和与、/,，\\|]其?/).filter((piece) => piece !== '')
  return (pieces.length > 1 ? matchPieces(pieces) : null) ?? matchPart(words)
}

function matchPart(words: string): HeaderMatch | null {
  const exact = exactNames.get(words)
  if (exact) return { field: exact, confidence: 1, name: words }
  const ending = endings.find(({ name }) => words.endsWith(name))
  if (ending) return { ...ending, confidence: 0.9 }
  const inside = insides.find(({ name }) => words.includes(name))
  return inside ? { ...inside, confidence: 0.6 } : null
}

/** “责任单位及责任人”: the first name counts, unless a later one says that the problem or the measure stands here. */
function matchPieces(pieces: readonly string[]): HeaderMatch | null {
  const matches = pieces.map(matchPart).filter((match) => match !== null)
  const chief =
    matches.find(({ field }) => field === 'problem') ?? matches.find(({ field }) => field === 'measure') ?? matches[0]
  return chief ? { ...chief, confidence: Math.min(chief.confidence, 0.8) } : null
}

/** What header names one above the other mean together (“整改责任”, “责任领导”); null if they are not known. */
export function matchHeaderPath(path: readonly string[]): HeaderMatch | null {
  const child = headerWords(path.at(-1) ?? '')
  const parents = path.slice(0, -1)
  const parentWords = headerWords(parents.at(-1) ?? '')
  if (parentWords === '') return matchHeader(child)
  const parent = matchHeader(parentWords)
  const responsible = responsibilityName.test(parentWords)
  const refined = refinedNames.find(
    ([above, name]) => name.test(child) && (above === parent?.field || (above === 'responsibility' && responsible)),
  )
  if (refined) return { field: refined[2], confidence: 0.9, name: `${parentWords}|${child}` }
  if (parent && transparent.has(child)) return { ...parent, confidence: 0.9 * parent.confidence }
  const own = matchHeader(child)
  if (own) return own
  return parent ? { ...parent, confidence: 0.7 * parent.confidence } : null
}
