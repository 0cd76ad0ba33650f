import type { Part } from '../outline/part.ts'
import { partsBelow } from '../outline/walk.ts'

/** Parts of one list: neighbours written with the same kind of mark; a list begins anew where the number is 1 again. */
export type NumberedList = readonly Part[]

/** All numbered lists of a document, in reading order of their first part. */
export function numberedLists(outline: Part): NumberedList[] {
  return [outline, ...partsBelow(outline)].flatMap((part) => listsAmong(part.children))
}

/** Items that stand among numbered ones in their form and have lost their number, in reading order. */
export function lostNumbers(outline: Part): Part[] {
  return [...partsBelow(outline)].filter(
    ({ family, ordinal, mark }) => family !== 'unnumbered' && ordinal === 0 && mark === '',
  )
}

function listsAmong(children: readonly Part[]): NumberedList[] {
  const lists: Part[][] = []
  for (const part of children) {
    if (part.ordinal === 0) continue
    const list = lists.findLast((other) => writing(other[0]) === writing(part))
    if (!list || part.ordinal === 1) lists.push([part])
    else list.push(part)
  }
  return lists
}

/** How a mark is written, apart from its number: 一是 and 一要 are two kinds, "1." and "1、" are one. */
function writing(part: Part | undefined): string {
  if (!part) return ''
  if (/^(?:首先|其次|再次|最后)/.test(part.mark)) return 'first'
  const word = /^(?:问题|措施|原因|不足|第|其)|[是要]$/.exec(part.mark)?.[0] ?? ''
  return `${part.family} ${part.inline && part.family !== 'is' ? 'inline' : ''} ${word}`
}
