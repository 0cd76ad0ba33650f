/** How far a measure or problem is, as ledgers say it. */
export type LedgerState = 'struck_off' | 'done' | 'stage_done' | 'in_progress' | 'sustained' | 'not_started'

/** The class of a rectification: 立行立改, 限期整改, 长期坚持. */
export type LedgerClass = 'immediate' | 'dated' | 'sustained'

/** Words of state, tried in order: 未完成 before 完成, 基本完成 before 完成. */
const STATES: readonly (readonly [LedgerState, RegExp])[] = [
  ['not_started', /^(?:尚?未(?:启动|开展|开始|整改)|未)$|未启动|未开展/],
  ['in_progress', /[未没](?:全部|能|有)?(?:完成|销号|办结|整改|到位)|正在|推进|进行中|整改中|办理中|^否$|^[×xX✗]$/],
  ['stage_done', /阶段性|基本完成|部分完成|取得.{0,4}成效/],
  ['sustained', /长期|持续|常态/],
  ['struck_off', /销号/],
  ['done', /完成|办结|整改到位|已(?:整改|解决|落实)|^是$|^100%?$|^[√✓✔☑●■]$/],
]

const CLASSES: readonly (readonly [LedgerClass, RegExp])[] = [
  ['immediate', /立行立改|立改|立即|即知即改|即行即改|[AＡ]类/],
  ['sustained', /长期|持续|常态/],
  ['dated', /限期|限时|分阶段|阶段性|短期|中期|近期|集中整改|年内/],
]

/** A mark that ticks a box. */
export const TICK = /^[√✓✔☑●■▲★○]$|^是$|^[vV]$/

/** Texts longer than this tell a story, not a state. */
const LONGEST_STATE = 16

/** The state a short text names, or null. */
export function stateOf(text: string): LedgerState | null {
  const words = compact(text)
  if (words === '' || words.length > LONGEST_STATE) return null
  return STATES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** The class a short text names, or null. */
export function classOf(text: string): LedgerClass | null {
  const words = compact(text)
  if (words === '' || words.length > LONGEST_STATE) return null
  return CLASSES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

function compact(text: string): string {
  return text.slice(0, 60).normalize('NFKC').replace(/\s+/g, '')
}
