import { Button, Empty, Skeleton } from 'antd'
import { type ReactNode, useRef } from 'react'
import { sentenceOf } from '../service/api.ts'
import { saveFile } from './save-file.ts'
import { tableAsCsv } from './table-as-csv.ts'

/** A column of a list. */
export interface ListColumn<Row> {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
}

interface ListProps<Row> {
  readonly label: string
  readonly columns: readonly ListColumn<Row>[]
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string
  readonly error?: unknown
  /** What to do when there is nothing yet. */
  readonly whenEmpty: ReactNode
  /** A table of numbers: on a phone each row is one narrow card with the numbers side by side, without those that are 0. */
  readonly isOfCounts?: boolean
  /** Shown below if there is another page. */
  readonly onMore?: (() => void) | undefined
}

/** A table that becomes cards on a phone, read a page at a time. */
export function List<Row>({
  label,
  columns,
  rows,
  keyOf,
  error,
  whenEmpty,
  isOfCounts = false,
  onMore,
}: ListProps<Row>) {
  const table = useRef<HTMLTableElement>(null)
  const save = (): void => {
    if (table.current) saveFile(tableAsCsv(table.current), `${label}.csv`)
  }
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (rows === undefined) return <Skeleton active aria-label="正在读取" />
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={whenEmpty} />
  return (
    <div>
      <table className={isOfCounts ? 'sheet counts' : 'sheet'} aria-label={label} ref={table}>
        <thead>
          <tr>
            {columns.map(({ header }) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ header, cell }) => (
                <td key={header} data-label={header}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="list-foot not-printed">
        {onMore !== undefined && <Button onClick={onMore}>显示更多</Button>}
        <Button type="text" size="small" aria-label={`导出这张表：${label}`} onClick={save}>
          导出这张表
        </Button>
      </p>
    </div>
  )
}
