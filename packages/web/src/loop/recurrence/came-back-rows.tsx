import { type CameBack, endpoints, recurrenceVerdictNames } from '@duizhao/contract'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import type { OfYear } from './of-year.ts'
import { ComparedLine } from './compared-line.tsx'

/** The problems that came back, each beside the earlier one, with who says so and why. */
export function CameBackRows({ organisationId, year }: OfYear) {
  const pages = usePages(endpoints.listCameBack, { params: { organisationId }, query: { year } })
  return (
    <Fold title="认定了的老问题">
      <List
        label={`${year}年认定了的老问题`}
        {...pages}
        keyOf={({ problem, earlier }) => `${problem.id} ${earlier.id}`}
        whenEmpty="没有认定了的老问题。"
        columns={[
          { header: '现在的问题', cell: ({ problem }) => <ComparedLine problem={problem} /> },
          { header: '以前的问题', cell: ({ earlier }) => <ComparedLine problem={earlier} /> },
          { header: '认定', cell: ({ verdict }) => recurrenceVerdictNames[verdict] },
          { header: '依据', cell: (row) => <Ground row={row} /> },
        ]}
      />
    </Fold>
  )
}

function Ground({ row: { decided } }: { readonly row: CameBack }) {
  if (decided === null) return '回头看时发现'
  return (
    <>
      {decided.reason}
      <div className="quiet">
        {decided.by}，{instantInChinese(decided.at)}
      </div>
    </>
  )
}
