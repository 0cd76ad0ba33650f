import { endpoints, type PaperProblems } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Page } from '../../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../../platform/service/api.ts'
import { RegisterRows } from './register-rows.tsx'
import './from-paper.css'

/** The problems of an approved paper beside its text: what a person confirms comes into the ledger. */
export function PaperProblemsPage() {
  const { versionId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readPaperProblems, { params: { versionId } })
  return (
    <Page
      isWide
      title={data === undefined ? '文稿里的问题' : `《${data.paper.title}》里的问题`}
      facts={data === undefined ? undefined : factsOf(data)}
      actions={
        data !== undefined && (
          <Link to="/papers/$paperId" params={{ paperId: data.paper.id }}>
            回到文稿
          </Link>
        )
      }
    >
      {data !== undefined ? (
        <RegisterRows key={versionId} versionId={versionId} read={data} />
      ) : error ? (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function factsOf({ ordinal, organisation, problems, registered }: PaperProblems): string {
  const done = registered.length === 0 ? '' : `，已登记 ${registered.length} 处`
  return `第 ${ordinal} 版，${organisation.name}；读出 ${problems.length} 个问题${done}。勾选、核对以后才登记，没有勾的不动`
}
