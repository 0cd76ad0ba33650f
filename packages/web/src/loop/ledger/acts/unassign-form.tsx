import { endpoints } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

/** Takes an assignment back before anything was reported, and says why. */
export function UnassignForm({ problem, onClose }: ActFormProps) {
  const withdraw = useChange(endpoints.withdrawAssignment)
  const people = [problem.lead, problem.handler].flatMap((person) => person?.name ?? [])
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`撤销问题 ${problem.number} 号的分派`}
      okText="撤销分派"
      draft={`unassign ${problem.id}`}
      initialValues={{}}
      onSave={(body) => withdraw.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">
        撤销后回到“已登记”，可以重新分派；{[...new Set(people)].join('、')}会收到消息。完成时限不变，要改仍须申请延期。
      </p>
      <Form.Item {...fieldOf(endpoints.withdrawAssignment.body.shape, 'reason')} label="理由">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
