import { endpoints, type PaperState } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { PaperStateTag } from './paper-words.tsx'

/** What is still under way. */
const OPEN: readonly PaperState[] = ['returned', 'draft', 'submitted']
const MOST = 5

/** One’s own papers that are not through yet, the returned ones first. */
export function HomePapers() {
  const [organisation] = grantedOver(useSession(), 'paper.write')
  const { data } = useRead(
    endpoints.listPapers,
    { params: { organisationId: organisation?.id ?? '' }, query: { mine: true, limit: 50 } },
    organisation !== undefined,
  )
  const papers = (data?.items ?? [])
    .filter(({ state }) => OPEN.includes(state))
    .toSorted((one, other) => OPEN.indexOf(one.state) - OPEN.indexOf(other.state))
  if (papers.length === 0) return null
  return (
    <section aria-label="我的文稿" className="home-part">
      <h2>
        <Link to="/papers" search={{ mine: true }}>
          我的文稿
        </Link>
      </h2>
      <ul>
        {papers.slice(0, MOST).map(({ id, title, state }) => (
          <li key={id}>
            <Link to="/papers/$paperId" params={{ paperId: id }}>
              {title}
            </Link>{' '}
            <PaperStateTag state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
