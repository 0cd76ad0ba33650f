import { type Answer, endpoints, type LedgerImportPreview } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Progress, Steps, Upload } from 'antd'
import { useState } from 'react'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { ImportUnderstood, Working } from './import-understood.tsx'
import './ledger.css'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { upload } from '../../platform/service/upload.ts'

type Result = Answer<typeof endpoints.confirmLedgerImport>

/** A ledger kept in Excel so far: file, what we understood, what will change, done. */
export function LedgerImportPage() {
  const session = useSession()
  const [organisationId, setOrganisationId] = useState(grantedOver(session, 'problem.read')[0]?.id)
  const [preview, setPreview] = useState<LedgerImportPreview | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [fault, setFault] = useState('')
  // Of the file, 0 to 1: how much of it has been sent; null if none is.
  const [share, setShare] = useState<number | null>(null)
  const confirm = useChange(endpoints.confirmLedgerImport)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFault('')
    try {
      await work()
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  const read = (file: File): Promise<void> =>
    attempt(async () => {
      if (organisationId === undefined) return
      setShare(0)
      const given = { params: { organisationId }, file }
      const watched = { csrfToken: session.csrfToken, onShare: setShare }
      try {
        setPreview(await upload(endpoints.previewLedgerImport, given, watched))
      } finally {
        setShare(null)
      }
    })
  const write = (): Promise<void> =>
    attempt(async () => {
      if (preview !== null) setResult(await confirm.mutateAsync({ params: { importId: preview.id } }))
    })
  const again = (): void => {
    setPreview(null)
    setResult(null)
  }
  const at = result !== null ? 2 : preview !== null ? 1 : 0
  return (
    <Page title="导入整改台账" facts="原文件不改动，确认以前什么都不写入">
      <Steps
        className="before-form"
        current={at}
        items={[{ title: '选文件' }, { title: '看懂了什么' }, { title: '写入' }]}
        responsive={false}
        size="small"
      />
      {fault !== '' && <Alert type="error" title={fault} role="alert" className="before-form" />}
      {at === 0 && (
        <>
          <div className="filters">
            导入到
            <OrganisationSelect isPlain label="导入到哪个组织" value={organisationId} onChange={setOrganisationId} />
          </div>
          <Upload.Dragger
            accept=".xlsx"
            maxCount={1}
            showUploadList={false}
            disabled={organisationId === undefined || share !== null}
            beforeUpload={(file) => (void read(file), false)}
          >
            <p>{share !== null ? '正在看这个文件。' : '把 Excel 台账拖到这里，或点一下选择。'}</p>
          </Upload.Dragger>
          {share !== null && share < 1 && (
            <div>
              正在发送文件
              <Progress percent={Math.round(share * 100)} aria-label="文件的发送" />
            </div>
          )}
          <Working words={share === 1 ? '正在读懂，约一万行要几秒' : ''} />
        </>
      )}
      {at === 1 && preview !== null && (
        <ImportUnderstood preview={preview} isBusy={confirm.isPending} onConfirm={() => void write()} onBack={again} />
      )}
      {result !== null && <Done result={result} organisationId={organisationId} onAgain={again} />}
    </Page>
  )
}

interface DoneProps {
  readonly result: Result
  readonly organisationId: string | undefined
  readonly onAgain: () => void
}

function Done({ result: { created, changed, unchanged }, organisationId, onAgain }: DoneProps) {
  return (
    <>
      <Alert
        type="success"
        role="status"
        className="before-form"
        title={`已写入：新登记 ${created} 个，修改 ${changed} 个，没有变化 ${unchanged} 个。`}
      />
      <p className="actions">
        <Link to="/ledger" search={{ organisationId, standing: 'all' }} className="ant-btn ant-btn-primary button-link">
          打开台账
        </Link>
        <Button onClick={onAgain}>再导入一份</Button>
      </p>
    </>
  )
}
