import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useRead } from '../../platform/service/api.ts'

/** What was gone through at a meeting, of the papers one may see. */
export function StudiedPapers({ recordId }: { readonly recordId: string }) {
  const { data } = useRead(endpoints.listStudiedPapers, { params: { recordId } })
  if (data === undefined || data.papers.length === 0) return null
  return (
    <section aria-label="研究的文稿">
      <h2>研究的文稿</h2>
      <ul>
        {data.papers.map(({ id, title, ordinal }) => (
          <li key={`${id} ${ordinal}`}>
            <Link to="/papers/$paperId" params={{ paperId: id }}>
              {title}，第 {ordinal} 版
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
