import { type Answer, endpoints, type ImportPreview } from '@duizhao/contract'
import { Alert, Button, Steps, Upload } from 'antd'
import { useState } from 'react'
import { request, sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'

type Result = Answer<typeof endpoints.confirmImport>

/** Organisations and people from Excel: file, what we understood, what will change, done. */
export function ImportPage() {
  const { data: roots } = useRead(endpoints.listOrganisationRoots, {})
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [fault, setFault] = useState('')
  const look = useChange(endpoints.previewImport)
  const confirm = useChange(endpoints.confirmImport)
  const root = roots?.items[0]
  const read = async (file: File): Promise<void> => {
    setFault('')
    try {
      if (root !== undefined) setPreview(await look.mutateAsync({ params: { organisationId: root.id }, file }))
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  const write = async (): Promise<void> => {
    setFault('')
    try {
      if (preview !== null) setResult(await confirm.mutateAsync({ params: { importId: preview.id } }))
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  const saveForm = async (): Promise<void> => {
    const address = URL.createObjectURL(await request(endpoints.importForm, {}))
    const link = Object.assign(document.createElement('a'), { href: address, download: '组织人员导入表.xlsx' })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
  const at = result !== null ? 2 : preview !== null ? 1 : 0
  return (
    <Page
      title="导入组织和人员"
      facts={root === undefined ? undefined : `到${root.name}`}
      actions={<Button onClick={() => void saveForm()}>下载空表</Button>}
    >
      <Steps
        current={at}
        items={[{ title: '选文件' }, { title: '看懂了什么' }, { title: '写入' }]}
        responsive={false}
        size="small"
      />
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      {at === 0 && (
        <Upload.Dragger
          accept=".xlsx"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file) => (void read(file), false)}
        >
          <p>把 Excel 拖到这里，或点一下选择。确认以前什么都不写入。</p>
        </Upload.Dragger>
      )}
      {at === 1 && preview !== null && (
        <Understood
          preview={preview}
          isBusy={confirm.isPending}
          onConfirm={() => void write()}
          onBack={() => setPreview(null)}
        />
      )}
      {at === 2 && result !== null && <Done result={result} />}
    </Page>
  )
}

interface UnderstoodProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onConfirm: () => void
  readonly onBack: () => void
}

function Understood({ preview, isBusy, onConfirm, onBack }: UnderstoodProps) {
  const { fileName, organisations, people, accounts, faults, lines, columns } = preview
  return (
    <>
      <p>
        {fileName}：组织新建 {organisations.create}、修改 {organisations.change}；人员新增 {people.create}、修改{' '}
        {people.change}；开通账号 {accounts} 个。
      </p>
      {faults.length > 0 && (
        <>
          <Alert
            type="error"
            role="alert"
            title={`有 ${faults.length} 处要改。改好以后重新选文件，现在什么都没有写入。`}
          />
          <List
            label="要改的地方"
            rows={faults}
            keyOf={({ cell, row, message }) => `${cell ?? row}${message}`}
            whenEmpty=""
            columns={[
              { header: '单元格', cell: ({ cell, row }) => cell ?? `第${row ?? ''}行` },
              { header: '问题', cell: ({ message }) => message },
            ]}
          />
        </>
      )}
      <p className="actions">
        <Button type="primary" disabled={faults.length > 0} loading={isBusy} onClick={onConfirm}>
          确认写入
        </Button>
        <Button onClick={onBack}>重新选文件</Button>
      </p>
      <h2>栏目</h2>
      <List
        label="栏目"
        rows={columns}
        keyOf={({ sheet, header }) => `${sheet}${header}`}
        whenEmpty=""
        columns={[
          { header: '工作表', cell: ({ sheet }) => sheet },
          { header: '表头', cell: ({ header }) => header },
          { header: '当作', cell: ({ meaning }) => meaning ?? '不用' },
        ]}
      />
      <h2>前 {lines.length} 行</h2>
      <List
        label="行"
        rows={lines}
        keyOf={({ sheet, row, what }) => `${sheet}${row}${what}`}
        whenEmpty="没有要写入的行。"
        columns={[
          { header: '行', cell: ({ sheet, row }) => `${sheet} ${row}` },
          { header: '会怎样', cell: ({ what }) => what },
        ]}
      />
    </>
  )
}

function Done({ result }: { readonly result: Result }) {
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
    </>
  )
}
