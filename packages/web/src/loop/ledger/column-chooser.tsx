import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import { useSession } from '../../platform/service/session.ts'
import { type ColumnId, columnIds, columnsKept, movedColumn, usualColumns, withColumn } from './column-choice.ts'
import { ledgerColumns } from './ledger-columns.tsx'

/** The columns an account has chosen in this browser. */
export function useColumns(): readonly [readonly ColumnId[], (columns: readonly ColumnId[]) => void] {
  const { account } = useSession()
  const key = `duizhao:ledger-columns:${account.id}`
  const [columns, setColumns] = useState(() => columnsKept(localStorage.getItem(key)))
  const keep = (next: readonly ColumnId[]): void => {
    setColumns(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return [columns, keep]
}

interface ColumnChooserProps {
  readonly columns: readonly ColumnId[]
  readonly onChange: (columns: readonly ColumnId[]) => void
}

/** Which columns are shown, and in which order. */
export function ColumnChooser({ columns, onChange }: ColumnChooserProps) {
  const rest = columnIds.filter((id) => !columns.includes(id))
  const list = (
    <ul className="column-chooser" aria-label="栏目">
      {[...columns, ...rest].map((id) => {
        const { name } = ledgerColumns[id]
        const isShown = columns.includes(id)
        return (
          <li key={id}>
            <Checkbox
              checked={isShown}
              disabled={id === 'text'}
              onChange={({ target }) => onChange(withColumn(columns, id, target.checked))}
            >
              {name}
            </Checkbox>
            {isShown && (
              <span>
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  aria-label={`${name}往前移`}
                  disabled={columns[0] === id}
                  onClick={() => onChange(movedColumn(columns, id, -1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  aria-label={`${name}往后移`}
                  disabled={columns.at(-1) === id}
                  onClick={() => onChange(movedColumn(columns, id, 1))}
                />
              </span>
            )}
          </li>
        )
      })}
      <li>
        <Button size="small" onClick={() => onChange(usualColumns)}>
          恢复原来的
        </Button>
      </li>
    </ul>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button type="link" size="small" className="desk-only">
        选栏目
      </Button>
    </Popover>
  )
}
