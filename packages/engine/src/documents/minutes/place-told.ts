import type { SourceDocument } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { placeSaid } from '../meeting/papers/stated-place.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Said } from './minutes.ts'

const PLACE = '(\\p{Script=Han}*[\\p{Script=Han}\\d][^，。；、\\n]{0,24}?'
const ROOM = '(?:[室馆厅楼堂校园村]|基地|中心|社区|广场|陵园|会场|祠堂|大院))'
/** How sentences say where it was; the place is the group. */
const TOLD = [
  new RegExp(`[在到赴]${PLACE}${ROOM}(?:主持|组织)?(?:召开|举行|开展|举办|进行)`, 'u'),
  /在(?!会)(\p{Script=Han}[^，。；、\n]{2,24}?)开了(?:一次|一场|一个)/u,
  // 三月五日晚上，在村部。 says nothing else.
  /[日号](?:上午|下午|晚上|晚)?[，,]在(\p{Script=Han}[^，。；、\n]{1,16})。/u,
]

/** Where something recorded was done: by its label, else as a sentence of the first lines tells it. */
export function placeTold(document: SourceDocument, fields: readonly Field[]): Said<string> | null {
  const said = placeSaid(document, fieldNamed(fields, 'place', document))
  if (said !== null) return said
  const head = beginningOf(document.text, 'opening')
  for (const pattern of TOLD) {
    const match = pattern.exec(head)
    const value = match?.[1] ?? ''
    if (match === null || value.length < 3) continue
    const start = match.index + match[0].indexOf(value)
    return { value, start, end: start + value.length }
  }
  return null
}
