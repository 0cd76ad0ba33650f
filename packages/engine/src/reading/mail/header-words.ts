import { bytesOfText } from '../byte-text.ts'
import { decodeText } from '../text-encoding.ts'

/** What encodings are called in mails, where the decoder calls them otherwise. */
const ENCODINGS: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
}

const ENCODED = /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,10000})\?=/gi
const BETWEEN = /(=\?[\w.:+*-]{1,60}\?[bq]\?[^?\s]{0,10000}\?=)\s{1,100}(?==\?[\w.:+*-]{1,60}\?[bq]\?)/gi

/** The words of a header field, encoded ones decoded (RFC 2047); white space between two of those is none. */
export function headerWords(value: string): string {
  return value.replace(BETWEEN, '$1').replace(ENCODED, (_, encoding: string, way: string, words: string) => {
    const bytes = way.toLowerCase() === 'b' ? fromBase64(words) : fromQuotedPrintable(words.replaceAll('_', ' '))
    return decodedAs(encoding, bytes)
  })
}

/** Bytes as words of the encoding named, of any other that fits where it is unknown. */
export function decodedAs(encoding: string, bytes: Uint8Array): string {
  const name = encoding.toLowerCase()
  try {
    return new TextDecoder(ENCODINGS[name] ?? name).decode(bytes)
  } catch {
    return decodeText(bytes)?.text ?? ''
  }
}

/** The bytes base64 stands for; what is no sign of it is passed over. */
export function fromBase64(words: string): Uint8Array {
  const clean = words.replace(/[^A-Za-z\d+/]/g, '')
  const whole = atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)))
  return bytesOfText(whole)
}

/** The bytes of a text in which `=D1` stands for a byte and `=` at a line's end for nothing (RFC 2045, 6.7). */
export function fromQuotedPrintable(words: string): Uint8Array {
  const plain = words
    .replace(/[ \t]{1,200}(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return bytesOfText(plain)
}
