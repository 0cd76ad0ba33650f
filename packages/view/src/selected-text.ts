import type { PageSpan } from './page-data.ts'

/** Where in the document's text the words lie that are selected in `article`; null if none of them are. */
export function selectedText(article: HTMLElement): PageSpan | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = offsetOf(article, range.startContainer, range.startOffset)
  const end = offsetOf(article, range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : { start, end }
}

/** Blocks of text know where they begin; what precedes in the block counts, but for what is drawn and not written. */
function offsetOf(article: HTMLElement, container: Node, offset: number): number | null {
  const origin = container instanceof Element ? container : container.parentElement
  const block = origin?.closest<HTMLElement>('[data-start]') ?? null
  if (block === null || !article.contains(block)) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(container, offset)
  const carets = before.cloneContents().querySelectorAll('.caret').length
  return Number(block.dataset['start']) + before.toString().length - carets
}
