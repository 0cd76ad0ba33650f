import { type LedgerStatistics, problemClassNames, problemSourceNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { List } from '../../platform/archetypes/list.tsx'
import { CountLink, counted, rowsBehind } from './count-link.tsx'
import type { LedgerSearch } from './ledger-filters.ts'

type Count = LedgerStatistics['total']

interface CountRow extends Count {
  readonly key: string
  readonly name: string
  readonly label: ReactNode
  readonly search: LedgerSearch
}

interface CountTablesProps {
  readonly statistics: LedgerStatistics
  readonly isPast: boolean
}

/** The counts by organisation, source and class. */
export function CountTables({ statistics, isPast }: CountTablesProps) {
  const { organisation, byOrganisation, bySource, byClass } = statistics
  const organisationId = organisation.id
  return (
    <>
      {byOrganisation.length > 0 && (
        <CountTable
          title="按单位"
          first="单位"
          isPast={isPast}
          rows={byOrganisation.map(({ id, name, ...count }) => ({
            ...count,
            key: id,
            name,
            label: (
              <Link to="/statistics/$organisationId" params={{ organisationId: id }}>
                {name}
              </Link>
            ),
            search: { organisationId: id },
          }))}
        />
      )}
      <CountTable
        title="按来源"
        first="来源"
        isPast={isPast}
        rows={bySource.map(({ source, ...count }) => ({
          ...count,
          key: source,
          name: problemSourceNames[source],
          label: problemSourceNames[source],
          search: { organisationId, source },
        }))}
      />
      <CountTable
        title="按类型"
        first="类型"
        isPast={isPast}
        rows={byClass.map(({ class: kind, ...count }) => ({
          ...count,
          key: kind,
          name: problemClassNames[kind],
          label: problemClassNames[kind],
          search: { organisationId, class: kind },
        }))}
      />
    </>
  )
}

interface CountTableProps {
  readonly title: string
  readonly first: string
  readonly rows: readonly CountRow[]
  readonly isPast: boolean
}

function CountTable({ title, first, rows, isPast }: CountTableProps) {
  return (
    <section aria-label={title}>
      <h2 id={title}>{title}</h2>
      <List
        isOfCounts
        label={title}
        rows={rows}
        keyOf={({ key }) => key}
        whenEmpty="没有问题。"
        columns={[
          { header: first, cell: ({ label }) => label },
          {
            header: '合计',
            cell: ({ done, sustained, going, claimed }) => (
              <span className="number">{done + sustained + going + claimed}</span>
            ),
          },
          ...counted.map(({ field, name: countName, behind }) => ({
            header: countName,
            cell: (row: CountRow) => (
              <CountLink
                count={row[field]}
                name={`${row.name}${countName}`}
                search={rowsBehind(row.search, behind, isPast)}
                isOverdue={field === 'overdue'}
              />
            ),
          })),
        ]}
      />
    </section>
  )
}
