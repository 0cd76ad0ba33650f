import type { Part } from '../outline/part.ts'
import { partsBelow } from '../outline/walk.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { statesShortcoming } from './acts.ts'
import type { FoundItem } from './found-item.ts'
import { paragraphsIn, sentencesIn, trimmed } from './sentences.ts'
import { wordsOf } from './words.ts'

/** What is announced as advice or as work to do lists no shortcomings. */
const ADVICE = /建议|希望|打算|下一?步|改进|整改|措施|今后|要求|表态|承诺/
/** “给您提个意见，您……”: the shortcoming pointed out to the other. */
const POINTED_OUT = /(?:提[一两几]?[个点条]?(?:意见|批评|不足|问题)|(?:不足|问题)是)[，：:](?:您|你|就是|我觉得)?/

/** The shortcomings a record of a talk tells, one's own and those pointed out to the other, in reading order. */
export function talkItems(document: SourceDocument, outline: Part): FoundItem[] {
  const listed = [...partsBelow(outline)].filter((part) => part.inline && part.children.length === 0)
  return paragraphsIn(document, { start: 0, end: document.text.length }).flatMap((paragraph) => {
    const parts = listed.filter(({ start }) => start >= paragraph.start && start < paragraph.end)
    const [first] = parts
    if (!first) return pointedOut(document, paragraph)
    const before = wordsOf(document, { start: paragraph.start, end: first.start })
    const announcing = before.split(/[。；]/).at(-1) ?? ''
    if (ADVICE.test(announcing)) return []
    return parts
      .filter((part) => statesShortcoming(wordsOf(document, part)))
      .map(({ mark, heading, end }): FoundItem => ({
        mark,
        span: { start: heading.start, end },
        heading,
        parent: null,
      }))
  })
}

function pointedOut(document: SourceDocument, paragraph: Span): FoundItem[] {
  return sentencesIn(document.text, paragraph).flatMap((sentence) => {
    const words = document.text.slice(sentence.start, sentence.end)
    const match = POINTED_OUT.exec(words)
    if (!match || !statesShortcoming(words.slice(match.index + match[0].length))) return []
    const span = trimmed(document.text, { start: sentence.start + match.index + match[0].length, end: sentence.end })
    return [{ mark: '', span, heading: span, parent: null }]
  })
}
