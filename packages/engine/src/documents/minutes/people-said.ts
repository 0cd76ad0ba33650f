import type { SourceDocument } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { isCommonName, isName, POST, UNIT_END } from '../../wording/name-patterns.ts'
import { namesInCell } from '../../wording/names-in-cell.ts'
import type { FieldName } from './field-labels.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Said } from './minutes.ts'

/** A label's person is named in a few words; more are a sentence. */
const LONGEST = 40

/** The people some words name, with their places in the text. */
export function peopleSaid(words: string, at: number): Said<string>[] {
  return namesInCell(words)
    .filter(({ kind, name }) => kind === 'person' && (isCommonName(name) || isName(name)))
    .map(({ name, start, end }) => ({ value: name, start: at + start, end: at + end }))
}

/** The one person a label names; null if it names none or says more. */
export function personAt(fields: readonly Field[], name: FieldName, document: SourceDocument): Said<string> | null {
  const field = fieldNamed(fields, name, document)
  return field === null || field.words.length > LONGEST ? null : (peopleSaid(field.words, field.start)[0] ?? null)
}

/** What stands before a name: a unit, a post, what somebody applies for. */
const BEHIND = new RegExp(
  `^(\\p{Script=Han}*(?:${UNIT_END}|${POST}|申请人|代表|专家|教师))(\\p{Script=Han}{2,3})$`,
  'u',
)

/** The people that words between 、 name, each behind his unit or post: 区委宣传部理论科祖可、职校党委蒲英. */
export function peopleOf(words: string, at: number): Said<string>[] {
  return [
    ...words.matchAll(/(?:[^、，,；;。\s（(]|[（(][^（()）]*[)）]|(?<=\p{Script=Han})[ 　](?=\p{Script=Han}))+/gu),
  ].flatMap(({ 0: piece, index }) => {
    const named = peopleSaid(piece, at + index)
    if (named.length > 0) return named
    const [, before = '', name = ''] = BEHIND.exec(piece.replace(/(?:同志)?(?:[（(].*)?$/, '')) ?? []
    const start = at + index + before.length
    return isName(name) ? [{ value: name, start, end: start + name.length }] : []
  })
}

const PRESIDES =
  /(?:^|[，。；\n、])(?:[^，。；、\n]{0,12}由)?([^，。；、\n]{2,30}?)(?:同志)?(?:在[^，。；\n]{2,24})?(?<!轮流)主持/gu

/** Who a sentence says presided: 支部书记鲁一鸣同志主持. */
export function presidingIn(text: string): Said<string> | null {
  for (const match of beginningOf(text, 'labels').matchAll(PRESIDES)) {
    const words = match[1] ?? ''
    const at = match.index + match[0].lastIndexOf(words)
    const found = peopleSaid(words, at).at(-1)
    if (found !== undefined) return found
  }
  return null
}

const RECORDS = /(?:^|[，。；\n、])(\p{Script=Han}{2,4}?)(同志)?(?:负责|担任|作|做)?(?:会议)?记录(?=[，。；\n])/gu

/** Who a sentence says took the minutes: 伊宁同志记录. */
export function recordingIn(text: string): Said<string> | null {
  for (const { 0: whole, 1: name = '', 2: comrade, index } of beginningOf(text, 'labels').matchAll(RECORDS)) {
    const start = index + whole.indexOf(name)
    if (isCommonName(name) || (comrade !== undefined && isName(name)))
      return { value: name, start, end: start + name.length }
  }
  return null
}
