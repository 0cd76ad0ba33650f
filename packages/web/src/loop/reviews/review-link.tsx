import type { PaperVersion } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'

/** Leads to the review of a version, where one may see it. */
export function ReviewLink({ version: { id, ordinal, seesReview } }: { readonly version: PaperVersion }) {
  if (!seesReview) return null
  return (
    <Link to="/paper-reviews/$versionId" params={{ versionId: id }} aria-label={`审核意见：第 ${ordinal} 版`}>
      审核意见
    </Link>
  )
}
