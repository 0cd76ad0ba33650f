import { endpoints } from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRead } from '../../platform/service/api.ts'
import { queryOf } from './ledger-filters.ts'
import { isTaken } from './ledger-keys.ts'
import { listedIn } from './problem-search.ts'

/** The problem before and the one after in the ledger one came from, and the way back there. */
export function ListNav({ problemId }: { readonly problemId: string }) {
  const { from, ...search } = useSearch({ from: '/problems/$problemId' })
  return from === undefined ? null : <Beside problemId={problemId} search={search} />
}

interface BesideProps {
  readonly problemId: string
  readonly search: Parameters<typeof listedIn>[0]
}

function Beside({ problemId, search }: BesideProps) {
  const navigate = useNavigate()
  const { data } = useRead(endpoints.readNeighbours, { params: { problemId }, query: queryOf(search) })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const to = { j: data?.next, k: data?.previous }[event.key]
      if (!to || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      event.preventDefault()
      void navigate({ to: '/problems/$problemId', params: { problemId: to.id }, search: listedIn(search) })
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [data, navigate, search])
  return (
    <nav className="list-nav not-printed" aria-label="在台账里">
      <Link to="/ledger" search={search}>
        回到台账
      </Link>
      {data !== undefined && (
        <>
          <Step words="上一个" to={data.previous} search={search} />
          <span className="quiet">
            {data.position === null ? `已不在筛选出的 ${data.all} 个里` : `第 ${data.position} 个，共 ${data.all} 个`}
          </span>
          <Step words="下一个" to={data.next} search={search} />
        </>
      )}
    </nav>
  )
}

interface StepProps {
  readonly words: string
  readonly to: { readonly id: string; readonly number: number } | null
  readonly search: BesideProps['search']
}

function Step({ words, to, search }: StepProps) {
  if (to === null) return <span className="quiet">没有{words}</span>
  return (
    <Link to="/problems/$problemId" params={{ problemId: to.id }} search={listedIn(search)}>
      {words}（{to.number} 号）
    </Link>
  )
}
