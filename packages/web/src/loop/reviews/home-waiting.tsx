import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'

/** Leads to the papers that wait for one’s review, while there are any. */
export function HomeWaiting() {
  const [organisation] = grantedOver(useSession(), 'paper.review')
  const { data } = useRead(
    endpoints.listWaitingPapers,
    { params: { organisationId: organisation?.id ?? '' }, query: { limit: 1 } },
    organisation !== undefined,
  )
  if (data === undefined || data.items.length === 0) return null
  return (
    <section aria-label="等我审核的文稿" className="home-part">
      <h2>
        <Link to="/papers-to-review">等我审核的文稿</Link>
      </h2>
      <p>一览每份有几条意见、处理了几条，逐份审定或退回。</p>
    </section>
  )
}
