import type { ImportMending, RefusedPlace } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { MendColumn, Mended, MendPlace } from './import-mending.tsx'
import { ImportOffered, type OfferedColumns } from './import-offered.tsx'
import { List } from './list.tsx'
import { Working } from './working.tsx'

interface UnderstoodColumn {
  readonly sheet: string
  readonly header: string
  readonly meaning: string | null
  /** Which column of the sheet, and what it was taken for, where a person may say otherwise. */
  readonly column?: string
  readonly as?: string
}

/** A file as the service understood it, before anything is written; every import's preview has these. */
export interface Understood {
  readonly fileName: string
  readonly columns: readonly UnderstoodColumn[]
  readonly faults: readonly RefusedPlace[]
  readonly remarks?: readonly RefusedPlace[]
  /** What was mended of it on the screen, where it can be. */
  readonly mending?: ImportMending
  /** What was said of the columns of files with the same heads. */
  readonly offered?: readonly OfferedColumns[]
}

interface ImportUnderstoodProps {
  readonly understood: Understood
  /** What will change, in a sentence. */
  readonly summary: string
  /** True if there is anything to write. */
  readonly isAny: boolean
  readonly okText: string
  readonly isBusy: boolean
  /** Says what is mended on the screen; undefined where faults are mended in the file alone. */
  readonly onMend: ((mending: ImportMending) => void) | undefined
  readonly onConfirm: () => void
  readonly onBack: () => void
  /** What a column may be, by its code, where a person may say it. */
  readonly columnNames?: Readonly<Record<string, string>> | undefined
  /** What a person has to say before it is written. */
  readonly choices: ReactNode
  /** The rows, each with what it will do. */
  readonly children: ReactNode
}

/** What was understood of a file, what it will change, and where it is wrong; nothing is written yet. */
export function ImportUnderstood(props: ImportUnderstoodProps) {
  const { understood, summary, isAny, okText, isBusy, onMend, onConfirm, onBack, columnNames, choices, children } =
    props
  const { fileName, columns, faults, remarks = [], mending, offered = [] } = understood
  const tools = onMend === undefined || mending === undefined ? null : { mending, isBusy, onMend }
  return (
    <>
      <p>
        {fileName}：{summary}
      </p>
      {tools !== null && columnNames !== undefined && (
        <ImportOffered offered={offered} names={columnNames} {...tools} />
      )}
      {faults.length > 0 && (
        <Places
          title={`有 ${faults.length} 处要改。${tools === null ? '改好以后重新选文件' : '可以在这里改正或跳过，也可以改好文件重新选'}，现在什么都没有写入。`}
          type="error"
          label="要改的地方"
          places={faults}
          toolsOf={tools && ((place) => <MendPlace place={place} {...tools} />)}
        />
      )}
      {tools !== null && <Mended {...tools} columnNames={columnNames} />}
      {remarks.length > 0 && (
        <Places
          title={`有 ${remarks.length} 处没有读准，不妨碍导入，请看一看。`}
          type="warning"
          label="没有读准的地方"
          places={remarks}
        />
      )}
      {choices}
      {children}
      <p className="actions import-actions">
        <Button type="primary" disabled={faults.length > 0 || !isAny} loading={isBusy} onClick={onConfirm}>
          {okText}
        </Button>
        <Button disabled={isBusy} onClick={onBack}>
          重新选文件
        </Button>
      </p>
      <Working words={isBusy ? '正在办，约一万行要几秒' : ''} />
      <h2>栏目</h2>
      {tools !== null && columnNames !== undefined && <p className="quiet">认错的，在“对应栏目”里改。</p>}
      <List
        label="栏目"
        rows={columns}
        keyOf={({ sheet, header, column = '' }) => `${sheet} ${column} ${header}`}
        whenEmpty="没有认出表头。"
        columns={[
          { header: '工作表', cell: ({ sheet }) => sheet },
          { header: '表头', cell: ({ header }) => header },
          {
            header: '对应栏目',
            cell: (column) =>
              tools === null || columnNames === undefined ? (
                (column.meaning ?? '不导入')
              ) : (
                <MendColumn column={column} names={columnNames} {...tools} />
              ),
          },
        ]}
      />
    </>
  )
}

function placeInFile({ sheet, cell, row }: RefusedPlace): string {
  const within = cell ?? (row === undefined ? '' : `第 ${row} 行`)
  return [sheet, within].filter((words) => words).join(' ') || '整个文件'
}

interface PlacesProps {
  readonly title: string
  readonly type: 'error' | 'warning'
  readonly label: string
  readonly places: readonly RefusedPlace[]
  /** What can be done about a place on the screen. */
  readonly toolsOf?: ((place: RefusedPlace) => ReactNode) | null
}

function Places({ title, type, label, places, toolsOf = null }: PlacesProps) {
  return (
    <>
      <Alert type={type} role={type === 'error' ? 'alert' : 'status'} title={title} className="before-form" />
      <List
        label={label}
        rows={places}
        keyOf={({ sheet, cell, row, message }) => `${sheet ?? ''} ${cell ?? ''} ${row ?? ''} ${message}`}
        whenEmpty=""
        columns={[
          { header: '单元格', cell: placeInFile },
          { header: '问题', cell: ({ message }) => message },
          ...(toolsOf === null ? [] : [{ header: '处理', cell: toolsOf }]),
        ]}
      />
    </>
  )
}
