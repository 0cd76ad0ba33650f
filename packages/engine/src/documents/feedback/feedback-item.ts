import type { Span } from '../../span.ts'

/** A problem of a feedback paper (反馈意见) with what stands over it; the span is that of its words, without its mark. */
export interface FeedbackItem extends Span {
  /** 反馈大类: the heading of the highest order; empty where none stands over it. */
  readonly category: string
  /** 方面: the heading next to it, where there is one beside the category; empty else. */
  readonly aspect: string
  readonly text: string
}
