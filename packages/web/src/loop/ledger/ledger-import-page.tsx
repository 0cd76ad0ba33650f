import {
  type Answer,
  endpoints,
  importColumnNames,
  type LedgerImportChoices,
  type LedgerImportPreview,
} from '@duizhao/contract'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { ImportPage } from '../../platform/archetypes/import-page.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { request, sentenceOf, upload, useChange, useRead } from '../../platform/service/api.ts'
import { draftUnder, dropDraft, keepDraft } from '../../platform/service/drafts.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { LedgerImportChoicesForm } from './ledger-import-choices.tsx'
import { isAllSaid, nothingSaid, saidAgain } from './import-choices.ts'
import { WithdrawImportForm } from './withdraw-import-form.tsx'

type Result = Answer<typeof endpoints.confirmLedgerImport> & Pick<LedgerImportPreview, 'id' | 'fileName'>

const effects = { create: '新登记', change: '修改', none: '没有变化', ask: '要核对是不是同一个' } as const

/** What is chosen of an import is kept under its id until it is written. */
const draftOf = (importId: string): string => `ledger-import:${importId}`

/** A ledger kept in files so far; one that was begun goes on where it was left. */
export function LedgerImportPage() {
  const { importId } = useSearch({ from: '/ledger-import' })
  // What is uploaded on this page itself need not be asked for.
  const [begun] = useState(importId)
  const read = useRead(endpoints.readLedgerImport, { params: { importId: begun ?? '' } }, begun !== undefined)
  if (begun !== undefined && read.isPending) return <Skeleton active aria-label="正在读取" />
  return (
    <>
      {read.error !== null && read.data === undefined && (
        <Alert type="warning" role="alert" className="before-form" title={sentenceOf(read.error)} />
      )}
      <LedgerImport kept={read.data} />
    </>
  )
}

function LedgerImport({ kept }: { readonly kept: LedgerImportPreview | undefined }) {
  const session = useSession()
  const navigate = useNavigate()
  const router = useRouter()
  const [organisationId, setOrganisationId] = useState(
    kept?.organisationId ?? grantedOver(session, 'problem.read')[0]?.id,
  )
  const [choices, setChoices] = useState<LedgerImportChoices>(() => ({
    ...nothingSaid,
    ...(kept === undefined ? {} : draftUnder(draftOf(kept.id))),
  }))
  const confirm = useChange(endpoints.confirmLedgerImport)
  const goTo = (importId?: string): void => {
    // Whoever went to another page while the file was read or written stays there.
    if (router.state.location.pathname !== '/ledger-import') return
    void navigate({ to: '/ledger-import', search: { importId }, replace: true })
  }
  const choose = (importId: string, said: LedgerImportChoices): void => {
    keepDraft(draftOf(importId), said)
    setChoices(said)
  }
  return (
    <ImportPage<LedgerImportPreview, Result>
      title="导入整改台账"
      target={<OrganisationSelect isPlain label="导入到的组织" value={organisationId} onChange={setOrganisationId} />}
      prompt="把台账（Excel、WPS 表格、Word 等）拖到这里，或点一下选择。"
      isReady={organisationId !== undefined}
      kept={kept}
      onRead={async (file, onShare) => {
        setChoices(nothingSaid)
        const params = { organisationId: organisationId ?? '' }
        const preview = await upload(endpoints.previewLedgerImport, { params, file }, onShare)
        goTo(preview.id)
        return preview
      }}
      onMend={async (before, body) => {
        const after = await request(endpoints.mendLedgerImport, { params: { importId: before.id }, body })
        choose(after.id, saidAgain(choices, before, after))
        return after
      }}
      columnNames={importColumnNames}
      onLeft={goTo}
      actions={<LinkButton to="/ledger-imports">导入记录</LinkButton>}
      onWrite={async ({ id, fileName }) => {
        const result = await confirm.mutateAsync({ params: { importId: id }, body: choices })
        dropDraft(draftOf(id))
        goTo()
        return { ...result, id, fileName }
      }}
      okText="写入台账"
      summaryOf={summaryOf}
      isAny={(preview) => preview.create + preview.change + preview.ask > 0 && isAllSaid(preview, choices)}
      choicesOf={(preview) => (
        <LedgerImportChoicesForm
          preview={preview}
          choices={choices}
          onChange={(said) => choose(preview.id, said)}
          organisationId={organisationId ?? ''}
        />
      )}
      rowsOf={({ rows }) => <Rows rows={rows} />}
      doneOf={(result, onAgain) => <Done result={result} organisationId={organisationId} onAgain={onAgain} />}
    />
  )
}

function summaryOf({ create, change, none, ask }: LedgerImportPreview): string {
  const asked = ask === 0 ? '' : `，${ask} 个要核对是不是同一个`
  return `新登记 ${create} 个，修改 ${change} 个，没有变化 ${none} 个${asked}。`
}

function Rows({ rows }: Pick<LedgerImportPreview, 'rows'>) {
  return (
    <>
      <h2>前 {rows.length} 行</h2>
      <List
        label="行"
        rows={rows}
        keyOf={({ sheet, row }) => `${sheet} ${row}`}
        whenEmpty="没有读出问题。"
        columns={[
          { header: '行', cell: ({ sheet, row }) => `${sheet} 第 ${row} 行` },
          { header: '处理方式', cell: ({ effect }) => effects[effect] },
          { header: '问题', cell: ({ text }) => text },
          { header: '措施', cell: ({ measures }) => <span className="number">{measures} 条</span> },
          { header: '类型', cell: ({ class: kind }) => kind },
          { header: '时限', cell: ({ dueOn }) => (dueOn === null ? '没有' : dueWords(dueOn)) },
          { header: '责任领导', cell: ({ lead }) => (lead === '' ? '没有' : lead) },
        ]}
      />
    </>
  )
}

function dueWords(dueOn: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(dueOn) ? dateInChinese(dueOn) : dueOn
}

interface DoneProps {
  readonly result: Result
  readonly organisationId: string | undefined
  readonly onAgain: () => void
}

function Done({ result, organisationId, onAgain }: DoneProps) {
  const { id, fileName, created, changed, unchanged } = result
  const [isTaking, setTaking] = useState(false)
  const [taken, setTaken] = useState<Answer<typeof endpoints.withdrawLedgerImport> | null>(null)
  return (
    <>
      {taken === null ? (
        <Alert
          type="success"
          role="status"
          className="before-form"
          title={`已写入：新登记 ${created} 个，修改 ${changed} 个，没有变化 ${unchanged} 个。`}
        />
      ) : (
        <Alert type="success" role="status" className="before-form" title={takenWords(taken)} />
      )}
      <p className="actions">
        <LinkButton type="primary" to="/ledger" search={{ organisationId, standing: 'all' }}>
          打开台账
        </LinkButton>
        <Button onClick={onAgain}>再导入一份</Button>
        {taken === null && created > 0 && <Button onClick={() => setTaking(true)}>撤销这次导入</Button>}
      </p>
      {isTaking && (
        <WithdrawImportForm
          {...{ id, fileName, created, changed }}
          isFromPaper={false}
          onClose={() => setTaking(false)}
          onWithdrawn={setTaken}
        />
      )}
    </>
  )
}

function takenWords({ withdrawn, left }: Answer<typeof endpoints.withdrawLedgerImport>): string {
  const others =
    left.count === 0
      ? ''
      : `改过的 ${left.count} 个问题没有动：${left.numbers.map((number) => `${number} 号`).join('、')}。`
  return `已撤销这次导入：撤回 ${withdrawn} 个问题。${others}`
}
