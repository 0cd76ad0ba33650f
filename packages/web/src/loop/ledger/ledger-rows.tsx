import type { Problem, ProblemSort } from '@duizhao/contract'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ColumnId } from './column-choice.ts'
import type { LedgerLine } from './group-lines.ts'
import type { InlineField } from './inline-change.ts'
import type { Inline } from './inline-edit.ts'
import { InlineFieldInput } from './inline-field.tsx'
import { ledgerColumns } from './ledger-columns.tsx'
import { inlineFieldNames } from './inline-names.ts'
import './ledger-rows.css'

declare module 'react' {
  interface CSSProperties {
    /** The widths of the chosen columns; on a phone the rows are cards and it is not read. */
    '--ledger-columns'?: string
  }
}

/** What tells a problem, and stands on its card without being asked for. */
const onEachCard: ReadonlySet<ColumnId> = new Set(['number', 'unitNumber', 'text', 'state', 'due', 'organisation'])

/** From so many lines on, only those in sight are in the page. */
const MANY = 150

/** What the rows are sorted by. */
export interface Order {
  readonly sort: ProblemSort
  readonly isDescending: boolean
}

interface LedgerRowsProps {
  readonly lines: readonly LedgerLine[]
  readonly columns: readonly ColumnId[]
  /** True where the cards of a phone show every column, not only what tells a problem. */
  readonly isFull: boolean
  readonly order: Order
  /** What is said below the last row: how many there are of all that is filtered. */
  readonly total: string
  readonly chosen: ReadonlySet<string>
  /** The row the keyboard is at. */
  readonly cursor: string | null
  readonly inline: Inline
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void
  /** The keyboard is at another row. */
  readonly onAt: (id: string) => void
  readonly onSort: (order: Order) => void
}

