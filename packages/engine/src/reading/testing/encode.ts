/** Text as bytes in the encodings the platform can only decode, for tests. */
export function encodeUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'little')
  return bytes
}

/** GB18030's two-byte part, which holds every Chinese character in common use. Throws on others. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    const found = code < 0x80 ? [code] : twoByteCodes().get(character)
    if (!found) throw new Error(`not in GB18030's two-byte part: ${character}`)
    return found
  })
  return Uint8Array.from(bytes.flat())
}

let codes: Map<string, number[]> | undefined

/** The decoder's own table, turned round. */
function twoByteCodes(): Map<string, number[]> {
  if (codes) return codes
  codes = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return codes
}
