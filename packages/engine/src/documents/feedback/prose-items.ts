import { outline } from '../../outline/outline.ts'
import type { Part } from '../../outline/part.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { chaptersOfProblems, isFlatList, ownParts, withoutEnding } from '../reconcile/listed-parts.ts'
import type { FeedbackItem } from './feedback-item.ts'

/** A heading that says no more than that problems follow: 巡察发现的主要问题. */
const FRAME =
  /^(?:本次|此次)?(?:巡[视察]|审计|督[查导]|检查)?(?:中|组)?(?:发现|存在|反馈|指出|查出)?的?(?:主要|突出|具体)?问题(?:[和及与]不足)?[：:]?$/
/** A category, an aspect and the problem itself: what is numbered below that shows the problem. */
const MOST_HEADINGS = 2
const SHORTEST = 4

/** The problems a text lists one after another, each with the headings over it. */
export function proseItems(document: SourceDocument): FeedbackItem[] {
  const { text } = document
  const root = outline(document)
  const chapters = chaptersOfProblems(ownParts(root), text)
  const inChapters = chapters.filter((part) => part.children.length > 0).flatMap((part) => itemsOf(part, [], text))
  const found =
    inChapters.length > 0
      ? inChapters
      : isFlatList(chapters, text)
        ? withoutEnding(chapters, text).map((part) => ({ part, headings: [] }))
        : inlineParts(root).map((part) => ({ part, headings: [] }))
  return found.map((each) => itemOf(each, text)).filter((item) => item.text.length >= SHORTEST)
}

interface Found {
  readonly part: Part
  readonly headings: readonly string[]
}

function itemsOf(part: Part, over: readonly string[], text: string): Found[] {
  const own = ownParts(part)
  const inner = own.length > 0 ? withoutEnding(chaptersOfProblems(own, text), text) : inlineParts(part)
  if (over.length >= MOST_HEADINGS || inner.length === 0) return [{ part, headings: over }]
  const heading = headingOf(part, text)
  const headings = FRAME.test(heading) ? over : [...over, heading]
  return inner.flatMap((child) => itemsOf(child, headings, text))
}

function inlineParts({ children }: Part): Part[] {
  return children.filter(({ inline }) => inline)
}

function headingOf({ heading }: Part, text: string): string {
  return text
    .slice(heading.start, heading.end)
    .replaceAll(/\s+/g, '')
    .replace(/^在(?=.{2,40}方面$)/, '')
    .replace(/[。：:；;，,]+$/, '')
}

function itemOf({ part, headings }: Found, text: string): FeedbackItem {
  const [category = '', aspect = ''] = headings
  const { start, end } = trimmed(text, { start: part.heading.start, end: part.end })
  return { category, aspect, start, end, text: text.slice(start, end).replaceAll(/\s*\n\s*/g, '\n') }
}

/** Without the space around it and the semicolon that leads on to the next. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const kept = words.replace(/[\s；;]+$/, '')
  return { start: start + (kept.length - kept.trimStart().length), end: start + kept.length }
}
