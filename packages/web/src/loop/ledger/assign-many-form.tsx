import { shortened } from '@duizhao/engine/wording'
import { type Answer, endpoints, type Problem } from '@duizhao/contract'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { List } from '../../platform/archetypes/list.tsx'
import { useChange } from '../../platform/service/api.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { AssignmentFields, type AssignmentFieldValues } from './assignment-fields.tsx'

type Report = Answer<typeof endpoints.assignManyProblems>['rows']

interface AssignManyFormProps {
  readonly problems: readonly Problem[]
  /** Whose people may be chosen. */
  readonly organisationId: string
  readonly onClose: () => void
}

/** Assigns many problems at once, and says of each what became of it. */
export function AssignManyForm({ problems, organisationId, onClose }: AssignManyFormProps) {
  const assign = useChange(endpoints.assignManyProblems)
  const [report, setReport] = useState<Report | null>(null)
  const save = async ({ handlerId, ...fields }: AssignmentFieldValues): Promise<void> => {
    const body = { ...fields, handlerId: handlerId ?? null, problemIds: problems.map(({ id }) => id) }
    setReport((await assign.mutateAsync({ body })).rows)
  }
  if (report !== null) return <AssignmentReport report={report} problems={problems} onClose={onClose} />
  return (
    <FormDialogue<AssignmentFieldValues>
      title={`分派 ${problems.length} 个问题`}
      okText={`分派 ${problems.length} 个问题`}
      draft={null}
      initialValues={{ handlerId: null, class: 'dated', dueOn: null }}
      onSave={save}
      onClose={onClose}
      // The report is still to be read; it closes the dialogue.
      onSaved={() => undefined}
    >
      <AssignmentFields organisationId={organisationId} />
    </FormDialogue>
  )
}

interface AssignmentReportProps {
  readonly report: Report
  readonly problems: readonly Problem[]
  readonly onClose: () => void
}

function AssignmentReport({ report, problems, onClose }: AssignmentReportProps) {
  const done = report.filter(({ isDone }) => isDone).length
  const failed = report.length - done
  const problemOf = (id: string): Problem | undefined => problems.find((problem) => problem.id === id)
  return (
    <Modal
      open
      title="分派的结果"
      okText="知道了"
      onOk={onClose}
      onCancel={onClose}
      cancelButtonProps={{ hidden: true }}
      width={720}
    >
      <Alert
        type={failed === 0 ? 'success' : 'warning'}
        role="status"
        title={failed === 0 ? `${done} 个问题都已分派。` : `${done} 个已分派，${failed} 个没有，原因见下表。`}
      />
      <List
        label="分派的结果"
        rows={report.toSorted((a, b) => Number(a.isDone) - Number(b.isDone))}
        keyOf={({ problemId }) => problemId}
        whenEmpty=""
        columns={[
          { header: '编号', cell: ({ problemId }) => <span className="number">{problemOf(problemId)?.number}</span> },
          { header: '问题', cell: ({ problemId }) => shortened(problemOf(problemId)?.text ?? '', 40) },
          { header: '结果', cell: ({ isDone, message }) => (isDone ? '已分派' : `没有分派：${message}`) },
        ]}
      />
    </Modal>
  )
}
