import type { PaperProblems } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { LooseList } from './loose-list.tsx'
import { RegisteredFromPaper } from './registered-from-paper.tsx'
import { RowCard } from './row-card.tsx'
import { mergedUp, type Row, segmentsOf, splitRow, withRow } from './rows-of-paper.ts'
import { RowsHead } from './rows-head.tsx'
import { TextBeside } from './text-beside.tsx'
import { useRegisterRows } from './use-register-rows.ts'

interface RegisterRowsProps {
  readonly versionId: string
  readonly read: PaperProblems
}

/** The text on the left, what was read in it on the right; what is written stays with the browser until it is sent. */
export function RegisterRows({ versionId, read }: RegisterRowsProps) {
  const [open, setOpen] = useState<string | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const show = (id: string): void => {
    setOpen(id)
    text.current?.querySelector(`[data-row="${id}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  const registering = useRegisterRows(versionId, read, show)
  const { all, rows, change, done, organisationId } = registering
  const segments = segmentsOf(read.text.length, rows, read.registered)
  return (
    <>
      {done !== null && (
        <RegisteredFromPaper done={done} organisationId={organisationId} onClose={() => registering.setDone(null)} />
      )}
      <div className="from-paper">
        <TextBeside ref={text} {...{ text: read.text, segments, rows, registered: read.registered }} onOpen={show} />
        <div>
          {rows.length === 0 ? (
            <p className="quiet">{nothingLeft(read)}</p>
          ) : (
            <RowsHead
              {...{ rows, all, organisationId }}
              onOrganisation={registering.setOrganisationId}
              onChange={change}
            />
          )}
          {rows.map((row, at) => (
            <RowCard
              key={row.id}
              {...{ row, at, organisationId: organisationId ?? '', isOpen: open === row.id }}
              onToggle={() => (open === row.id ? setOpen(null) : show(row.id))}
              onChange={(changed) => change(withRow(all, row.id, changed))}
              onSplit={() => change(splitRow(all, row.id))}
              {...(at === 0 ? {} : { onMerge: () => change(mergedUp(shownFirst(all, rows), row.id)) })}
            />
          ))}
          <LooseList read={read} rows={rows} onChange={(id, changed) => change(withRow(all, id, changed))} />
          {rows.length > 0 && <RegisterBar {...registering} />}
        </div>
      </div>
    </>
  )
}

type BarProps = Pick<ReturnType<typeof useRegisterRows>, 'rows' | 'send' | 'isSending' | 'fault' | 'organisationId'>

function RegisterBar({ rows, send, isSending, fault, organisationId }: BarProps) {
  const chosen = rows.filter(({ isChosen }) => isChosen).length
  return (
    <div className="from-paper-bar">
      {fault !== null && <Alert type="error" role="alert" title={fault} />}
      <span>选了 {chosen} 个</span>
      <Button
        type="primary"
        disabled={chosen === 0 || organisationId === undefined}
        loading={isSending}
        onClick={() => void send()}
      >
        登记进台账
      </Button>
    </div>
  )
}

function nothingLeft({ registered }: PaperProblems): string {
  return registered.length > 0 ? '读出的问题都登记了。' : '没有读出问题。可以在文稿的文字里选中一段，登记为问题。'
}

/** All rows with those in the ledger last, so that the one before a row is the one that is shown before it. */
function shownFirst(all: readonly Row[], shown: readonly Row[]): Row[] {
  const ids = new Set(shown.map(({ id }) => id))
  return [...shown, ...all.filter(({ id }) => !ids.has(id))]
}
