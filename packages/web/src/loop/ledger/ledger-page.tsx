import { type Answer, endpoints } from '@duizhao/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Empty, Modal, Skeleton } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { request, sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { BatchBar } from './batch-bar.tsx'
import { useClipboard } from './clipboard.ts'
import { ColumnChooser, useColumns } from './column-chooser.tsx'
import { FilterLine } from './filter-line.tsx'
import { groupLines } from './group-lines.ts'
import { filtersOf, type LedgerSearch, queryOf } from './ledger-filters.ts'
import type { InlineField } from './inline-change.ts'
import { useInlineEdit } from './inline-edit.ts'
import { ledgerColumns } from './ledger-columns.tsx'
import { ledgerKeys, useLedgerKeys } from './ledger-keys.ts'
import { LedgerRows } from './ledger-rows.tsx'
import { PasteForm } from './paste-form.tsx'
import { PrintAll, PrintHead } from './print-ledger.tsx'
import { RegisterForm } from './register-form.tsx'
import { SavedViews } from './saved-views.tsx'
import './ledger-page.css'

type Dialogue = 'register' | 'keys' | null

/** The ledger: every problem one may see, narrowed as the address says. */
export function LedgerPage() {
  const search = useSearch({ from: '/ledger' })
  const navigate = useNavigate()
  const [dialogue, setDialogue] = useState<Dialogue>(null)
  const askKeys = useCallback(() => setDialogue('keys'), [])
  const narrow = (change: LedgerSearch): void => void navigate({ to: '/ledger', search: { ...search, ...change } })
  return (
    <Page
      isWide
      title="整改台账"
      actions={<LedgerActions search={search} onRegister={() => setDialogue('register')} />}
    >
      <SavedViews search={search} />
      <FilterLine search={search} onChange={narrow} />
      {/* What was selected belongs to what is narrowed to. */}
      <Ledger key={JSON.stringify(queryOf(search))} search={search} onChange={narrow} onAskKeys={askKeys} />
      {dialogue === 'register' && (
        <RegisterForm organisationId={search.organisationId} onClose={() => setDialogue(null)} />
      )}
      {dialogue === 'keys' && <Keys onClose={() => setDialogue(null)} />}
    </Page>
  )
}

interface LedgerActionsProps {
  readonly search: LedgerSearch
  readonly onRegister: () => void
}

function LedgerActions({ search, onRegister }: LedgerActionsProps) {
  const session = useSession()
  const mayWrite = holds(session, 'problem.write')
  const { organisationId, ...filters } = filtersOf(search)
  const exported =
    organisationId === undefined ? grantedOver(session, 'problem.read') : [{ id: organisationId, name: '' }]
  return (
    <>
      {mayWrite && (
        <Button type="primary" onClick={onRegister}>
          登记问题
        </Button>
      )}
      {exported.map(({ id, name }) => (
        <DownloadButton
          key={id}
          name="整改台账.xlsx"
          fetchFile={() => request(endpoints.exportLedger, { params: { organisationId: id }, query: filters })}
        >
          导出 Excel{exported.length > 1 ? `：${name}` : ''}
        </DownloadButton>
      ))}
      {mayWrite && <LinkButton to="/ledger-import">导入台账</LinkButton>}
    </>
  )
}

interface LedgerProps {
  readonly search: LedgerSearch
  readonly onChange: (change: LedgerSearch) => void
  readonly onAskKeys: () => void
}

