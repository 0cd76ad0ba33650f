import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { monthInChinese } from '../../platform/archetypes/dates.ts'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { CountLink } from './count-link.tsx'
import { everyMonth } from './every-month.ts'
import { MonthChart } from './month-chart.tsx'

/** How many months are drawn. */
const MONTHS = 12

/** Month by month, and by aspect. */
export function Breakdown({ organisationId }: { readonly organisationId: string }) {
  const { data, error } = useRead(endpoints.readLedgerBreakdown, { params: { organisationId } })
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined) return <Skeleton active aria-label="正在读取" />
  const months = everyMonth(data.byMonth).slice(-MONTHS)
  return (
    <>
      {months.length > 0 && (
        <Fold title="按月">
          <p className="quiet">
            登记、销号是当月记下的数，过后不变；过后才记入、日期写在那个月的，另算补记；登记有误、过后撤回的，从补记登记里减去。
          </p>
          <div className="chart-and-table">
            <MonthChart months={months} />
            <List
              isOfCounts
              label="按月"
              rows={months}
              keyOf={({ month }) => month}
              whenEmpty=""
              columns={[
                {
                  header: '月份',
                  cell: ({ month }) => (
                    <Link
                      to="/ledger"
                      search={{ organisationId, standing: 'all', registeredMonth: month }}
                      className="number"
                      title="看现在台账里这个月登记的问题"
                    >
                      {monthInChinese(month)}
                    </Link>
                  ),
                },
                ...monthCounts.map(({ field, name }) => ({
                  header: name,
                  cell: (row: (typeof months)[number]) =>
                    field === 'struckOff' && row.struckOff > 0 ? (
                      <Link
                        to="/ledger"
                        search={{ organisationId, standing: 'all', struckOffMonth: row.month }}
                        className="number"
                        title="看现在台账里这个月销号的问题"
                      >
                        {row.struckOff}
                      </Link>
                    ) : (
                      <span className={row[field] === 0 ? 'number none' : 'number'}>{row[field]}</span>
                    ),
                })),
              ]}
            />
          </div>
        </Fold>
      )}
      <Fold title="按方面">
        <List
          isOfCounts
          label="按方面"
          rows={data.byAspect}
          keyOf={({ aspect }) => aspect}
          whenEmpty="没有问题。"
          columns={[
            { header: '方面', cell: ({ aspect }) => (aspect === '' ? '没有写方面' : aspect) },
            ...aspectFields.map((field) => ({
              header: aspectHeaders[field],
              cell: (row: (typeof data.byAspect)[number]) => (
                <CountLink
                  count={field === 'counted' ? row.done + row.sustained + row.going + row.claimed : row[field]}
                  name={`${row.aspect}${aspectHeaders[field]}`}
                  search={row.aspect === '' ? null : { organisationId, aspect: row.aspect, standing: field }}
                  isOverdue={field === 'overdue'}
                />
              ),
            })),
          ]}
        />
      </Fold>
    </>
  )
}

const monthCounts = [
  { field: 'registered', name: '登记' },
  { field: 'registeredLate', name: '补记登记' },
  { field: 'struckOff', name: '销号' },
  { field: 'struckOffLate', name: '补记销号' },
] as const

const aspectFields = ['counted', 'done', 'sustained', 'going', 'claimed', 'overdue'] as const

const aspectHeaders = {
  counted: '合计',
  done: '已完成',
  sustained: '长期坚持',
  going: '正在推进',
  claimed: '导入待确认',
  overdue: '已超期',
} as const
