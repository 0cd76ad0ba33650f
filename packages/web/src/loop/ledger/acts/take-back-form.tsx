import { endpoints } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

/** Takes back a problem that was registered by mistake, and says why. */
export function TakeBackForm({ problem, onClose }: ActFormProps) {
  const withdraw = useChange(endpoints.withdrawProblem)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`撤回登记有误的问题 ${problem.number} 号`}
      okText="撤回这个问题"
      draft={`take-back ${problem.id}`}
      initialValues={{}}
      onSave={(body) => withdraw.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">
        撤回以后不在台账里，不再整改、不再统计，编号不再用；以前日子的数不变，经过和理由都在。撤回了不能恢复，要整改的请重新登记。
      </p>
      <Form.Item {...fieldOf(endpoints.withdrawProblem.body.shape, 'reason')} label="理由">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
