/** The number by which a thing is asked for as people say and write it: 12, 12号, 第12号, 问题 12 号, #12, №12; null for other words. */
export function numberIn(text: string): number | null {
  // NFKC makes No of №.
  const plain = text.normalize('NFKC').trim()
  const [, digits] = /^(?:问题\s*)?(?:#|第|no\.?\s*)?\s*(\d{1,9})\s*号?$/iu.exec(plain) ?? []
  return digits === undefined ? null : Number(digits)
}
