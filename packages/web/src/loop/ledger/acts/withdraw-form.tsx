import { endpoints } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

/** Takes one's own request for a strike-off back. */
export function WithdrawForm({ problem, onClose }: ActFormProps) {
  const withdraw = useChange(endpoints.withdrawStrikeOff)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`撤回问题 ${problem.number} 号的销号申请`}
      okText="撤回申请"
      draft={`withdraw ${problem.id}`}
      initialValues={{}}
      onSave={(body) => withdraw.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">撤回后回到“整改中”，可以再次申请。</p>
      <Form.Item {...fieldOf(endpoints.withdrawStrikeOff.body.shape, 'reason')} label="理由">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
