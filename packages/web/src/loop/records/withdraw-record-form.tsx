import { endpoints, type WorkRecordDetail } from '@duizhao/contract'
import { App, Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface WithdrawRecordFormProps {
  readonly record: WorkRecordDetail
  readonly onClose: () => void
}

/** Takes a record back, or drops a talk that was planned, with the reason; it stays and counts no more. */
export function WithdrawRecordForm({ record: { id, version, name, state }, onClose }: WithdrawRecordFormProps) {
  const { message } = App.useApp()
  const isPlan = state === 'planned'
  const withdraw = useChange(endpoints.withdrawRecord)
  const save = async ({ reason }: { readonly reason: string }): Promise<void> => {
    await withdraw.mutateAsync({ params: { recordId: id }, body: { reason, version } })
    void message.success(isPlan ? '已取消，对方收到消息。' : `已撤回：${name}。记录和原因还查得到，不再算数。`)
  }
  return (
    <FormDialogue<{ reason: string }>
      said={null}
      title={isPlan ? '取消约定的谈话' : `撤回：${name}`}
      okText={isPlan ? '取消约定' : '撤回'}
      draft={`withdraw record ${id}`}
      initialValues={{ reason: '' }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.withdrawRecord.body.shape, 'reason')} label={isPlan ? '取消原因' : '撤回原因'}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}
