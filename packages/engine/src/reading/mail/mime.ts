import { bytesOfText, textOfBytes } from '../byte-text.ts'
import { ReadingRefusal } from '../refusal.ts'
import { decodedAs, fromBase64, fromQuotedPrintable, headerWords } from './header-words.ts'

/** One part of a mail that holds no others (RFC 2045, 2046). */
export interface MailPart {
  /** In small letters: `text/plain`. */
  readonly type: string
  readonly encoding: string
  /** The file's name, if it is one to be kept. */
  readonly fileName: string | undefined
  readonly bytes: () => Uint8Array
}

/** A mail: its subject and its parts in order. */
export interface Mail {
  readonly subject: string
  readonly parts: readonly MailPart[]
}

const DEEPEST = 20
const MOST_PARTS = 1000

/** Takes a mail apart. Throws a `ReadingRefusal` for one with more parts than anybody sends. */
export function readMime(bytes: Uint8Array): Mail {
  // One character for each byte, so that parts can be cut out and decoded each in its own encoding.
  const whole = textOfBytes(bytes)
  const parts: MailPart[] = []
  const { headers } = headAndBody(whole)
  collect(whole, parts, 0)
  return { subject: headerWords(asWords(headers.get('subject') ?? '')).trim(), parts }
}

function collect(entity: string, parts: MailPart[], depth: number): void {
  if (depth > DEEPEST || parts.length > MOST_PARTS) throw new ReadingRefusal('bomb')
  const { headers, body } = headAndBody(entity)
  const content = fieldOf(headers.get('content-type') ?? 'text/plain')
  const boundary = content.parameters.get('boundary')
  if (content.value.startsWith('multipart/') && boundary !== undefined) {
    for (const piece of piecesOf(body, boundary)) collect(piece, parts, depth + 1)
    return
  }
  const disposition = fieldOf(headers.get('content-disposition') ?? '')
  const transfer = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  const named = disposition.parameters.get('filename') ?? content.parameters.get('name')
  const isAttached = disposition.value === 'attachment' || !/^(?:text|multipart)\//.test(content.value)
  const fileName = named ?? (isAttached ? unnamed(content.value) : undefined)
  parts.push({
    type: content.value,
    encoding: content.parameters.get('charset') ?? '',
    fileName: fileName === undefined ? undefined : headerWords(asWords(fileName)).replace(/[\r\n\t]/g, ''),
    bytes: () => decodedBody(body, transfer),
  })
}

/** A mail sent along may be without a name. */
function unnamed(type: string): string {
  return type === 'message/rfc822' ? '转来的邮件.eml' : '没有名字的附件'
}

function decodedBody(body: string, transfer: string): Uint8Array {
  if (transfer === 'base64') return fromBase64(body)
  if (transfer === 'quoted-printable') return fromQuotedPrintable(body)
  return bytesOfText(body)
}

/** The fields above the first blank line, by their names in small letters, and what follows it. */
function headAndBody(entity: string): { headers: Map<string, string>; body: string } {
  const blank = /\r?\n\r?\n/.exec(entity)
  const head = blank ? entity.slice(0, blank.index) : entity
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: blank ? entity.slice(blank.index + blank[0].length) : '' }
}

const PARAMETER = /;\s{0,100}([\w-]{1,40})(?:\*(\d{1,3}))?(\*)?\s{0,20}=\s{0,20}(?:"([^"]{0,2000})"|([^;\s]{0,2000}))/g

/** A field's value and its parameters; long ones may come in pieces, with their encoding in front (RFC 2231). */
function fieldOf(field: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>()
  const isEncoded = new Set<string>()
  for (const [, name = '', piece, star, quoted, bare] of field.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    const words = quoted ?? bare ?? ''
    if (star !== undefined) isEncoded.add(key)
    parameters.set(key, piece === undefined || piece === '0' ? words : (parameters.get(key) ?? '') + words)
  }
  for (const key of isEncoded) {
    const [, encoding = '', words = ''] = /^([\w.-]*)'[^']*'([\s\S]*)$/.exec(parameters.get(key) ?? '') ?? []
    if (encoding === '') continue
    const bytes = words.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    parameters.set(key, decodedAs(encoding, bytesOfText(bytes)))
  }
  return { value: /^[^;\s]*/.exec(field)?.[0].toLowerCase() ?? '', parameters }
}

function* piecesOf(body: string, boundary: string): Generator<string> {
  const mark = `--${boundary}`
  let start = -1
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body.charAt(at - 1) !== '\n') continue
    if (start >= 0) yield body.slice(start, at).replace(/\r?\n$/, '')
    if (body.startsWith('--', at + mark.length)) return
    start = body.indexOf('\n', at) + 1
    if (start === 0) return
  }
  if (start >= 0) yield body.slice(start)
}

/** Fields in bare bytes, which no standard allows and many programs write. */
function asWords(field: string): string {
  if (/^[\0-\x7f]*$/.test(field) || /[^\0-\xff]/.test(field)) return field
  return decodedAs('unknown', bytesOfText(field))
}
