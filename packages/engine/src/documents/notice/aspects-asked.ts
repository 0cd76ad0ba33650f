import { outline } from '../../outline/outline.ts'
import type { Part } from '../../outline/part.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { NoticeAspect } from './notice.ts'

/** Words that say that what follows are the aspects: 重点围绕以下五个方面查摆问题. */
const ANNOUNCES = /(?:围绕|对照|查摆|聚焦|检视|剖析)[^。\n]{0,40}方面|方面[^。\n]{0,20}(?:查摆|检视|剖析)/
const FEWEST = 2

/** The aspects a notice asks for: the items below the words that announce them, else those that begin with 带头. */
export function aspectsAsked(document: SourceDocument): NoticeAspect[] {
  const root = outline(document)
  const listed = partsBelow(root).find(
    (part) => part.children.length >= FEWEST && ANNOUNCES.test(ownWords(document.text, part)),
  )
  if (listed !== undefined) return listed.children.map((part) => aspectOf(document.text, part))
  const leading = partsBelow(root).find((part) => part.children.filter(isLeading(document.text)).length >= FEWEST)
  if (leading !== undefined)
    return leading.children.filter(isLeading(document.text)).map((part) => aspectOf(document.text, part))
  return inOneSentence(document.text)
}

function partsBelow(part: Part): Part[] {
  return [part, ...part.children.flatMap(partsBelow)]
}

/** Heading and text of a part up to its first child. */
function ownWords(text: string, part: Part): string {
  return text.slice(part.heading.start, part.children[0]?.start ?? part.end)
}

const isLeading = (text: string) => (part: Part) =>
  /^\s*(?:在)?带头/.test(text.slice(part.heading.start, part.heading.end))

function aspectOf(text: string, { heading, children }: Part): NoticeAspect {
  return {
    title: plain(text.slice(heading.start, heading.end)),
    points: children.map((child) => plain(text.slice(child.heading.start, child.heading.end))),
    ...{ start: heading.start, end: heading.end },
  }
}

function plain(words: string): string {
  return words
    .replace(/\s+/g, '')
    .replace(/[。；：:，、;]+$/, '')
    .replace(/方面$/, '')
}

const TOGETHER = /带头[^，；。、\n]{2,30}(?:、(?!带头)[^，；。、\n]{2,20}){0,3}/g

/** 在带头……、带头……、带头……等方面: one sentence that names them all. */
function inOneSentence(text: string): NoticeAspect[] {
  for (const { 0: sentence, index } of text.matchAll(/[^。\n]{1,400}/g)) {
    const found = [...sentence.matchAll(TOGETHER)]
    if (found.length < FEWEST) continue
    return found.map((match) => {
      const title = match[0].replace(/等?[一二三四五六七八九十]?个?方面.*$/, '')
      const start = index + match.index
      return { title, points: [], start, end: start + title.length }
    })
  }
  return []
}
