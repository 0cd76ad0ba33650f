import { type Answer, type AssignmentChange, endpoints } from '@duizhao/contract'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { List } from '../../platform/archetypes/list.tsx'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { type Planned, undoneOf } from './batch-assignment.ts'

type Rows = Answer<typeof endpoints.assignManyProblems>['rows']

interface AssignmentReportProps {
  readonly planned: readonly Planned[]
  readonly rows: Rows
  readonly onClose: () => void
}

/** What became of each problem, and the way back. */
export function AssignmentReport({ planned, rows, onClose }: AssignmentReportProps) {
  const undo = useChange(endpoints.assignManyProblems)
  const [undone, setUndone] = useState<Rows | null>(null)
  const plannedOf = (id: string): Planned | undefined => planned.find(({ problem }) => problem.id === id)
  const backwards = rows.flatMap(({ problemId, version }): AssignmentChange[] => {
    const one = plannedOf(problemId)
    const change = one === undefined || version === null ? null : undoneOf(one, version)
    return change === null ? [] : [change]
  })
  const takeBack = async (): Promise<void> => {
    setUndone((await undo.mutateAsync({ body: { assignments: backwards } })).rows)
  }
  const done = rows.filter(({ isDone }) => isDone).length
  const restored = undone?.filter(({ isDone }) => isDone).length ?? 0
  const first = done - backwards.length
  return (
    <Modal
      open
      title="分派的结果"
      onCancel={onClose}
      width={720}
      footer={[
        undone === null && backwards.length > 0 && (
          <Button key="undo" loading={undo.isPending} onClick={() => void takeBack().catch(() => undefined)}>
            撤销，恢复原来的（{backwards.length} 个）
          </Button>
        ),
        <Button key="close" type="primary" onClick={onClose}>
          知道了
        </Button>,
      ]}
    >
      <Alert
        type={undone === null && done === rows.length ? 'success' : 'warning'}
        role="status"
        className="before-form"
        title={
          undone === null
            ? `${done} 个问题已分派${done === rows.length ? '' : `，${rows.length - done} 个没有，原因见下表`}。${first > 0 && backwards.length > 0 ? `其中 ${first} 个是第一次分派，不能撤销，可以再改。` : ''}`
            : `已撤销：${restored} 个恢复为原来的${restored === undone.length ? '' : `，${undone.length - restored} 个没有恢复，原因见下表`}。`
        }
      />
      {undo.isError && <Alert type="error" role="alert" className="before-form" title={sentenceOf(undo.error)} />}
      <List
        label="分派的结果"
        rows={(undone ?? rows).toSorted((a, b) => Number(a.isDone) - Number(b.isDone))}
        keyOf={({ problemId }) => problemId}
        whenEmpty=""
        columns={[
          {
            header: '编号',
            cell: ({ problemId }) => <span className="number">{plannedOf(problemId)?.problem.number}</span>,
          },
          {
            header: '问题',
            cell: ({ problemId }) => <span className="two-lines">{plannedOf(problemId)?.problem.text}</span>,
          },
          { header: '结果', cell: ({ isDone, message }) => resultOf(isDone, message, undone !== null) },
        ]}
      />
    </Modal>
  )
}

function resultOf(isDone: boolean, message: string, isBack: boolean): string {
  if (isDone) return isBack ? '已恢复' : '已分派'
  return `${isBack ? '没有恢复' : '没有分派'}：${message}`
}
