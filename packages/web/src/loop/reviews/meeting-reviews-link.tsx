import type { Meeting } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { holds, useSession } from '../../platform/service/session.ts'

/** Leads to the sheet of all papers of a meeting, for whoever reviews. */
export function MeetingReviewsLink({ meeting: { id } }: { readonly meeting: Pick<Meeting, 'id'> }) {
  if (!holds(useSession(), 'paper.review')) return null
  return (
    <Link to="/meetings/$meetingId/reviews" params={{ meetingId: id }}>
      审核总表
    </Link>
  )
}
