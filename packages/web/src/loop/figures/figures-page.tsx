import { endpoints, type Figure } from '@duizhao/contract'
import { type FigureSubject, figureTerms } from '@duizhao/engine/wording'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { daysOfThisYear, DaysFields } from './days-fields.tsx'
import { FigureValue } from './figure-rows.tsx'

const groups: readonly (readonly [of: FigureSubject, title: string])[] = [
  ['record', '开展的工作'],
  ['feedback', '最近一次巡视巡察反馈'],
  ['problem', '问题整改'],
  ['paper', '文稿'],
]

/** What a body's records, ledger and papers come to; each number opens the rows it is made of. */
export function FiguresPage() {
  const session = useSession()
  const [organisationId = '', setOrganisationId] = useState(grantedOver(session, 'record.read')[0]?.id)
  const [days, setDays] = useState(daysOfThisYear)
  const [isAll, setAll] = useState(false)
  const { data, error } = useRead(
    endpoints.listFigures,
    { params: { organisationId }, query: days },
    organisationId !== '',
  )
  const shown = data?.figures.filter(({ value }) => isAll || value !== 0) ?? []
  return (
    <Page
      title="数字"
      facts="由履职记录、台账、文稿算出，写材料、报告时照着写；点开看由哪几行算出"
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={setOrganisationId} />
        <DaysFields value={days} onChange={setDays} />
        <Button onClick={() => setAll(!isAll)}>{isAll ? '不看为 0 的' : '也看为 0 的'}</Button>
      </div>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data !== undefined && shown.length === 0 && <p>这些天没有记录，台账、文稿里也没有。</p>}
      {groups.map(([of, title]) => (
        <FigureGroup
          key={of}
          title={title}
          figures={shown.filter(({ figure }) => figureTerms[figure].of === of)}
          asked={{ organisationId, days }}
        />
      ))}
    </Page>
  )
}

interface FigureGroupProps {
  readonly title: string
  readonly figures: readonly Figure[]
  readonly asked: { readonly organisationId: string; readonly days: { readonly from: string; readonly to: string } }
}

function FigureGroup({ title, figures, asked }: FigureGroupProps) {
  if (figures.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <List
        label={title}
        rows={figures}
        keyOf={({ figure }) => figure}
        whenEmpty=""
        columns={[
          { header: '项目', cell: ({ figure }) => figureTerms[figure].name },
          { header: '数量', cell: ({ figure, value }) => <FigureValue {...asked} figure={figure} value={value} /> },
        ]}
      />
    </section>
  )
}