/** The rows of the ledger, as a table on a desk and as cards on a phone. */
export function LedgerRows(props: LedgerRowsProps) {
  const { lines, columns, isFull, order, total, chosen, cursor, inline, onChoose, onAt, onSort } = props
  const body = useRef<HTMLDivElement>(null)
  const isPrinting = useIsPrinting()
  const isVirtual = lines.length > MANY && !isPrinting
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => 41,
    overscan: 20,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => lines[index]?.key ?? index,
    enabled: isVirtual,
  })
  const at = cursor === null ? -1 : lines.findIndex(({ key }) => key === cursor)
  const isEditing = inline.edit !== null
  useEffect(() => {
    // While a field is open it keeps the focus; afterwards its row has it again.
    if (at < 0 || isEditing) return
    if (isVirtual) virtualizer.scrollToIndex(at, { align: 'auto' })
    const frame = requestAnimationFrame(() => linkOf(cursor)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [at, cursor, isEditing, isVirtual, virtualizer])
  const seen = isVirtual ? virtualizer.getVirtualItems() : lines.map((_, index) => ({ index, start: 0, end: 0 }))
  const top = isVirtual ? Math.max(0, (seen[0]?.start ?? 0) - virtualizer.options.scrollMargin) : 0
  const bottom = isVirtual
    ? Math.max(0, virtualizer.getTotalSize() - ((seen.at(-1)?.end ?? 0) - virtualizer.options.scrollMargin))
    : 0
  const problems = lines.flatMap((line) => (line.problem === null ? [] : [line.problem.id]))
  const areAll = problems.length > 0 && problems.every((id) => chosen.has(id))
  return (
    <div
      role="table"
      className={isFull ? 'ledger is-full' : 'ledger'}
      aria-label="整改台账"
      aria-rowcount={lines.length + 2}
      style={{ '--ledger-columns': ['24px', ...columns.map((id) => ledgerColumns[id].width)].join(' ') }}
    >
      <div role="rowgroup" className="ledger-heads">
        <div role="row" aria-rowindex={1} className="ledger-row ledger-head">
          <span role="columnheader">
            <Checkbox
              aria-label="全选读出的行"
              checked={areAll}
              indeterminate={!areAll && chosen.size > 0}
              onChange={({ target }) => onChoose(problems, target.checked)}
            />
          </span>
          {columns.map((id) => (
            <Head key={id} id={id} order={order} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} style={{ paddingTop: top, paddingBottom: bottom }}>
        {seen.map(({ index }) => {
          const line = lines[index]
          if (line === undefined) return null
          const { key, problem, heading } = line
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              ref={isVirtual ? virtualizer.measureElement : null}
              className={rowClass(key === cursor, problem)}
            >
              {problem === null ? (
                <span role="cell" className="ledger-group">
                  {heading}
                </span>
              ) : (
                <Cells
                  problem={problem}
                  columns={columns}
                  isChosen={chosen.has(problem.id)}
                  inline={inline}
                  onChoose={onChoose}
                  onAt={onAt}
                />
              )}
            </div>
          )
        })}
      </div>
      <div role="rowgroup">
        <div role="row" aria-rowindex={lines.length + 2} className="ledger-row ledger-total">
          <span role="cell">{total}</span>
        </div>
      </div>
    </div>
  )
}

interface HeadProps extends Pick<LedgerRowsProps, 'order' | 'onSort'> {
  readonly id: ColumnId
}

/** The head of a column; pressed it sorts by it, pressed again the other way round. */
function Head({ id, order, onSort }: HeadProps) {
  const { name, sort } = ledgerColumns[id]
  if (sort === undefined) return <span role="columnheader">{name}</span>
  const isBy = order.sort === sort
  const to = { sort, isDescending: isBy && !order.isDescending }
  return (
    <span role="columnheader" aria-sort={isBy ? (order.isDescending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="plain sort" title={`按${name}排序`} onClick={() => onSort(to)}>
        {name}
        <span aria-hidden="true">{isBy ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </span>
  )
}

function rowClass(isAt: boolean, problem: Problem | null): string {
  return ['ledger-row', isAt ? 'is-at' : '', problem === null ? 'is-group' : ''].filter((name) => name !== '').join(' ')
}

function linkOf(id: string | null): HTMLElement | null {
  return id === null ? null : document.querySelector<HTMLElement>(`[data-problem="${id}"]`)
}

interface CellsProps extends Pick<LedgerRowsProps, 'columns' | 'inline' | 'onChoose' | 'onAt'> {
  readonly problem: Problem
  readonly isChosen: boolean
}

function Cells({ problem, columns, isChosen, inline, onChoose, onAt }: CellsProps) {
  const { id, number } = problem
  const opened = inline.edit?.base.id === id ? inline.edit : null
  /** What makes a cell a field when it is double clicked. */
  const changeable = (field: InlineField) =>
    inline.mayEdit(problem, field)
      ? {
          title: `双击修改${inlineFieldNames[field]}`,
          onDoubleClick: () => {
            if (inline.open(problem, field)) onAt(id)
          },
        }
      : null
  return (
    <>
      <span role="cell" className="cell-choose">
        <Checkbox
          aria-label={`选择问题 ${number} 号`}
          checked={isChosen}
          onChange={({ target }) => onChoose([id], target.checked)}
        />
      </span>
      {columns.map((column) => {
        const { field, cell } = ledgerColumns[column]
        if (opened !== null && opened.field === field)
          return (
            <span key={column} role="cell" className={`cell-${column} is-open`}>
              <InlineFieldInput {...inline} edit={opened} />
            </span>
          )
        const change = field === undefined ? null : changeable(field)
        // Pressed twice the link would be opened before: the text has a button of its own; the keyboard has w.
        if (column === 'text')
          return (
            <span key={column} role="cell" className="cell-text">
              {cell(problem)}
              {change !== null && (
                <button
                  type="button"
                  className="plain edit-text"
                  tabIndex={-1}
                  aria-label={`修改问题 ${number} 号的${inlineFieldNames.text}`}
                  onClick={change.onDoubleClick}
                >
                  修改
                </button>
              )}
            </span>
          )
        return (
          <span
            key={column}
            role="cell"
            className={change === null ? `cell-${column}` : `cell-${column} changeable`}
            data-name={onEachCard.has(column) ? undefined : ledgerColumns[column].name}
            {...change}
          >
            {cell(problem)}
          </span>
        )
      })}
    </>
  )
}

/** True while the page is printed: then all rows are in it. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = (): void => setPrinting(true)
    const finish = (): void => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', finish)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', finish)
    }
  }, [])
  return isPrinting
}
