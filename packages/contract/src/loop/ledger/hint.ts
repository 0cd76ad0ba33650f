import { z } from 'zod'

/** Signs of rectification on paper only (纸面整改): facts to look at, never a judgement of a person. */
export const hintKinds = [
  'no-evidence',
  'paper-evidence',
  'early-evidence',
  'reused-evidence',
  'same-progress',
  'closed-together',
  'closed-last-day',
  'same-measures',
] as const
export const HintKind = z.enum(hintKinds)
export type HintKind = z.infer<typeof HintKind>

export const hintNames: Readonly<Record<HintKind, string>> = {
  'no-evidence': '销号没有佐证材料',
  'paper-evidence': '佐证材料只有会议、通知',
  'early-evidence': '佐证材料早于问题登记',
  'reused-evidence': '同一份佐证材料用于几个问题',
  'same-progress': '几个问题的进展一字不差',
  'closed-together': '同一天集中销号',
  'closed-last-day': '都在时限最后一天销号',
  'same-measures': '措施与以前的问题一字不差',
}

export const Hint = z.object({
  kind: HintKind,
  /** The facts, in a sentence. */
  text: z.string(),
  /** The other rows it is about. */
  problems: z.array(z.object({ id: z.uuid(), number: z.int() })),
})
export type Hint = z.infer<typeof Hint>
