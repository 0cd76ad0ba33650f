import { type AssignmentChange, type BatchRow, endpoints } from '@duizhao/contract'
import { useChange } from '../../platform/service/api.ts'
import { type Planned, undoneOf } from './batch-assignment.ts'
import { BatchReport } from '../../platform/elements/batch-report.tsx'

interface AssignmentReportProps {
  readonly planned: readonly Planned[]
  readonly rows: readonly BatchRow[]
  readonly onClose: () => void
}

/** What became of each assignment, and the way back. */
export function AssignmentReport({ planned, rows, onClose }: AssignmentReportProps) {
  const undo = useChange(endpoints.assignManyProblems)
  const assignments = rows.flatMap(({ problemId, version }): AssignmentChange[] => {
    const one = planned.find(({ problem }) => problem.id === problemId)
    const change = one === undefined || version === null ? null : undoneOf(one, version)
    return change === null ? [] : [change]
  })
  const { length: count } = assignments
  const first = rows.filter(({ isDone }) => isDone).length - count
  return (
    <BatchReport
      title="分派的结果"
      done="已分派"
      problems={planned.map(({ problem }) => problem)}
      rows={rows}
      back={{ count, put: async () => (await undo.mutateAsync({ body: { assignments } })).rows }}
      remark={first > 0 && count > 0 ? `其中 ${first} 个是第一次分派，不能撤销，可以再改。` : ''}
      onClose={onClose}
    />
  )
}
