import type { Span } from '../span.ts'

/**
 * The families of marks Chinese official documents number with, from the order of GB/T 9704—2012
 * (一、 （一） 1. （1）) to the ordinals inside a paragraph.
 */
export type MarkFamily =
  | 'markdown' // # 标题
  | 'chapter' // 第一部分 第一章
  | 'comma' // 一、
  | 'parenthesis' // （一）
  | 'arabic' // 1. 1、 1．
  | 'arabic_parenthesis' // （1） 1）
  | 'circled' // ①
  | 'is' // 一是
  | 'ordinal_word' // 第一， 首先
  | 'bare' // 主要表现：一…二…
  | 'unnumbered' // a heading without mark (bold, a Word heading style, "……方面" on a line of its own)

/**
 * One numbered part of a document. The tree's root has family 'unnumbered', an empty mark and covers the whole text.
 * `mark`, heading and body lie in that order inside the part's own span.
 */
export interface Part extends Span {
  readonly family: MarkFamily
  /** As written, e.g. "（一）"; markup such as `**` that is wrapped round or inside it is not part of it. */
  readonly mark: string
  readonly markSpan: Span
  /** 1 for 一 and ①; 0 for parts without a number. */
  readonly ordinal: number
  /** Depth in the tree, the root is 0. */
  readonly depth: number
  /** The first sentence or the rest of the heading line, after the mark. */
  readonly heading: Span
  /** What follows the heading, children included. */
  readonly body: Span
  /** True if the mark stands inside a paragraph (一是…；二是…), not at the start of a line. */
  readonly inline: boolean
  /** Present if it is no heading but the sentence of a paper without headings that announces a section. */
  readonly announces?: true
  /** Present if it is what stands behind “存在问题：”, “原因分析：”, “整改措施：” under a field. */
  readonly labels?: true
  readonly children: readonly Part[]
}
