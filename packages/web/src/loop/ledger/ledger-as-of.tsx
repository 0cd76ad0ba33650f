import { endpoints, problemClassNames, problemSourceNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { StateTag } from './state-tag.tsx'

interface LedgerAsOfProps {
  readonly organisationId: string
  readonly asOf: string
}

/** The rows of the ledger as they were on a day: what the counts of that day were made of. */
export function LedgerAsOf({ organisationId, asOf }: LedgerAsOfProps) {
  const pages = usePages(endpoints.listProblemsAsOf, { params: { organisationId }, query: { asOf, limit: 100 } })
  return (
    <section aria-label="那一天的台账">
      <h2 id="那一天的台账">{dateInChinese(asOf)}的台账</h2>
      <List
        label="那一天的台账"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="那一天还没有登记问题。"
        columns={[
          { header: '编号', cell: ({ number }) => <span className="number">{number}</span> },
          {
            header: '问题',
            cell: ({ id, text }) =>
              text === null ? (
                <span className="quiet">后来移交或划到别处，您现在看不到它的内容</span>
              ) : (
                <Link to="/problems/$problemId" params={{ problemId: id }}>
                  {text}
                </Link>
              ),
          },
          { header: '单位', cell: ({ organisationName }) => organisationName },
          { header: '来源', cell: ({ source }) => problemSourceNames[source] },
          { header: '类型', cell: ({ class: kind }) => problemClassNames[kind] },
          { header: '时限', cell: ({ dueOn }) => (dueOn === null ? '没有定' : dateInChinese(dueOn)) },
          {
            header: '那时的状态',
            cell: ({ state, changedSince }) => (
              <>
                <StateTag state={state} />
                {changedSince && <div className="quiet">后来又有变动</div>}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
