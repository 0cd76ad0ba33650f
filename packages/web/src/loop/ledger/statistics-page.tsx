import { endpoints, type LedgerStatistics } from '@duizhao/contract'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Empty, Skeleton } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { request, sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { Breakdown } from './breakdown.tsx'
import { CountTables } from './count-tables.tsx'
import { Figures } from './figures.tsx'
import { LedgerAsOf } from './ledger-as-of.tsx'
import type { StatisticsSearch } from './statistics-search.ts'
import './statistics-page.css'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { SampleButton } from './sample-button.tsx'

/** The counts of a ledger, now or on a day: each leads to the rows behind it. */
export function StatisticsPage() {
  const { organisationId: asked } = useParams({ strict: false })
  const session = useSession()
  const organisationId = asked ?? grantedOver(session, 'problem.read')[0]?.id
  if (organisationId === undefined)
    return (
      <Page title="统计">
        <Empty description="没有可以看的台账。请联系安全管理员授权。" />
      </Page>
    )
  return <Statistics key={organisationId} organisationId={organisationId} />
}

function Statistics({ organisationId }: { readonly organisationId: string }) {
  const session = useSession()
  const navigate = useNavigate()
  const { asOf } = useSearch({ strict: false })
  const show = (shown: { readonly organisationId: string } & StatisticsSearch): void => {
    const { organisationId: of, asOf: day } = shown
    void navigate({ to: '/statistics/$organisationId', params: { organisationId: of }, search: { asOf: day } })
  }
  const setAsOf = (day: string | undefined): void => show({ organisationId, asOf: day })
  const { data, error } = useRead(endpoints.readLedgerStatistics, { params: { organisationId }, query: { asOf } })
  const isPast = asOf !== undefined && asOf < todayInChina()
  return (
    <Page
      title={data === undefined ? '统计' : `${data.organisation.name}整改情况统计`}
      facts={data === undefined ? undefined : `截至 ${dateInChinese(data.asOf)}，含下级`}
      actions={
        <>
          <DownloadButton
            name="整改情况报告.docx"
            fetchFile={() => request(endpoints.ledgerSummary, { params: { organisationId }, query: { asOf } })}
          >
            整改情况报告（Word）
          </DownloadButton>
          {holds(session, 'problem.lookBack') && <SampleButton organisationId={organisationId} />}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <div className="filters" role="search" aria-label="统计的范围">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(chosen) => {
            if (chosen !== undefined) show({ organisationId: chosen, asOf })
          }}
        />
        <span className="between">
          截至
          <DateField
            label="截至日期"
            value={asOf ?? null}
            max={todayInChina()}
            onChange={(date) => setAsOf(date ?? undefined)}
          />
        </span>
        {asOf !== undefined && <Button onClick={() => setAsOf(undefined)}>回到现在</Button>}
      </div>
      {error && <Alert type="error" role="alert" title={sentenceOf(error)} />}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data !== undefined && <Counts statistics={data} isPast={isPast} />}
      {isPast && asOf !== undefined && <LedgerAsOf organisationId={organisationId} asOf={asOf} />}
      {!isPast && <Breakdown organisationId={organisationId} />}
    </Page>
  )
}

/** What was entered later and is dated up to that day, in a sentence; empty if nothing was. */
function enteredSinceWords({ enteredSince: { registered, struckOff } }: LedgerStatistics): string {
  const parts = [
    ...(registered > 0 ? [`登记 ${registered} 个`] : []),
    ...(struckOff > 0 ? [`销号 ${struckOff} 个`] : []),
  ]
  return parts.length === 0 ? '' : `日期在这一天或以前、这一天以后才补记的：${parts.join('、')}，没有算在内。`
}

function Counts({ statistics, isPast }: { readonly statistics: LedgerStatistics; readonly isPast: boolean }) {
  return (
    <>
      {isPast && <p className="quiet">这是那一天的数，那一天的每一行列在下面。{enteredSinceWords(statistics)}</p>}
      <Figures statistics={statistics} isPast={isPast} />
      <CountTables statistics={statistics} isPast={isPast} />
    </>
  )
}
