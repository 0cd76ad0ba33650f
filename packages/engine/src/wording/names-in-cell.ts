import type { Span } from '../span.ts'
import { isCommonName, isName, isUnit, NAME, POST, UNIT_END } from './name-patterns.ts'
import { type CellPiece, piecesOf } from './cell-pieces.ts'

/** Somebody or something a cell names; the span is in the cell. */
export interface NamedInCell extends Span {
  /** `other`: a post, a form of address (李局长), words. */
  readonly kind: 'person' | 'unit' | 'other'
  /** Without blanks, posts and 等同志. */
  readonly name: string
}

/**
 * Who and what a cell names, in order: “办公室 王明、李 强等同志（县委组织部）” names a unit, two people and a unit. Blanks that
 * pad or divide a name (王 明, 欧阳 明), posts before and behind it, brackets and numbers are understood.
 */
export function namesInCell(cell: string): NamedInCell[] {
  return piecesOf(cell).flatMap((piece, _, pieces) => {
    const named = namedBy(piece)
    // 王明（李强代）: who stands in brackets counts only where nobody stands before them.
    const isBeside = piece.isAside && pieces.some((other) => !other.isAside && namedBy(other).some(isPerson))
    return isBeside ? named.filter(({ kind }) => kind === 'unit') : named
  })
}

/** The names of the people in a cell. */
export function peopleIn(cell: string): string[] {
  return namesInCell(cell)
    .filter(isPerson)
    .map(({ name }) => name)
}

/** True for one or several names of people: “李明”, “李明、王 芳等同志”. */
export function looksLikeName(cell: string): boolean {
  return allOf(cell, ({ kind, name }) => kind === 'person' && isCommonName(name))
}

/** True for one or several names of units: “办公室”, “机关党委、各科室”. */
export function looksLikeUnit(cell: string): boolean {
  return allOf(cell, ({ kind }) => kind === 'unit')
}

/** Cells with more say something else. */
const LONGEST_CELL = 80
const MOST_NAMES = 12

function allOf(cell: string, is: (named: NamedInCell) => boolean): boolean {
  if (cell.length > LONGEST_CELL) return false
  const named = namesInCell(cell)
  return named.length > 0 && named.length <= MOST_NAMES && named.every(is)
}

function isPerson({ kind }: NamedInCell): boolean {
  return kind === 'person'
}

const NUMBERED = /^(?:\d{1,2}[.．)]|[①-⑳])/
const TELEPHONE = /[\d-]{7,}$/

const NAME_AND_POST = new RegExp(`^(${NAME})(${POST})$`)
const POST_AND_NAME = new RegExp(`^([\\p{Script=Han}]{0,20}?)(${POST})(\\p{Script=Han}{2,4})$`, 'u')
const UNIT_AND_NAME = new RegExp(`^(\\p{Script=Han}{1,16}${UNIT_END})(${NAME})$`, 'u')
const TWO_PEOPLE = new RegExp(`^(${NAME})[和与及](${NAME})$`)

function namedBy(piece: CellPiece): NamedInCell[] {
  const trimmed = withoutNotes(piece)
  const { words } = trimmed
  const part = (kind: NamedInCell['kind'], name: string, from = 0): NamedInCell[] =>
    name === '' ? [] : [{ kind, name, start: trimmed.startOf(from), end: trimmed.startOf(from + name.length - 1) + 1 }]
  if (words === '') return []
  if (isUnit(words)) return part('unit', words)
  if (isCommonName(words)) return part('person', words)
  const [, name = '', post] = NAME_AND_POST.exec(words) ?? []
  if (post !== undefined && isCommonName(name)) return part('person', name)
  const [, office = '', before = '', who = ''] = POST_AND_NAME.exec(words) ?? []
  if (isCommonName(who) || isName(who))
    return [...(isUnit(office) ? part('unit', office) : []), ...part('person', who, office.length + before.length)]
  const [, one = '', other = ''] = TWO_PEOPLE.exec(words) ?? []
  if (isCommonName(one) && isCommonName(other))
    return [...part('person', one), ...part('person', other, one.length + 1)]
  const [, unit = '', member = ''] = UNIT_AND_NAME.exec(words) ?? []
  if (isCommonName(member)) return [...part('unit', unit), ...part('person', member, unit.length)]
  return part(isName(words) ? 'person' : 'other', words)
}

/** A piece without its number and its telephone. */
function withoutNotes({ words, startOf }: CellPiece): Pick<CellPiece, 'words' | 'startOf'> {
  const skipped = NUMBERED.exec(words)?.[0].length ?? 0
  return {
    words: words.slice(skipped).replace(TELEPHONE, ''),
    startOf: (at) => startOf(at + skipped),
  }
}
