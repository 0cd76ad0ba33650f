import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { saysWhy } from './acts.ts'
import type { FoundItem } from './found-item.ts'
import { sentencesIn, trimmed } from './sentences.ts'
import { unmarkedItem } from './unmarked-item.ts'

/** “原因：……” behind a problem: a label that is no part of the cause. */
const CAUSE = /^[*\s]*((?:产生)?(?:问题的?)?(?:主要)?原因(?:分析|剖析)?[：:][*\s]*)/
/** “下一步，……”, “措施：……” behind it. */
const MEASURE =
  /^[*\s]*(?:(?=(?:下一?步|今后|往后|接下来|从[^，。]{1,4}月起)[^。]{0,2}(?:，|[^，。]{2,}))|((?:整改|改进)?措施[：:][*\s]*))/

interface Woven {
  readonly problems: readonly FoundItem[]
  readonly causes: readonly FoundItem[]
  readonly measures: readonly FoundItem[]
}

/**
 * Problems that go on with their causes and measures in the same paragraph: the problems without them, and what they
 * tell. A labelled measure is one; of others each sentence is one.
 */
export function wovenItems(document: SourceDocument, problems: readonly FoundItem[]): Woven {
  const { text } = document
  const [causes, measures]: [FoundItem[], FoundItem[]] = [[], []]
  const shortened = problems.map((problem) => {
    const { start } = problem.span
    const [, ...rest] = sentencesIn(text, problem.span)
    const begin = rest.find((sentence) => roleOf(text, sentence) !== null)
    if (begin === undefined) return problem
    const after = rest.filter((sentence) => sentence.start >= begin.start)
    let role: 'cause' | 'measure' = 'cause'
    let isLabelled = false
    for (const sentence of after) {
      const own = roleOf(text, sentence)
      if (own !== null) ({ role, isLabelled } = own)
      const list = role === 'cause' ? causes : measures
      const last = list.at(-1)
      if (own === null && last && (role === 'cause' || isLabelled)) {
        list[list.length - 1] = { ...last, span: { start: last.span.start, end: sentence.end } }
      } else list.push(unmarkedItem(text, { start: sentence.start + (own?.skip ?? 0), end: sentence.end }))
    }
    return { ...problem, span: trimmed(text, { start, end: begin.start }) }
  })
  return { problems: shortened, causes, measures }
}

function roleOf(
  text: string,
  { start, end }: Span,
): { readonly role: 'cause' | 'measure'; readonly skip: number; readonly isLabelled: boolean } | null {
  const words = text.slice(start, end)
  if (saysWhy(words)) return { role: 'cause', skip: 0, isLabelled: false }
  for (const [role, pattern] of [
    ['cause', CAUSE],
    ['measure', MEASURE],
  ] as const) {
    const match = pattern.exec(words)
    if (match) return { role, skip: match[0].length, isLabelled: match[1] !== undefined }
  }
  return null
}
