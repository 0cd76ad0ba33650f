import type { ItemAnswer } from '../../samples/making/answers.ts'

/** An item as the engine reports it, with its aspect's words already looked up. */
export interface FoundItem {
  readonly start: number
  readonly lead: string
  /** The aspect's mark and heading as written. */
  readonly aspect?: string
}

interface ItemMatch {
  readonly answer: ItemAnswer
  readonly found: FoundItem
}

export interface ItemMatches {
  readonly matches: readonly ItemMatch[]
  readonly missed: readonly ItemAnswer[]
  readonly extra: readonly FoundItem[]
}

/** Starts this close are the same place. */
const nearStart = 3
/** Starts this close are the same item if the leads agree too. */
const nearLead = 30

/** Pairs answers with found items, each at most once: by place first, then by lead near the place. */
export function matchItems(answers: readonly ItemAnswer[], found: readonly FoundItem[]): ItemMatches {
  const free = new Set(found)
  const partners = new Map<ItemAnswer, FoundItem>()
  for (const agrees of [sameStart, sameLead])
    for (const answer of answers) {
      if (partners.has(answer)) continue
      const partner = nearest(
        answer,
        [...free].filter((item) => agrees(answer, item)),
      )
      if (partner === undefined) continue
      partners.set(answer, partner)
      free.delete(partner)
    }
  return {
    matches: [...partners].map(([answer, item]) => ({ answer, found: item })),
    missed: answers.filter((answer) => !partners.has(answer)),
    extra: [...free],
  }
}

/** True if the engine's aspect is the answer's, which may be the mark alone, the heading alone or how both begin. */
export function sameAspect(answer: string, found: string | undefined): boolean {
  if (found === undefined) return false
  const [wanted, given] = [plain(answer), plain(found)]
  return (
    given.startsWith(wanted) || wanted.startsWith(given) || withoutMark(given).startsWith(withoutMark(wanted) || wanted)
  )
}

function sameStart(answer: ItemAnswer, item: FoundItem): boolean {
  return Math.abs(answer.start - item.start) <= nearStart
}

function sameLead(answer: ItemAnswer, item: FoundItem): boolean {
  if (Math.abs(answer.start - item.start) > nearLead) return false
  const [wanted, given] = [plain(answer.lead), plain(item.lead)]
  return wanted !== '' && given !== '' && (wanted.startsWith(given) || given.startsWith(wanted))
}

function nearest(answer: ItemAnswer, items: readonly FoundItem[]): FoundItem | undefined {
  return items.toSorted((a, b) => Math.abs(a.start - answer.start) - Math.abs(b.start - answer.start))[0]
}

/** Letters, digits, Chinese characters and brackets; no markup, spaces or other punctuation. */
function plain(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}（）]/gu, '')
}

function withoutMark(words: string): string {
  return words.replace(/^(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}是?|\d{1,2})/, '')
}
