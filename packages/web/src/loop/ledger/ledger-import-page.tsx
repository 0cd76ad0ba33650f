import { type Answer, endpoints, type LedgerImportChoices, type LedgerImportPreview } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { ImportPage } from '../../platform/archetypes/import-page.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useChange, upload } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { isAllSaid, LedgerImportChoicesForm } from './ledger-import-choices.tsx'

type Result = Answer<typeof endpoints.confirmLedgerImport>

const effects = { create: '新登记', change: '修改', none: '没有变化', ask: '要核对是不是同一个' } as const

const nothingSaid: LedgerImportChoices = { same: [], units: [] }

/** A ledger kept in files so far. */
export function LedgerImportPage() {
  const session = useSession()
  const [organisationId, setOrganisationId] = useState(grantedOver(session, 'problem.read')[0]?.id)
  const [choices, setChoices] = useState(nothingSaid)
  const confirm = useChange(endpoints.confirmLedgerImport)
  return (
    <ImportPage<LedgerImportPreview, Result>
      title="导入整改台账"
      target={<OrganisationSelect isPlain label="导入到哪个组织" value={organisationId} onChange={setOrganisationId} />}
      prompt="把台账（Excel、WPS 表格、Word 等）拖到这里，或点一下选择。"
      isReady={organisationId !== undefined}
      onRead={(file, onShare) => {
        setChoices(nothingSaid)
        return upload(
          endpoints.previewLedgerImport,
          { params: { organisationId: organisationId ?? '' }, file },
          onShare,
        )
      }}
      onWrite={({ id }) => confirm.mutateAsync({ params: { importId: id }, body: choices })}
      okText="写入台账"
      summaryOf={summaryOf}
      isAny={(preview) => preview.create + preview.change + preview.ask > 0 && isAllSaid(preview, choices)}
      choicesOf={(preview) => (
        <LedgerImportChoicesForm
          preview={preview}
          choices={choices}
          onChange={setChoices}
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
          { header: '会怎样', cell: ({ effect }) => effects[effect] },
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
        <LinkButton type="primary" to="/ledger" search={{ organisationId, standing: 'all' }}>
          打开台账
        </LinkButton>
        <Button onClick={onAgain}>再导入一份</Button>
      </p>
    </>
  )
}
