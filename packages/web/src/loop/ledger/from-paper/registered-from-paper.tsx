import type { Answer, endpoints } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../../platform/archetypes/link-button.tsx'
import { WithdrawImportForm } from '../withdraw-import-form.tsx'

interface RegisteredProps {
  readonly done: Answer<typeof endpoints.registerFromPaper>
  readonly organisationId: string | undefined
  readonly onClose: () => void
}

/** What was registered, and how all of it is taken back. */
export function RegisteredFromPaper({ done, organisationId, onClose }: RegisteredProps) {
  const [isTaking, setTaking] = useState(false)
  return (
    <>
      <Alert
        type="success"
        role="status"
        className="before-form"
        title={wordsOf(done)}
        action={
          <span className="actions">
            <LinkButton size="small" to="/ledger" search={{ organisationId, sort: 'number', isDescending: true }}>
              打开台账
            </LinkButton>
            <Button size="small" onClick={() => setTaking(true)}>
              撤销这次登记
            </Button>
          </span>
        }
      />
      {isTaking && (
        <WithdrawImportForm
          isFromPaper
          id={done.id}
          fileName="这份文稿"
          created={done.registered.length}
          changed={done.joined.length}
          onClose={() => setTaking(false)}
          onWithdrawn={onClose}
        />
      )}
    </>
  )
}

function wordsOf({ registered, joined }: Answer<typeof endpoints.registerFromPaper>): string {
  const [first, last] = [registered[0], registered.at(-1)]
  const numbers = first === last ? `${first?.number} 号` : `${first?.number} 号至 ${last?.number} 号`
  const parts = [
    ...(first === undefined ? [] : [`新登记 ${registered.length} 个（${numbers}）`]),
    ...(joined.length === 0 ? [] : [`并入 ${joined.map(({ number }) => `${number} 号`).join('、')}`]),
  ]
  return `已登记进台账：${parts.join('，')}。有人办理以前可以整个撤销。`
}
