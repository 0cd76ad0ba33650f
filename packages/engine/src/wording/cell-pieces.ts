import { isCompoundSurname, isSurname, POST } from './name-patterns.ts'

/** Words of a cell that stand by themselves, with the blanks inside a name taken out. */
export interface CellPiece {
  readonly words: string
  /** Where a character of the words stands in the cell. */
  startOf(at: number): number
  /** True in brackets. */
  readonly isAside: boolean
}

/** A bracket, a label with its colon, or what stands between separators. */
const PARTS =
  /[（(【[]([^（()）【】[\]]{0,40})[)）】\]]|[^、，,；;／/\\|｜\n\t。（()）：:]+[：:]|[^、，,；;／/\\|｜\n\t。（()）：:]+/g

/** 等同志, 等3人, 同志: others are meant, or nobody. */
const OTHERS = /(?:等(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?[名位个]?(?:党员|干部)?(?:同志|人)?|同志们?)\s*$/

/** The pieces of a cell, in order; labels (责任人：) are left out. */
export function piecesOf(cell: string): CellPiece[] {
  return [...cell.matchAll(PARTS)].flatMap(({ 0: part, 1: inBrackets, index }) => {
    if (inBrackets !== undefined)
      return piecesOf(inBrackets).map((piece) => ({
        ...piece,
        isAside: true,
        startOf: (at: number) => piece.startOf(at) + index + 1,
      }))
    if (/[：:]$/.test(part)) return []
    return joined(tokensOf(part.replace(OTHERS, ''), index)).map((tokens) => pieceOf(tokens))
  })
}

interface Token {
  readonly words: string
  readonly start: number
}

function tokensOf(part: string, start: number): Token[] {
  return Array.from(part.matchAll(/\S+/g), ({ 0: words, index }) => ({ words, start: start + index }))
}

function pieceOf(tokens: readonly Token[]): CellPiece {
  const places = tokens.flatMap(({ words, start }) => Array.from({ length: words.length }, (_, at) => start + at))
  return {
    words: tokens.map(({ words }) => words).join(''),
    isAside: false,
    startOf: (at) => places[at] ?? (places.at(-1) ?? 0) + 1,
  }
}

const CHARACTER = /^\p{Script=Han}$/u
const GIVEN_NAME = new RegExp(`^\\p{Script=Han}{1,2}(?:${POST})?$`, 'u')

/** Which tokens between blanks are one: 王 明; 王 小明; 欧阳 明; 王小 明; of 王 明  李 强 each two. */
function joined(tokens: readonly Token[]): Token[][] {
  const [first, second, third] = tokens
  if (first === undefined) return []
  if (second === undefined) return [[first]]
  const take = (count: number): Token[][] => [tokens.slice(0, count), ...joined(tokens.slice(count))]
  if (CHARACTER.test(first.words) && CHARACTER.test(second.words)) return take(lengthOfPadded(tokens))
  const isSplit = isSurname(first.words) && GIVEN_NAME.test(second.words)
  if (isSplit && (first.words.length === 1 || isCompoundSurname(first.words))) return take(2)
  const isBeginning = isSurname(second.words) && GIVEN_NAME.test(third?.words ?? '')
  if (
    CHARACTER.test(second.words) &&
    !isBeginning &&
    /^\p{Script=Han}{2}$/u.test(first.words) &&
    isSurname(first.words.charAt(0))
  )
    return take(2)
  return take(1)
}

/** How many single characters make the first name: up to a wider gap, else three if there are three, else a pair. */
function lengthOfPadded(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ words }) => !CHARACTER.test(words))
  const run = end < 0 ? tokens : tokens.slice(0, end)
  const gaps = run.slice(1).map(({ start }, i) => start - (run[i]?.start ?? 0))
  const narrow = Math.min(...gaps)
  const wider = gaps.findIndex((gap) => gap > narrow)
  const first = wider < 0 ? run.length : Math.max(wider + 1, 2)
  const isCompound = isCompoundSurname(`${run[0]?.words ?? ''}${run[1]?.words ?? ''}`)
  if (isCompound) return Math.min(first, 4)
  return first <= 3 ? first : 2
}
