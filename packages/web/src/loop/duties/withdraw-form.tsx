import { type DutyDetail, endpoints } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

/** Says that a duty is no longer required, and why. */
export function WithdrawForm({ duty, onClose }: { readonly duty: DutyDetail; readonly onClose: () => void }) {
  const withdraw = useChange(endpoints.withdrawDuty)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`不再要求“${duty.name}”`}
      okText="不再要求"
      draft={`duty-withdrawal-${duty.id}`}
      initialValues={{}}
      onSave={({ reason }) =>
        withdraw.mutateAsync({ params: { dutyId: duty.id }, body: { reason, version: duty.version } })
      }
      onClose={onClose}
    >
      <p>从今天起不再要求；以前的各期仍看得见，缺的仍算缺。</p>
      <Form.Item {...fieldOf(endpoints.withdrawDuty.body.shape, 'reason')} label="原因">
        <Input />
      </Form.Item>
    </FormDialogue>
  )
}
