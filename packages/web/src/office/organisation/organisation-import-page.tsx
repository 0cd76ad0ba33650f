import { type Answer, endpoints, type ImportPreview } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { ImportPage } from '../../platform/archetypes/import-page.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { WrittenImports } from '../../platform/elements/written-imports.tsx'
import { request, useChange, useRead, upload } from '../../platform/service/api.ts'

type Result = Answer<typeof endpoints.confirmImport>

/** Organisations and people from Excel. */
export function OrganisationImportPage() {
  const { data: roots } = useRead(endpoints.listOrganisationRoots, {})
  const confirm = useChange(endpoints.confirmImport)
  const root = roots?.items[0]
  return (
    <ImportPage<ImportPreview, Result>
      title="导入组织和人员"
      actions={
        <DownloadButton name="组织人员导入表.xlsx" fetchFile={() => request(endpoints.importForm, {})}>
          下载空表
        </DownloadButton>
      }
      target={<strong>{root?.name}</strong>}
      prompt="把 Excel 拖到这里，或点一下选择。"
      isReady={root !== undefined}
      onRead={(file, onShare) =>
        upload(endpoints.previewImport, { params: { organisationId: root?.id ?? '' }, file }, onShare)
      }
      onWrite={({ id }) => confirm.mutateAsync({ params: { importId: id } })}
      okText="确认写入"
      summaryOf={summaryOf}
      isAny={({ organisations, people, accounts }) =>
        organisations.create + organisations.change + people.create + people.change + accounts > 0
      }
      rowsOf={({ lines }) => <Lines lines={lines} />}
      doneOf={(result, onAgain) => <Done result={result} onAgain={onAgain} />}
      past={root !== undefined && <Past organisationId={root.id} />}
    />
  )
}

function Past({ organisationId }: { readonly organisationId: string }) {
  const { rows, error, onMore } = usePages(endpoints.listImports, { params: { organisationId }, query: {} })
  const withdraw = useChange(endpoints.withdrawImport)
  return (
    <WrittenImports
      {...{ rows, error, onMore }}
      onWithdraw={(importId, body) => withdraw.mutateAsync({ params: { importId }, body })}
    />
  )
}

function summaryOf({ organisations, people, accounts }: ImportPreview): string {
  return (
    `组织新建 ${organisations.create}、修改 ${organisations.change}；` +
    `人员新增 ${people.create}、修改 ${people.change}；开通账号 ${accounts} 个。`
  )
}

function Lines({ lines }: Pick<ImportPreview, 'lines'>) {
  return (
    <>
      <h2>前 {lines.length} 行</h2>
      <List
        label="行"
        rows={lines}
        keyOf={({ sheet, row, what }) => `${sheet}${row}${what}`}
        whenEmpty="没有要写入的行。"
        columns={[
          { header: '行', cell: ({ sheet, row }) => `${sheet} ${row}` },
          { header: '处理方式', cell: ({ what }) => what },
        ]}
      />
    </>
  )
}

function Done({ result, onAgain }: { readonly result: Result; readonly onAgain: () => void }) {
  return (
    <>
      <Alert
        type="success"
        role="status"
        title={`已写入：组织 ${result.organisations} 个，人员 ${result.people} 人，账号 ${result.accounts.length} 个。`}
      />
      {result.accounts.length > 0 && (
        <>
          <p>初始口令只显示这一次，请打印后当面交给本人。</p>
          <p className="actions">
            <Button onClick={() => print()}>打印</Button>
          </p>
          <List
            label="初始口令"
            rows={result.accounts}
            keyOf={({ login }) => login}
            whenEmpty=""
            columns={[
              { header: '姓名', cell: ({ name }) => name },
              { header: '账号', cell: ({ login }) => login },
              { header: '初始口令', cell: ({ password }) => <span className="number">{password}</span> },
            ]}
          />
        </>
      )}
      <p className="actions">
        <Button onClick={onAgain}>再导入一个文件</Button>
      </p>
    </>
  )
}
