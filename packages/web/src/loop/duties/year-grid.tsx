import {
  cellInWords,
  countedIn,
  type DutyLine,
  dutyListNames,
  dutyLists,
  frequencyInWords,
  type GridCell,
  gridCells,
  periodInWords,
} from '@duizhao/contract'
import { Fragment, type KeyboardEvent } from 'react'
import './duties.css'
import { moveInGrid } from './grid-keys.ts'
import { stateIcons } from './state-words.tsx'

/** A cell that was opened, with its line. */
export interface OpenedCell {
  readonly line: DutyLine
  readonly cell: GridCell
}

interface YearGridProps {
  readonly label: string
  readonly year: number
  readonly lines: readonly DutyLine[]
  /** Says under the name of a duty whose it is; not where all are of one. */
  readonly whoseOf: (line: DutyLine) => string
  readonly onOpen: (opened: OpenedCell) => void
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** A year as months × duties: each cell says in colour and word what became of it, and opens. Arrows move between cells. */
export function YearGrid({ label, year, lines, whoseOf, onOpen }: YearGridProps) {
  const byList = Map.groupBy(lines, ({ duty }) => duty.list)
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.target instanceof HTMLElement && moveInGrid(event.key, event.target)) event.preventDefault()
  }
  return (
    <div className="duty-scroll">
      <table className="duty-grid" aria-label={label} onKeyDown={onKey}>
        <thead>
          <tr>
            <th scope="col">事项</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {month}月
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dutyLists.flatMap((list) => {
            const own = byList.get(list) ?? []
            if (own.length === 0) return []
            return [
              <Fragment key={list}>
                <tr>
                  <th scope="rowgroup" className="duty-list" colSpan={13}>
                    {dutyListNames[list]}
                  </th>
                </tr>
                {own.map((line) => (
                  <Line
                    key={`${line.duty.id} ${line.organisation.id} ${line.person?.id ?? ''}`}
                    line={line}
                    year={year}
                    whose={whoseOf(line)}
                    onOpen={onOpen}
                  />
                ))}
              </Fragment>,
            ]
          })}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  readonly line: DutyLine
  readonly year: number
  readonly whose: string
  readonly onOpen: (opened: OpenedCell) => void
}

function Line({ line, year, whose, onOpen }: LineProps) {
  const { duty } = line
  const cells = gridCells(duty.per, line.occurrences, year)
  const isUnverified = duty.known === 'unverified' ? '，依据未核实' : ''
  return (
    <tr id={duty.id}>
      <th scope="row">
        {duty.name}
        <span className="quiet">
          {[whose, `${frequencyInWords(duty)}${isUnverified}`].filter((word) => word).join('，')}
        </span>
      </th>
      {MONTHS.flatMap((month) => {
        const cell = cells.find(({ from, to }) => from <= month && month <= to)
        if (cell && cell.from < month) return []
        if (!cell) return [<td key={month} />]
        return [
          <td key={month} colSpan={cell.to - cell.from + 1}>
            <Cell cell={cell} line={line} whose={whose} onOpen={() => onOpen({ line, cell })} />
          </td>,
        ]
      })}
    </tr>
  )
}

interface CellProps {
  readonly cell: GridCell
  readonly line: DutyLine
  readonly whose: string
  readonly onOpen: () => void
}

function Cell({ cell, line, whose, onOpen }: CellProps) {
  const words = cellInWords(cell, countedIn(line))
  const name = monthsInWords(cell)
  return (
    <button
      type="button"
      className={`duty-cell is-${cell.state}`}
      aria-label={[line.duty.name, whose, name, words].filter((word) => word).join('，')}
      onClick={onOpen}
    >
      <span className="month-name">{name}</span>
      <span aria-hidden="true">{stateIcons[cell.state]}</span> {words}
    </button>
  )
}

/** 第一季度, 3月, 全年: of one time its period, of several their month. */
function monthsInWords({ occurrences, from, to }: GridCell): string {
  const [only, ...more] = occurrences
  if (from === 1 && to === 12) return '全年'
  const isNamed = only !== undefined && more.length === 0 && /^\d{4}./.test(only.period)
  return isNamed ? periodInWords(only.period).replace(/^\d{4}年/, '') : `${to}月`
}
