import type { PaperFinding, ReviewChanges } from '@duizhao/contract'
import { placeAfter, type TextChange, textChanges } from '@duizhao/engine'
import { shortened } from '@duizhao/engine/wording'
import type { ActorContext } from '../../platform/context.ts'
import { type KeptReview, keptReview } from '../papers/index.ts'
import { versionBefore } from './mark-queries.ts'
import { reviewedVersion } from './read-review.ts'

const MOST_CHANGES = 200
const MOST_WORDS = 200

/**
 * A version beside the one that was sent back before it, or else the one before: what was changed in the text, which findings
 * are gone and which are new. Nothing to be told where either was not reviewed.
 */
export async function readReviewChanges(context: ActorContext, versionId: string): Promise<ReviewChanges> {
  const { db } = context
  const { paperId, ordinal } = await reviewedVersion(context, versionId)
  const earlier = await versionBefore(db, paperId, ordinal)
  const [was, is] = await Promise.all([earlier && keptReview(db, earlier.versionId), keptReview(db, versionId)])
  if (!earlier || !was || !is) return { earlier: null, gone: [], fresh: [], changes: [], moreChanges: 0 }
  const changes = textChanges(was.text.text, is.text.text)
  return { earlier, ...findingsSince(was, is, changes), ...changesTold(was, is, changes) }
}

/**
 * A finding is still there if the same is said of the same words, or of words that took their place; what is left on either
 * side is gone or new.
 */
export function findingsSince(
  was: Pick<KeptReview, 'findings'>,
  is: Pick<KeptReview, 'findings'>,
  changes: readonly TextChange[],
): { gone: PaperFinding[]; fresh: string[] } {
  const left = new Map(is.findings.map((finding) => [finding.key, finding]))
  const take = (finding: PaperFinding | undefined): boolean => finding !== undefined && left.delete(finding.key)
  const unmatched = was.findings.filter(({ key }) => !take(left.get(key)))
  const gone = unmatched.filter((before) => {
    const places = placesOf(before, changes)
    const isSame = (after: PaperFinding): boolean =>
      after.rule === before.rule && places.some(({ start, end }) => after.start <= end && start <= after.end)
    return !take([...left.values()].find(isSame))
  })
  return { gone, fresh: [...left.keys()] }
}

/** Where the words of a finding are afterwards, or what took their place. */
function placesOf({ start, end }: PaperFinding, changes: readonly TextChange[]) {
  const place = placeAfter(changes, { start, end })
  if (place !== null) return [place]
  return changes.filter(({ before }) => before.start <= end && start <= before.end).map(({ after }) => after)
}

/** So many characters around what was changed tell where it is. */
const AROUND = 12

function changesTold(was: KeptReview, is: KeptReview, changes: readonly TextChange[]) {
  const { text } = is.text
  const told = changes.slice(0, MOST_CHANGES).map(({ before, after: { start, end } }) => ({
    beginning: /[^\r\n]*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? '',
    was: shortened(was.text.text.slice(before.start, before.end), MOST_WORDS),
    is: shortened(text.slice(start, end), MOST_WORDS),
    ending: /^[^\r\n]*/.exec(text.slice(end, end + AROUND))?.[0] ?? '',
  }))
  return { changes: told, moreChanges: changes.length - told.length }
}
