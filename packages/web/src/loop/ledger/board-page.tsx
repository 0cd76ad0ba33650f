import { endpoints, openStates, type Problem, type ProblemState, problemStateNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import './board-page.css'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { Deadline, StateTag } from './state-tag.tsx'

const columns = [...openStates, 'struck_off'] as const satisfies readonly ProblemState[]

/** How many are counted, and how many are shown as cards. */
const COUNTED = 200
const SHOWN = 8

interface Narrowing {
  readonly organisationId: string | undefined
  readonly isMine: boolean
}

/** Where the problems are: a column for each state, the nearest deadlines first. */
export function BoardPage() {
  const [narrowing, setNarrowing] = useState<Narrowing>({ organisationId: undefined, isMine: false })
  return (
    <Page title="看板" facts="每个状态里时限最近的问题" actions={<LinkButton to="/sweeps">举一反三</LinkButton>}>
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          mayBeEmpty
          placeholder="全部组织"
          label="组织"
          value={narrowing.organisationId}
          onChange={(organisationId) => setNarrowing((before) => ({ ...before, organisationId }))}
        />
        <Checkbox
          checked={narrowing.isMine}
          onChange={({ target }) => setNarrowing((before) => ({ ...before, isMine: target.checked }))}
        >
          只看我负责的
        </Checkbox>
      </div>
      <div className="board">
        {columns.map((state) => (
          <Column key={state} state={state} narrowing={narrowing} />
        ))}
      </div>
    </Page>
  )
}

function Column({ state, narrowing }: { readonly state: ProblemState; readonly narrowing: Narrowing }) {
  const filters = { ...narrowing, state, standing: 'all' as const }
  const { data, error } = useRead(endpoints.listProblems, { query: { ...filters, limit: COUNTED } })
  const count = data === undefined ? '' : `${data.items.length}${data.next === null ? '' : ' 以上'}`
  const name = problemStateNames[state]
  return (
    <section aria-label={name}>
      <h2>
        <StateTag state={state} />
        <Link to="/ledger" search={filters} className="number" aria-label={`${name} ${count} 个，看全部`}>
          {count}
        </Link>
      </h2>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data?.items.length === 0 && <p className="quiet">没有</p>}
      {data?.items.slice(0, SHOWN).map((problem) => (
        <Card key={problem.id} problem={problem} />
      ))}
      {data !== undefined && data.items.length > SHOWN && (
        <Link to="/ledger" search={filters}>
          看全部
        </Link>
      )}
    </section>
  )
}

function Card({ problem }: { readonly problem: Problem }) {
  const { id, text, organisation, lead, handler } = problem
  const who = [organisation.name, handler?.name ?? lead?.name].filter((part) => part !== undefined).join('，')
  return (
    <article className="card">
      <Link to="/problems/$problemId" params={{ problemId: id }} className="two-lines">
        {text}
      </Link>
      <p className="quiet">{who}</p>
      <p>
        <Deadline problem={problem} today={todayInChina()} />
      </p>
    </article>
  )
}
