import { claimStateNames, endpoints, type PaperClaim, type PaperFigures } from '@duizhao/contract'
import { figureTerms } from '@duizhao/engine/wording'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { claimsInOrder, summaryOf } from './claim-words.ts'
import { type Days, daysOfThisYear, DaysFields } from './days-fields.tsx'
import { FigureValue } from './figure-rows.tsx'

/** The figures a version of a paper claims, beside what was recorded: what differs first. */
export function PaperFiguresPage() {
  const { versionId = '' } = useParams({ strict: false })
  const [days, setDays] = useState(daysOfThisYear)
  const { data, error } = useRead(endpoints.readPaperFigures, { params: { versionId }, query: days })
  return (
    <Page
      title="文中的数与记录对照"
      facts={
        data !== undefined && (
          <>
            <Link to="/papers/$paperId" params={{ paperId: data.paper.id }}>
              {data.paper.title}
            </Link>
            ，第 {data.paper.ordinal} 版，{data.organisation.name}
          </>
        )
      }
      actions={
        <>
          {data?.mayKeep === true && data.claims.some(({ value }) => value !== null) && (
            <KeepButton versionId={versionId} days={days} />
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <div className="filters" role="search" aria-label="记录的起止日期">
        按 <DaysFields value={days} onChange={setDays} /> 的记录算
      </div>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取文稿，逐个对照" />}
      {data !== undefined && <Claims data={data} days={days} />}
    </Page>
  )
}

function Claims({ data, days }: { readonly data: PaperFigures; readonly days: Days }) {
  return (
    <>
      <p role="status">{summaryOf(data.claims)}</p>
      <List
        label="文中的数"
        rows={claimsInOrder(data.claims)}
        keyOf={({ figure, start }) => `${start} ${figure}`}
        whenEmpty="文中没有读到“集中学习3次”“每季度研判一次”“已完成整改9个”这样的数。"
        columns={[
          { header: '文中', cell: ({ words }) => `“${words}”` },
          {
            header: '对的是',
            cell: ({ figure, subject }) => `${figureTerms[figure].name}${subject === '' ? '' : `（${subject}）`}`,
          },
          { header: '结果', cell: (claim) => <Outcome claim={claim} /> },
          {
            header: '记录里',
            cell: (claim) => <Counted claim={claim} days={days} organisationId={data.organisation.id} />,
          },
          { header: '记下时', cell: (claim) => <Kept claim={claim} /> },
        ]}
      />
    </>
  )
}

interface CountedProps {
  readonly claim: PaperClaim
  readonly days: Days
  readonly organisationId: string
}

/** What the rows come to; of what is told of a meeting, by its own days. */
function Counted({ claim: { figure, subject, value, countedIn }, days, organisationId }: CountedProps) {
  if (value === null) return null
  const asked = { figure, subject, value, organisationId }
  if (countedIn === null) return <FigureValue {...asked} days={days} />
  const { from, to, meetingId } = countedIn
  const isLinked = meetingId !== null
  return (
    <>
      <FigureValue {...asked} days={isLinked ? EVER : { from, to }} meetingId={meetingId} />
      <div className="quiet">
        {isLinked ? '归到这次会议的' : `这次会议前后：${dateInChinese(from)}至${dateInChinese(to)}`}
      </div>
    </>
  )
}

/** What is of a meeting is, on whatever day it was. */
const EVER: Days = { from: '2012-01-01', to: '9999-12-31' }

function Outcome({ claim: { state, missing } }: { readonly claim: PaperClaim }) {
  return (
    <>
      {state === 'differs' ? <strong>{claimStateNames[state]}</strong> : claimStateNames[state]}
      {missing.length > 0 && <div className="quiet">缺：{missing.join('、')}</div>}
    </>
  )
}

function Kept({ claim: { kept, value } }: { readonly claim: PaperClaim }) {
  if (kept === null) return null
  return (
    <>
      {kept.value}
      <div className="quiet">
        {dateInChinese(kept.keptOn)}，{kept.by}
      </div>
      {value !== null && value !== kept.value && <strong>现为 {value}</strong>}
    </>
  )
}

function KeepButton({ versionId, days }: { readonly versionId: string; readonly days: Days }) {
  const { message } = App.useApp()
  const keep = useChange(endpoints.keepPaperFigures)
  const save = async (): Promise<void> => {
    try {
      await keep.mutateAsync({ params: { versionId }, body: days })
      void message.success('已记下今天的数和它们的来历，以后不同了会说明。')
    } catch (refused) {
      void message.error(sentenceOf(refused))
    }
  }
  return (
    <Button type="primary" loading={keep.isPending} onClick={() => void save()}>
      记下今天的数
    </Button>
  )
}
