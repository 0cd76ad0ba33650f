import type { Paragraph, SourceDocument, Unreadable } from './source-document.ts'
import { unreadable } from './unreadable.ts'

/**
 * The text of a file without format, or null if the bytes are not text in any encoding offices use. Decided by
 * validity, not statistics: byte order mark, then UTF-16 by its zero bytes, strict UTF-8, strict GB18030.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded('utf-8', bytes.subarray(3))
  if (a === 0xff && b === 0xfe) return decoded('utf-16le', bytes.subarray(2))
  if (a === 0xfe && b === 0xff) return decoded('utf-16be', bytes.subarray(2))
  if (bytes.includes(0)) return decodeUtf16(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decoded(encoding, bytes)
    if (text !== null && isText(text)) return text
  }
  return bytes.length % 2 === 0 ? decodeUtf16(bytes) : null
}

/** UTF-16 without mark: the half in which line breaks, digits and Latin letters leave zero bytes tells the order. */
function decodeUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096 - (4096 % 2))
  let even = 0
  let odd = 0
  for (const [i, byte] of sample.entries()) if (byte === 0) i % 2 === 0 ? even++ : odd++
  for (const encoding of even > odd ? ['utf-16be', 'utf-16le'] : ['utf-16le', 'utf-16be']) {
    const text = decoded(encoding, bytes)
    if (text !== null && isText(text) && /[\u4e00-\u9fff]/.test(text.slice(0, 2000))) return text
  }
  return null
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Text has hardly any control characters. */
function isText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is counted
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g)?.length ?? 0
  return controls <= sample.length / 500
}

/** The lines of a text as spans without the white space at their ends; empty lines left out. */
export function* linesOfText(text: string): Generator<{ start: number; end: number; words: string }> {
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const words = match[0].trim()
    if (words === '') continue
    const start = match.index + match[0].indexOf(words)
    yield { start, end: start + words.length, words }
  }
}

/** A .txt file: the decoded file unchanged, one paragraph a line. */
export function readPlainText(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  const text = decodeText(bytes)
  if (text === null) return unreadable(name, 'unsupported', '不是文字文件，内容无法识别')
  if (text.trim() === '') return unreadable(name, 'empty', '里面没有文字')
  const paragraphs: Paragraph[] = Array.from(linesOfText(text), ({ start, end }) => ({ start, end, style: 'body' }))
  return { name, format: 'txt', text, paragraphs, tables: [], notes: [] }
}
