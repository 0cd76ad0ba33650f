import { type Problem, problemClassNames, problemSourceNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import type { LedgerLine } from './group-lines.ts'
import type { InlineField } from './inline-change.ts'
import type { Inline } from './inline-edit.ts'
import { InlineFieldInput } from './inline-field.tsx'
import { problemFieldNames } from './problem-fields.tsx'
import { Deadline, StateTag } from './state-tag.tsx'
import './ledger-rows.css'

/** From so many lines on, only those in sight are in the page. */
const MANY = 150

interface LedgerRowsProps {
  readonly lines: readonly LedgerLine[]
  readonly chosen: ReadonlySet<string>
  /** The row the keyboard is at. */
  readonly cursor: string | null
  readonly inline: Inline
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void
  /** The keyboard is at another row. */
  readonly onAt: (id: string) => void
}

/** The rows of the ledger, as a table on a desk and as cards on a phone. */
export function LedgerRows({ lines, chosen, cursor, inline, onChoose, onAt }: LedgerRowsProps) {
  const body = useRef<HTMLDivElement>(null)
  const isPrinting = useIsPrinting()
  const isVirtual = lines.length > MANY && !isPrinting
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => 62,
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
    <div role="table" className="ledger" aria-label="整改台账" aria-rowcount={lines.length + 1}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="ledger-row ledger-head">
          <span role="columnheader">
            <Checkbox
              aria-label="全选读出的行"
              checked={areAll}
              indeterminate={!areAll && chosen.size > 0}
              onChange={({ target }) => onChoose(problems, target.checked)}
            />
          </span>
          {['编号', '问题', '单位', '责任领导、责任人', '时限', '状态'].map((header) => (
            <span key={header} role="columnheader">
              {header}
            </span>
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
    </div>
  )
}

function rowClass(isAt: boolean, problem: Problem | null): string {
  return ['ledger-row', isAt ? 'is-at' : '', problem === null ? 'is-group' : ''].filter((name) => name !== '').join(' ')
}

function linkOf(id: string | null): HTMLElement | null {
  return id === null ? null : document.querySelector<HTMLElement>(`[data-problem="${id}"]`)
}

interface CellsProps extends Pick<LedgerRowsProps, 'inline' | 'onChoose' | 'onAt'> {
  readonly problem: Problem
  readonly isChosen: boolean
}

function Cells({ problem, isChosen, inline, onChoose, onAt }: CellsProps) {
  const { id, number, text, organisation, lead, handler, source, aspect, state, relapseOf } = problem
  const people = [lead?.name, handler?.name].filter((name) => name !== undefined)
  const opened = inline.edit?.base.id === id ? inline.edit : null
  /** What makes a place of the row a field when it is double clicked. */
  const changeable = (field: InlineField) =>
    inline.mayEdit(problem, field) && opened?.field !== field
      ? {
          className: 'changeable',
          title: `双击修改${problemFieldNames[field]}`,
          onDoubleClick: () => {
            if (inline.open(problem, field)) onAt(id)
          },
        }
      : {}
  const field = opened !== null && <InlineFieldInput {...inline} edit={opened} />
  return (
    <>
      <span role="cell" className="cell-choose">
        <Checkbox
          aria-label={`选择问题 ${number} 号`}
          checked={isChosen}
          onChange={({ target }) => onChoose([id], target.checked)}
        />
      </span>
      <span role="cell" className="number cell-number">
        {number}
      </span>
      <span role="cell" className="cell-text">
        <Link to="/problems/$problemId" params={{ problemId: id }} data-problem={id} className="two-lines">
          {text}
        </Link>
        <span className="quiet">
          {problemSourceNames[source]}，{problemClassNames[problem.class]}
          {aspect !== '' && opened?.field !== 'aspect' && (
            <>
              ，<span {...changeable('aspect')}>{aspect}</span>
            </>
          )}
          {relapseOf !== null && <span className="came-back">，{relapseOf.number} 号销号后反弹</span>}
        </span>
        {opened?.field === 'aspect' && field}
      </span>
      <span role="cell">{organisation.name}</span>
      <span role="cell">{people.length === 0 ? <span className="quiet">还没有分派</span> : people.join('、')}</span>
      <span role="cell" {...changeable('dueOn')}>
        {opened?.field === 'dueOn' ? field : <Deadline problem={problem} today={todayInChina()} />}
      </span>
      <span role="cell">
        <StateTag state={state} />
      </span>
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
