import { type Answer, endpoints, type PostImportPreview } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { ImportPage } from '../../platform/archetypes/import-page.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { WrittenImports } from '../../platform/elements/written-imports.tsx'
import { request, upload, useChange, useRead } from '../../platform/service/api.ts'

type Result = Answer<typeof endpoints.confirmPostImport>

/** Posts of an organisation from the Excel list the office keeps. */
export function PostImportPage() {
  const { organisationId } = useParams({ from: '/organisations/$organisationId/post-import' })
  const { data: organisation } = useRead(endpoints.readOrganisation, { params: { organisationId } })
  const confirm = useChange(endpoints.confirmPostImport)
  return (
    <ImportPage<PostImportPreview, Result>
      title="导入任职"
      actions={
        <DownloadButton name="任职导入表.xlsx" fetchFile={() => request(endpoints.postImportForm, {})}>
          下载空表
        </DownloadButton>
      }
      target={<strong>{organisation?.name}</strong>}
      prompt="把班子成员、支委、党员的 Excel 名单拖到这里，或点一下选择。"
      isReady={organisation !== undefined}
      onRead={(file, onShare) => upload(endpoints.previewPostImport, { params: { organisationId }, file }, onShare)}
      onWrite={({ id }) => confirm.mutateAsync({ params: { importId: id } })}
      okText="确认写入"
      summaryOf={({ posts }) => `登记 ${posts.create} 项，修改 ${posts.change} 项，不变 ${posts.none} 项。`}
      isAny={({ posts }) => posts.create + posts.change > 0}
      rowsOf={({ lines }) => <Lines lines={lines} />}
      doneOf={(result, onAgain) => (
        <>
          <Alert
            type="success"
            role="status"
            title={`已写入：登记 ${result.created} 项，修改 ${result.changed} 项，不变 ${result.unchanged} 项。`}
          />
          <p className="actions">
            <Link to="/organisations/$organisationId" params={{ organisationId }} search={{ tab: 'posts' }}>
              看{organisation?.name}的任职
            </Link>
            <Button onClick={onAgain}>再导入一个文件</Button>
          </p>
        </>
      )}
      past={<Past organisationId={organisationId} />}
    />
  )
}

function Past({ organisationId }: { readonly organisationId: string }) {
  const { rows, error, onMore } = usePages(endpoints.listPostImports, { params: { organisationId }, query: {} })
  const withdraw = useChange(endpoints.withdrawPostImport)
  return (
    <WrittenImports
      {...{ rows, error, onMore }}
      onWithdraw={(importId, body) => withdraw.mutateAsync({ params: { importId }, body })}
    />
  )
}

function Lines({ lines }: Pick<PostImportPreview, 'lines'>) {
  return (
    <>
      <h2>前 {lines.length} 行</h2>
      <List
        label="行"
        rows={lines}
        keyOf={({ sheet, row }) => `${sheet}${row}`}
        whenEmpty="没有要写入的行。"
        columns={[
          { header: '行', cell: ({ sheet, row }) => `${sheet} ${row}` },
          { header: '处理方式', cell: ({ what }) => what },
        ]}
      />
    </>
  )
}
