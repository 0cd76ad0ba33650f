import type { ImportMending, RefusedPlace } from '@duizhao/contract'
import { Button, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { List } from './list.tsx'

/** Says what is mended now, in place of what was before. */
type OnMend = (mending: ImportMending) => void

interface MendPlaceProps {
  readonly place: RefusedPlace
  readonly mending: ImportMending
  readonly isBusy: boolean
  readonly onMend: OnMend
}

/** A wrong place of a file mended where it is told: its cell typed anew, or its row left out. */
export function MendPlace({ place: { sheet, cell, row }, mending, isBusy, onMend }: MendPlaceProps) {
  const [text, setText] = useState('')
  if (sheet === undefined || row === undefined) return <span className="quiet">请在文件里改</span>
  const { cells, skipped } = mending
  const type = (at: string): void => {
    const others = cells.filter((other) => other.sheet !== sheet || other.cell !== at)
    if (text.trim() !== '') onMend({ ...mending, cells: [...others, { sheet, cell: at, text }] })
  }
  return (
    <Space wrap>
      {cell !== undefined && (
        <form
          className="mend"
          onSubmit={(event) => {
            event.preventDefault()
            type(cell)
          }}
        >
          <Input
            size="small"
            aria-label={`${sheet} ${cell} 改成`}
            placeholder="改成"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button size="small" htmlType="submit" disabled={isBusy || text.trim() === ''}>
            改正
          </Button>
        </form>
      )}
      <Button
        size="small"
        disabled={isBusy}
        aria-label={`跳过 ${sheet} 第 ${row} 行`}
        onClick={() => onMend({ ...mending, skipped: [...skipped, { sheet, row }] })}
      >
        跳过这一行
      </Button>
    </Space>
  )
}

interface MendColumnProps {
  readonly column: {
    readonly sheet: string
    readonly header: string
    readonly column?: string
    readonly as?: string
  }
  readonly names: Readonly<Record<string, string>>
  readonly mending: ImportMending
  readonly isBusy: boolean
  readonly onMend: OnMend
}

/** What a column of the file is, chosen anew. */
export function MendColumn({ column: taken, names, mending, isBusy, onMend }: MendColumnProps) {
  const { sheet, header, column = '', as = 'none' } = taken
  const others = mending.columns.filter((other) => other.sheet !== sheet || other.column !== column)
  return (
    <Select<string>
      size="small"
      variant="filled"
      aria-label={`${sheet} ${header} 对应栏目`}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      disabled={isBusy}
      value={as}
      options={Object.entries(names).map(([value, label]) => ({ value, label }))}
      onChange={(next) => onMend({ ...mending, columns: [...others, { sheet, column, header, as: next }] })}
    />
  )
}

interface MendedProps {
  readonly mending: ImportMending
  readonly isBusy: boolean
  readonly onMend: OnMend
  readonly columnNames?: Readonly<Record<string, string>> | undefined
}

interface Mend {
  readonly key: string
  readonly where: string
  readonly what: string
  readonly without: ImportMending
}

/** What was mended so far, each of which may be taken back. */
export function Mended({ mending, isBusy, onMend, columnNames = {} }: MendedProps) {
  const mends = mendsOf(mending, columnNames)
  if (mends.length === 0) return null
  return (
    <section aria-label="改过的">
      <h2>改过的</h2>
      <p className="quiet">只对这次导入有效，原文件没有改动。</p>
      <List
        label="改过的"
        rows={mends}
        keyOf={({ key }) => key}
        whenEmpty=""
        columns={[
          { header: '位置', cell: ({ where }) => where },
          { header: '处理', cell: ({ what }) => what },
          {
            header: '操作',
            cell: ({ where, without }) => (
              <Button size="small" disabled={isBusy} aria-label={`撤回 ${where}`} onClick={() => onMend(without)}>
                撤回
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}

function mendsOf(mending: ImportMending, columnNames: Readonly<Record<string, string>>): Mend[] {
  const { cells, skipped, columns } = mending
  return [
    ...cells.map(({ sheet, cell, text }, at) => ({
      key: `cell ${sheet} ${cell}`,
      where: `${sheet} ${cell}`,
      what: `改成“${text}”`,
      without: { ...mending, cells: cells.toSpliced(at, 1) },
    })),
    ...skipped.map(({ sheet, row }, at) => ({
      key: `row ${sheet} ${row}`,
      where: `${sheet} 第 ${row} 行`,
      what: '跳过，不导入',
      without: { ...mending, skipped: skipped.toSpliced(at, 1) },
    })),
    ...columns.map(({ sheet, column, header, as }, at) => ({
      key: `column ${sheet} ${column}`,
      where: `${sheet} “${header}”这一列`,
      what: as === 'none' ? '不导入' : `对应“${columnNames[as] ?? as}”`,
      without: { ...mending, columns: columns.toSpliced(at, 1) },
    })),
  ]
}
