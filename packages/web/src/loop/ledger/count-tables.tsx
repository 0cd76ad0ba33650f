import { type LedgerStatistics, problemClassNames, problemSourceNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { COUNTED, CountLink, counted, rowsBehind } from './count-link.tsx'
import type { LedgerSearch } from './ledger-filters.ts'

type Count = LedgerStatistics['total']

interface CountRow extends Count {
  readonly key: string
  readonly name: string
  readonly label: ReactNode
  /** The rows behind it. */
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
          rows={[
            ...ownOf(statistics),
            ...byOrganisation.map(({ id, name, ...count }) => ({
              ...count,
              key: id,
              name,
              label: (
                <Link
                  to="/statistics/$organisationId"
                  params={{ organisationId: id }}
                  search={isPast ? { asOf: statistics.asOf } : {}}
                >
                  {name}
                </Link>
              ),
              search: { organisationId: id },
            })),
            totalOf(statistics),
          ]}
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

/** What is registered with the organisation itself: the rest, so that the parts add up to the whole. */
function ownOf({ organisation, byOrganisation, total }: LedgerStatistics): CountRow[] {
  const fields = Object.keys(total) as (keyof Count)[]
  const own = Object.fromEntries(
    fields.map((field) => [field, byOrganisation.reduce((left, row) => left - row[field], total[field])]),
  ) as Count
  if (sumOf(own) === 0) return []
  const name = `${organisation.name}（本级）`
  return [{ ...own, key: 'own', name, label: name, search: { organisationId: organisation.id, isOwnLevel: true } }]
}

function totalOf({ organisation, total }: LedgerStatistics): CountRow {
  return {
    ...total,
    key: 'total',
    name: '合计',
    label: <strong>合计</strong>,
    search: { organisationId: organisation.id },
  }
}

const sumOf = ({ done, sustained, going, claimed }: Count): number => done + sustained + going + claimed

/** True if a row counts anything; the whole always has its row. */
function hasAny(row: CountRow): boolean {
  return row.key === 'total' || sumOf(row) > 0 || row.overdue > 0 || row.proved > 0
}

interface CountTableProps {
  readonly title: string
  readonly first: string
  readonly rows: readonly CountRow[]
  readonly isPast: boolean
}

function CountTable({ title, first, rows: all, isPast }: CountTableProps) {
  const [rows, none] = [all.filter(hasAny), all.filter((row) => !hasAny(row))]
  // The whole has a row of its own where there is one.
  const overdue = (
    all.find(({ key }) => key === 'total') === undefined ? all : all.filter(({ key }) => key === 'total')
  )
    .map((row) => row.overdue)
    .reduce((sum, count) => sum + count, 0)
  return (
    <Fold title={title} gist={overdue === 0 ? undefined : <span className="overdue">已超期 {overdue}</span>}>
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
            cell: (row) => (
              <CountLink count={sumOf(row)} name={`${row.name}合计`} search={rowsBehind(row.search, COUNTED, isPast)} />
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
      {none.length > 0 && <p className="quiet">没有问题的：{none.map(({ name }) => name).join('、')}。</p>}
    </Fold>
  )
}
