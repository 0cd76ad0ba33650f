import { endpoints, type IncomingCount, incomingKindFacts } from '@duizhao/contract'
import { List } from '../../platform/archetypes/list.tsx'
import { thisYear, todayInChina } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'

const columns: readonly (readonly [key: Exclude<keyof IncomingCount, 'kind'>, header: string])[] = [
  ['stock', '年初没有办结'],
  ['received', '今年收到'],
  ['ended', '今年办结'],
  ['inTime', '其中按期'],
  ['notAdopted', '其中不采纳'],
  ['open', '现在没有办结'],
  ['overdue', '其中已超期'],
]

/** What came in this year and what became of it: stock and flow. */
export function InboxCounts({ organisationId }: { readonly organisationId: string }) {
  const query = { from: `${thisYear()}-01-01`, to: todayInChina() }
  const { data, error } = useRead(endpoints.countIncoming, { params: { organisationId }, query }, organisationId !== '')
  return (
    <section aria-label="今年的来件">
      <h2>今年的来件</h2>
      <List
        label="今年的来件"
        rows={data?.items}
        error={error}
        isOfCounts
        keyOf={({ kind }) => kind}
        whenEmpty="今年没有收到来件，也没有往年留下的。"
        columns={[
          { header: '种类', cell: ({ kind }) => incomingKindFacts[kind].name },
          ...columns.map(([key, header]) => ({ header, cell: (count: IncomingCount) => count[key] })),
        ]}
      />
    </section>
  )
}
