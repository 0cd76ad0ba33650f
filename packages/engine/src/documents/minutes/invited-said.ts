import type { SourceDocument } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Said } from './minutes.ts'
import { peopleOf } from './people-said.ts'

/** 派驻纪检组组长甲、办公室主任乙列席: the clause names them. What may or must is of nobody. */
const SITS_IN =
  /(?<=^|[，。；\n])(?!可|应当|须|需|请)([^，。；：\n]{2,60}?)(?:两人|二人|同志)?(?:应邀|受邀)?列席(?:了)?(?:会议|本次会议|第\S{1,4}项)?(?=[，。；\n]|$)/gmu

/** Who sat in without being of the body: whom a label names, else whom a sentence of the first pages tells of. */
export function invitedIn(document: SourceDocument, fields: readonly Field[]): Said<string>[] {
  const field = fieldNamed(fields, 'invited', document)
  if (field !== null) return peopleOf(field.words, field.start)
  return [...beginningOf(document.text, 'labels').matchAll(SITS_IN)].flatMap(({ 1: words = '', index }) =>
    peopleOf(words, index),
  )
}
