import { endpoints, type FeedbackReading, type Inspection, paperStateNames } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Empty, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { ConfirmItems } from './confirm-items.tsx'

/** A feedback paper as it is read, item by item: what a person confirms is entered. */
export function FeedbackPage() {
  const { organisationId = '', inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readInspection, { params: { organisationId, inspectionId } })
  return (
    <Page
      title={data === undefined ? '登记反馈的问题' : `登记${data.name}反馈的问题`}
      facts="从反馈意见里逐条读出，核对、改好、勾选以后才登记，没有勾的不动"
      actions={
        <Link to="/inspections/$organisationId/$inspectionId" params={{ organisationId, inspectionId }}>
          回到巡视巡察
        </Link>
      }
    >
      {data !== undefined ? <Choose inspection={data} /> : <Waiting error={error} />}
    </Page>
  )
}

function Waiting({ error }: { readonly error: unknown }) {
  if (!error) return <Skeleton active aria-label="正在读取" />
  return (
    <p className="fault" role="alert">
      {sentenceOf(error)}
    </p>
  )
}

const MOST = 100

function Choose({ inspection }: { readonly inspection: Inspection }) {
  const params = { organisationId: inspection.organisation.id }
  const { data, error } = useRead(endpoints.listPapers, { params, query: { kind: 'feedback', limit: MOST } })
  const [chosen, setChosen] = useState<string>()
  if (data === undefined) return <Waiting error={error} />
  const usable = data.items.filter(({ state }) => state === 'approved' || state === 'issued')
  const waiting = data.items.find(({ state }) => state === 'draft' || state === 'submitted' || state === 'returned')
  const paperId = chosen ?? usable[0]?.id
  if (paperId === undefined)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          waiting === undefined ? (
            <>
              还没有反馈意见。请先在<Link to="/papers">文稿</Link>里提交，种类选“反馈意见”，审定以后再来。
            </>
          ) : (
            <>
              <Link to="/papers/$paperId" params={{ paperId: waiting.id }}>
                《{waiting.title}》
              </Link>
              还在“{paperStateNames[waiting.state]}”，审定以后再来。
            </>
          )
        }
      />
    )
  return (
    <>
      <div className="filters" role="search" aria-label="反馈意见">
        <Select
          className="grow-select"
          aria-label="反馈意见"
          variant="filled"
          value={paperId}
          options={usable.map(({ id, title }) => ({ value: id, label: `《${title}》` }))}
          onChange={setChosen}
        />
      </div>
      <ReadPaper key={paperId} inspectionId={inspection.id} paperId={paperId} inspection={inspection} />
    </>
  )
}

interface ReadProps {
  readonly inspectionId: string
  readonly paperId: string
  readonly inspection: Inspection
}

function ReadPaper({ inspectionId, paperId, inspection }: ReadProps) {
  const paper = useRead(endpoints.readPaper, { params: { paperId } })
  const versionId = paper.data?.versions.toSorted((one, other) => other.ordinal - one.ordinal)[0]?.id ?? ''
  const { data, error } = useRead(
    endpoints.readFeedbackPaper,
    { params: { inspectionId, versionId } },
    versionId !== '',
  )
  // What one has begun to correct is not read anew under one's hands.
  const [first, setFirst] = useState<FeedbackReading>()
  if (data !== undefined && first === undefined) setFirst(data)
  if (first === undefined) return <Waiting error={paper.error ?? error} />
  return <ConfirmItems inspection={inspection} read={first} />
}
