import type { Known } from './field-words.ts'

/** A study campaign (集中性学习教育) of the whole Party. */
export interface Campaign {
  readonly name: string
  /** Other names it goes by, the longest first. */
  readonly aliases: readonly string[]
  /** First and last month, `yyyy-mm`. */
  readonly from: string
  readonly to: string
  /** What its stages and demands are called. */
  readonly asks: readonly string[]
  readonly source: string
  readonly known: Known
}

/** The study campaigns since 2024; their results are reported at the meetings of the year. */
export const campaigns: readonly Campaign[] = [
  {
    name: '党纪学习教育',
    aliases: [],
    from: '2024-04',
    to: '2024-07',
    asks: ['学纪', '知纪', '明纪', '守纪'],
    source: '公开报道',
    known: 'regulation',
  },
  {
    name: '深入贯彻中央八项规定精神学习教育',
    aliases: ['中央八项规定精神学习教育'],
    from: '2025-03',
    to: '2025-07',
    asks: ['学习研讨', '查摆问题', '集中整治', '开门教育'],
    source: '新华社公开报道',
    known: 'regulation',
  },
  {
    name: '树立和践行正确政绩观学习教育',
    aliases: ['正确政绩观学习教育'],
    from: '2026-02',
    to: '2026-07',
    asks: ['学习研讨', '查摆问题', '整改整治', '建章立制', '开门教育'],
    source: '2026年2月公开报道的中央办公厅通知',
    known: 'regulation',
  },
]
