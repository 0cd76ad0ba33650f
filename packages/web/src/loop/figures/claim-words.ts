import type { ClaimState, PaperClaim } from '@duizhao/contract'

const ORDER: readonly ClaimState[] = ['differs', 'uncounted', 'agrees']

/** What asks for something first, each in the order of the paper. */
export function claimsInOrder(claims: readonly PaperClaim[]): PaperClaim[] {
  return claims.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.start - b.start)
}

/** How many agree, and how many not: 读到 5 个数：不一致 1，一致 3，没有可对的记录 1。 Empty where there are none. */
export function summaryOf(claims: readonly PaperClaim[]): string {
  if (claims.length === 0) return ''
  const count = (state: ClaimState): number => claims.filter((claim) => claim.state === state).length
  const words = [
    [count('differs'), '不一致'],
    [count('agrees'), '一致'],
    [count('uncounted'), '没有可对的记录'],
  ] as const
  return `读到 ${claims.length} 个数：${words.flatMap(([number, name]) => (number === 0 ? [] : [`${name} ${number}`])).join('，')}。`
}
