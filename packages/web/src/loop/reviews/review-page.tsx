import { endpoints, type PaperReview, type ReviewMarks } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { Page } from '../../platform/archetypes/page.tsx'
import { queryClient, sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { ChangesPart } from './changes-part.tsx'
import { markedDocument } from './marked-document.ts'
import { ReviewActions } from './review-actions.tsx'
import { Workbench } from './workbench.tsx'

/** The review of one version of a paper: its text with what the engine and people said of it. */
export function ReviewPage() {
  const { versionId = '' } = useParams({ strict: false })
  const call = { params: { versionId } }
  const review = useRead(endpoints.readReview, call)
  const marks = useRead(endpoints.readReviewMarks, call)
  const error = review.error ?? marks.error
  if (review.data !== undefined && marks.data !== undefined)
    return <Shown key={versionId} versionId={versionId} review={review.data} marks={marks.data} />
  return (
    <Page title="审核">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/papers">回到文稿</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

interface ShownProps {
  readonly versionId: string
  readonly review: PaperReview
  readonly marks: ReviewMarks
}

function Shown({ versionId, review: { paper, ordinal, organisation, reviewed }, marks }: ShownProps) {
  const keep = (now: ReviewMarks): void => {
    queryClient.setQueryData([endpoints.readReviewMarks.action, { params: { versionId } }], now)
  }
  const { data: compared } = useRead(endpoints.readReviewChanges, { params: { versionId } }, ordinal > 1)
  const marked = useMemo(
    () => reviewed && markedDocument(reviewed, marks, new Set(compared?.fresh)),
    [reviewed, marks, compared],
  )
  return (
    <Page
      isWide
      title={paper.title}
      facts={
        <>
          第 {ordinal} 版，{organisation.name}
          {reviewed !== null && `，${reviewed.text.facts.join('，')}，${instantInChinese(reviewed.at)}审核`}
        </>
      }
      actions={
        <>
          <Link to="/papers/$paperId" params={{ paperId: paper.id }}>
            回到文稿
          </Link>
          {marked !== null && (
            <ReviewActions
              versionId={versionId}
              paperId={paper.id}
              title={paper.title}
              notes={marked.notes}
              mayJudge={marks.mayJudge}
            />
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      {reviewed === null || marked === null ? (
        <>
          <p>这一版还没有审核。</p>
          <Renew versionId={versionId} name="审核这一版" />
        </>
      ) : (
        <>
          {reviewed.isOutdated && (
            <Alert
              type="info"
              className="before-form not-printed"
              title="审核以后规则有了变化。重新审核不改已经作的处理。"
              action={<Renew versionId={versionId} name="重新审核" />}
            />
          )}
          {compared !== undefined && <ChangesPart compared={compared} />}
          <Workbench
            versionId={versionId}
            reviewed={reviewed}
            marked={marked}
            mayJudge={marks.mayJudge}
            onMarks={keep}
          />
        </>
      )}
    </Page>
  )
}

function Renew({ versionId, name }: { readonly versionId: string; readonly name: string }) {
  const renew = useChange(endpoints.renewReview)
  const [fault, setFault] = useState('')
  return (
    <>
      <Button
        loading={renew.isPending}
        onClick={() => renew.mutate({ params: { versionId } }, { onError: (refused) => setFault(sentenceOf(refused)) })}
      >
        {name}
      </Button>
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  )
}
