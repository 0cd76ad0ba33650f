/** Encodes text as GB18030 (its two-byte part, which holds every Chinese character in common use). Throws on others. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const pair = code < 0x80 ? [code] : twoByteCodes().get(character)
    if (pair === undefined) throw new Error(`not in GB18030's two-byte part: ${character}`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

/** Encodes text as UTF-16, little endian, with byte order mark, as Windows Notepad writes "Unicode". */
export function encodeUtf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
}

let codes: Map<string, number[]> | undefined

/** Node can decode GB18030 but not encode it: the table is the decoder's, turned round. */
function twoByteCodes(): Map<string, number[]> {
  if (codes !== undefined) return codes
  codes = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return codes
}
