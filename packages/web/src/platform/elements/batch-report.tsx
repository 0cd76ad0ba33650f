import type { BatchRow } from '@duizhao/contract'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { List } from '../archetypes/list.tsx'
import { sentenceOf } from '../service/api.ts'
import type { BatchSubject } from './will-change.tsx'

interface BatchReportProps {
  readonly title: string
  /** What was done with each that it was done with, as 已分派. */
  readonly done: string
  readonly problems: readonly BatchSubject[]
  readonly rows: readonly BatchRow[]
  /** How many can be put back as they were, and how; nothing where there is no way back. */
  readonly back?: { readonly count: number; readonly put: () => Promise<readonly BatchRow[]> } | undefined
  /** What is to be known of the way back, in a sentence. */
  readonly remark?: string
  readonly onClose: () => void
}

/** What became of each problem of a batch, what was refused first, and the way back. */
export function BatchReport({ title, done, problems, rows, back, remark = '', onClose }: BatchReportProps) {
  const [restored, setRestored] = useState<readonly BatchRow[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const problemOf = (id: string): BatchSubject | undefined => problems.find((problem) => problem.id === id)
  const putBack = async (put: () => Promise<readonly BatchRow[]>): Promise<void> => {
    setBusy(true)
    setFault('')
    try {
      setRestored(await put())
    } catch (error) {
      setFault(sentenceOf(error))
    }
    setBusy(false)
  }
  const shown = restored ?? rows
  const succeeded = shown.filter(({ isDone }) => isDone).length
  const failed = shown.length - succeeded
  const words =
    restored === null
      ? `${succeeded} 个问题${done}${failed === 0 ? '' : `，${failed} 个没有，原因见下表`}。${remark}`
      : `已撤销：${succeeded} 个恢复为原来的${failed === 0 ? '' : `，${failed} 个没有恢复，原因见下表`}。`
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={720}
      footer={[
        restored === null && back !== undefined && back.count > 0 && (
          <Button key="undo" loading={isBusy} onClick={() => void putBack(back.put)}>
            撤销，恢复原来的（{back.count} 个）
          </Button>
        ),
        <Button key="close" type="primary" onClick={onClose}>
          知道了
        </Button>,
      ]}
    >
      <Alert
        type={restored === null && failed === 0 ? 'success' : 'warning'}
        role="status"
        className="before-form"
        title={words}
      />
      {fault !== '' && <Alert type="error" role="alert" className="before-form" title={fault} />}
      <List
        label={title}
        rows={shown.toSorted((a, b) => Number(a.isDone) - Number(b.isDone))}
        keyOf={({ problemId }) => problemId}
        whenEmpty=""
        columns={[
          { header: '编号', cell: ({ problemId }) => <span className="number">{problemOf(problemId)?.number}</span> },
          { header: '问题', cell: ({ problemId }) => <span className="two-lines">{problemOf(problemId)?.text}</span> },
          { header: '结果', cell: (row) => resultOf(row, restored !== null) },
        ]}
      />
    </Modal>
  )
}

function resultOf({ isDone, message }: BatchRow, isBack: boolean): string {
  if (!isDone) return `${isBack ? '没有恢复' : '没有办成'}：${message}`
  return isBack ? '已恢复' : message
}
