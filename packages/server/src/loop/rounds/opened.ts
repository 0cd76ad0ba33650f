import type { KeptGroup } from './round-queries.ts'
import { shownGroups } from './shown-groups.ts'

/** What became known of the groups, and how many answered in all. */
export interface Opened {
  readonly groups: readonly KeptGroup[]
  readonly answered: number
}

/**
 * Which groups are told apart and how many of each of them answered. Of the others that is kept nowhere: where one of them
 * alone answered, all that is not told apart would be known as its own.
 */
export function shownOf(groups: readonly KeptGroup[], answers: readonly { readonly groupId: string }[]): Opened {
  const answered = groups.map((group) => answers.filter(({ groupId }) => groupId === group.id).length)
  const shown = shownGroups(answered)
  return {
    groups: groups.map((group, index) =>
      shown[index] === true
        ? { ...group, isShown: true, answered: answered[index] ?? 0 }
        : { ...group, isShown: false },
    ),
    answered: answers.length,
  }
}
