const AT_ONCE = 8192

/** Bytes as a text of one character each, from U+0000 to U+00FF: a text that can be cut up before it is decoded. */
export function textOfBytes(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)))
  return pieces.join('')
}

/** The bytes such a text stands for; of a character beyond U+00FF the low byte. */
export function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
