import type { LedgerImportPreview } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'

type Place = LedgerImportPreview['faults'][number]

const effects = { create: '新登记', change: '修改', none: '没有变化' } as const

interface ImportUnderstoodProps {
  readonly preview: LedgerImportPreview
  readonly isBusy: boolean
  readonly onConfirm: () => void
  readonly onBack: () => void
}

/** What was understood of a file, what it will change, and where it is wrong; nothing is written yet. */
export function ImportUnderstood({ preview, isBusy, onConfirm, onBack }: ImportUnderstoodProps) {
  const { fileName, columns, create, change, none, rows, faults, remarks } = preview
  const isAny = create + change > 0
  return (
    <>
      <p>
        {fileName}：新登记 {create} 个，修改 {change} 个，没有变化 {none} 个。
      </p>
      {faults.length > 0 && (
        <Places
          title={`有 ${faults.length} 处要改。改好以后重新选文件，现在什么都没有写入。`}
          type="error"
          label="要改的地方"
          places={faults}
        />
      )}
      {remarks.length > 0 && (
        <Places
          title={`有 ${remarks.length} 处没有读准，不妨碍导入，请看一看。`}
          type="warning"
          label="没有读准的地方"
          places={remarks}
        />
      )}
      <p className="actions">
        <Button type="primary" disabled={faults.length > 0 || !isAny} loading={isBusy} onClick={onConfirm}>
          写入台账
        </Button>
        <Button disabled={isBusy} onClick={onBack}>
          重新选文件
        </Button>
      </p>
      <Working words={isBusy ? '正在写入台账，约一万行要几秒' : ''} />
      <h2>栏目</h2>
      <List
        label="栏目"
        rows={columns}
        keyOf={({ sheet, header }) => `${sheet} ${header}`}
        whenEmpty="没有认出表头。"
        columns={[
          { header: '工作表', cell: ({ sheet }) => sheet },
          { header: '表头', cell: ({ header }) => header },
          { header: '当作', cell: ({ meaning }) => meaning ?? '不用' },
        ]}
      />
      <h2>前 {rows.length} 行</h2>
      <List
        label="行"
        rows={rows}
        keyOf={({ sheet, row }) => `${sheet} ${row}`}
        whenEmpty="没有读出问题。"
        columns={[
          { header: '行', cell: ({ sheet, row }) => `${sheet} 第 ${row} 行` },
          { header: '会怎样', cell: ({ effect }) => effects[effect] },
          { header: '问题', cell: ({ text }) => text },
          { header: '措施', cell: ({ measures }) => <span className="number">{measures} 条</span> },
          { header: '类型', cell: ({ class: kind }) => kind },
          { header: '时限', cell: ({ dueOn }) => (dueOn === null ? '没有' : dueWords(dueOn)) },
          { header: '责任领导', cell: ({ lead }) => (lead === '' ? '没有' : lead) },
        ]}
      />
    </>
  )
}

function dueWords(dueOn: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(dueOn) ? dateInChinese(dueOn) : dueOn
}

/** Says what takes a while when nobody knows how much of it is done; empty while there is nothing. */
export function Working({ words }: { readonly words: string }) {
  return (
    <div role="status">
      {words !== '' && (
        <>
          {words}
          <div role="progressbar" aria-label={words} className="unending" />
        </>
      )}
    </div>
  )
}

interface PlacesProps {
  readonly title: string
  readonly type: 'error' | 'warning'
  readonly label: string
  readonly places: readonly Place[]
}

function Places({ title, type, label, places }: PlacesProps) {
  return (
    <>
      <Alert type={type} role={type === 'error' ? 'alert' : 'status'} title={title} className="before-form" />
      <List
        label={label}
        rows={places}
        keyOf={({ cell, row, message }) => `${cell ?? ''} ${row ?? ''} ${message}`}
        whenEmpty=""
        columns={[
          { header: '单元格', cell: ({ cell, row }) => cell ?? (row === undefined ? '整个文件' : `第 ${row} 行`) },
          { header: '问题', cell: ({ message }) => message },
        ]}
      />
    </>
  )
}
