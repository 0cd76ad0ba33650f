import { pairOf } from './with-waiting.ts'

/** Who speaks of whom. */
export interface Pair {
  readonly fromId: string
  readonly aboutId: string
}

/**
 * What is typed after a line: the next in the order of the seats who has not spoken of this person; after the last, the
 * next person, who speaks of himself first.
 */
export function nextPair(ids: readonly string[], said: ReadonlyMap<string, number>, { fromId, aboutId }: Pair): Pair {
  const isOpen = (from: string, about: string): boolean => !said.has(pairOf(from, about))
  const after = (id: string): string[] => [...ids.slice(ids.indexOf(id) + 1), ...ids.slice(0, ids.indexOf(id) + 1)]
  const speaker = after(fromId).find((id) => isOpen(id, aboutId))
  if (speaker !== undefined) return { fromId: speaker, aboutId }
  const about = after(aboutId).find((id) => ids.some((from) => isOpen(from, id)))
  if (about === undefined) return { fromId, aboutId }
  const from = isOpen(about, about) ? about : (ids.find((id) => isOpen(id, about)) ?? about)
  return { fromId: from, aboutId: about }
}