function Ledger({ search, onChange, onAskKeys }: LedgerProps) {
  const { rows, error, onMore, readAll } = usePages(endpoints.listProblems, {
    query: { ...queryOf(search), limit: 100 },
  })
  const { data: total } = useRead(endpoints.countProblems, { query: filtersOf(search) })
  const [columns, setColumns] = useColumns()
  const [isFull, setFull] = useState(false)
  const lines = useMemo(() => groupLines(rows ?? [], search.group), [rows, search.group])
  const { chosen, choose, clear } = useChosen()
  const [cursor, setCursor] = useState<string | null>(null)
  const keys = useMemo(() => lines.flatMap(({ key, problem }) => (problem === null ? [] : [key])), [lines])
  const move = useCallback(
    (by: 1 | -1) =>
      setCursor((at) => {
        const next = at === null ? (by === 1 ? 0 : keys.length - 1) : keys.indexOf(at) + by
        return keys[Math.min(Math.max(next, 0), keys.length - 1)] ?? null
      }),
    [keys],
  )
  const chooseAt = useCallback(() => {
    if (cursor !== null) choose([cursor], !chosen.has(cursor))
  }, [cursor, chosen, choose])
  const inline = useInlineEdit()
  const { message } = App.useApp()
  const isWriter = holds(useSession(), 'problem.write')
  const editAt = (field: InlineField): void => {
    const problem = rows?.find(({ id }) => id === cursor)
    // A field opens in its cell: one whose column is not shown has none.
    const isSeen = columns.some((column) => ledgerColumns[column].field === field)
    if (problem !== undefined && isSeen) inline.open(problem, field)
  }
  useLedgerKeys({ onMove: move, onChoose: chooseAt, onEdit: editAt, onClear: clear, onAsk: onAskKeys })
  const selected = useMemo(() => (rows ?? []).filter(({ id }) => chosen.has(id)), [rows, chosen])
  const [pasted, setPasted] = useState<readonly (readonly string[])[] | null>(null)
  useClipboard({
    selected,
    columns: useMemo(() => columns.map((column) => ledgerColumns[column]), [columns]),
    onCopied: useCallback((count: number) => void message.success(`已复制 ${count} 行，可以粘贴到 Excel。`), [message]),
    onPaste: isWriter ? setPasted : null,
  })
  return (
    <>
      {error || rows === undefined || rows.length === 0 ? (
        <NoRows error={error} isRead={rows !== undefined} />
      ) : (
        <>
          <PrintHead search={search} words={totalWords(total, rows.length)} />
          <p className="quiet not-printed" role="status">
            {totalWords(total, rows.length)}
            <Button type="link" size="small" className="cards-only" onClick={() => setFull(!isFull)}>
              {isFull ? '只看要点' : '显示全部栏目'}
            </Button>
            <ColumnChooser columns={columns} onChange={setColumns} />
            <PrintAll count={total?.all} shown={rows.length} readAll={readAll} />
            <Button type="link" size="small" className="desk-only" onClick={onAskKeys}>
              键盘操作
            </Button>
          </p>
          <LedgerRows
            lines={lines}
            columns={columns}
            isFull={isFull}
            order={{ sort: search.sort ?? 'due', isDescending: search.isDescending === true }}
            total={`合计：${totalWords(total, rows.length)}`}
            chosen={chosen}
            cursor={cursor}
            inline={inline}
            onChoose={choose}
            onAt={setCursor}
            onSort={({ sort, isDescending }) =>
              onChange({ sort: sort === 'due' ? undefined : sort, isDescending: isDescending || undefined })
            }
          />
          {onMore !== undefined && (
            <p className="actions">
              <Button onClick={onMore}>显示更多</Button>
            </p>
          )}
        </>
      )}
      {/* Also where no row is left: what was done with those there were is still to be read. */}
      <BatchBar selected={selected} organisationId={search.organisationId} onClear={clear} />
      {pasted !== null && (
        <PasteForm cells={pasted} listed={rows ?? []} selected={selected} onClose={() => setPasted(null)} />
      )}
    </>
  )
}

/** What stands where there are no rows: why not. */
function NoRows({ error, isRead }: { readonly error: unknown; readonly isRead: boolean }) {
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (!isRead) return <Skeleton active aria-label="正在读取" />
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的问题。可以放宽上面的筛选。" />
}

/** How many there are of all that is filtered; of those listed so far where that is not known yet. */
function totalWords(total: Answer<typeof endpoints.countProblems> | undefined, listed: number): string {
  if (total === undefined) return `列出 ${listed} 个问题。`
  const overdue = total.overdue === 0 ? '' : `，其中已超期 ${total.overdue} 个`
  return `共 ${total.all} 个问题${overdue}${listed < total.all ? `，列出前 ${listed} 个` : ''}。`
}

/** Which rows are selected. */
function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = useCallback((ids: readonly string[], isChosen: boolean) => {
    setChosen((before) => {
      const after = new Set(before)
      for (const id of ids) {
        if (isChosen) after.add(id)
        else after.delete(id)
      }
      return after
    })
  }, [])
  const clear = useCallback(() => setChosen(new Set()), [])
  return { chosen, choose, clear }
}

function Keys({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal open title="键盘操作" footer={null} onCancel={onClose}>
      <List
        label="键盘操作"
        rows={ledgerKeys}
        keyOf={([key]) => key}
        whenEmpty=""
        columns={[
          { header: '键', cell: ([key]) => <kbd>{key}</kbd> },
          { header: '作用', cell: ([, what]) => what },
        ]}
      />
    </Modal>
  )
}
