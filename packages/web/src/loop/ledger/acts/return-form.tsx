import { endpoints } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

/** Sends a request for a strike-off back, and says why. */
export function ReturnForm({ problem, onClose }: ActFormProps) {
  const give = useChange(endpoints.returnProblem)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`退回问题 ${problem.number} 号`}
      okText="退回并说明"
      draft={`return ${problem.id}`}
      initialValues={{}}
      onSave={(body) => give.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.returnProblem.body.shape, 'reason')} label="缺少的内容和要补的内容">
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDialogue>
  )
}
