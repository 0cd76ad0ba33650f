/** A text file decoded, or with a few of its bytes not understood. */
export interface DecodedText {
  readonly text: string
  /** How many characters could not be decoded; each stands in `text` as U+FFFD. */
  readonly undecoded: number
}

/**
 * The text of a file without format, or null if the bytes are not text in any encoding offices use. Decided by
 * validity, not statistics: byte order mark, then UTF-16 by its zero bytes, strict UTF-8, strict GB18030. A file with
 * a few invalid bytes (cut off in the middle of a character) is read in the encoding that suits it best.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return leniently('utf-8', bytes.subarray(3))
  if (a === 0xff && b === 0xfe) return leniently('utf-16le', bytes.subarray(2))
  if (a === 0xfe && b === 0xff) return leniently('utf-16be', bytes.subarray(2))
  if (bytes.includes(0)) return decodeUtf16(bytes)
  const utf8 = strictly('utf-8', bytes)
  if (utf8 && !isMisread(utf8.text)) return utf8
  return strictly('gb18030', bytes) ?? utf8 ?? decodeUtf16(bytes) ?? decodeDamaged(bytes)
}

/** A few Chinese words in GB18030 ("学", "联通") are also valid UTF-8, of Greek and Cyrillic letters only. */
function isMisread(text: string): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text)
}

/** UTF-16 without mark: the half in which line breaks, digits and Latin letters leave zero bytes tells the order. */
function decodeUtf16(bytes: Uint8Array): DecodedText | null {
  let even = 0
  let odd = 0
  for (const [i, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  for (const encoding of even > odd ? ['utf-16be', 'utf-16le'] : ['utf-16le', 'utf-16be']) {
    const decoded = leniently(encoding, bytes)
    if (decoded && isMostlyChinese(decoded.text)) return decoded
  }
  return null
}

/** Almost any bytes are UTF-16 of something; a Chinese text is not of just anything. */
function isMostlyChinese(text: string): boolean {
  const sample = text.slice(0, 2000).replace(/\s/g, '')
  const common = sample.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uff60 -~‘’“”…—·]/g)?.length ?? 0
  return common > 0 && common >= sample.length * 0.9
}

function decodeDamaged(bytes: Uint8Array): DecodedText | null {
  const candidates = ['utf-8', 'gb18030']
    .map((encoding) => leniently(encoding, bytes))
    .filter((found) => found !== null)
  return candidates.toSorted((one, other) => one.undecoded - other.undecoded)[0] ?? null
}

function strictly(encoding: string, bytes: Uint8Array): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return isText(text) ? { text, undecoded: 0 } : null
  } catch {
    return null
  }
}

function leniently(encoding: string, bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const undecoded = text.match(/\ufffd/g)?.length ?? 0
  return isText(text) && undecoded <= Math.max(1, text.length / 500) ? { text, undecoded } : null
}

/** Text has hardly any control characters and no characters that are none. */
function isText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is counted
  const controls = sample.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u0080-\u009f\ufffe\uffff]/g)?.length ?? 0
  return controls <= sample.length / 500
}
