/** FNV-1a of a text, or of one that goes on behind what was hashed already. */
export function hashOf(text: string, before = 0x811c9dc5): number {
  let hash = before
  for (let i = 0; i < text.length; i++) hash = hashedOn(hash, text.charCodeAt(i))
  return hash
}

/** The hash of a text one character longer. */
export function hashedOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}
