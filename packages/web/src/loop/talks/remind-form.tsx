import { endpoints, type TalkMatrix } from '@duizhao/contract'
import { App, Form } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface RemindFormProps {
  readonly body: TalkMatrix['organisation']
  readonly days: { readonly from: string; readonly to: string }
  readonly onClose: () => void
}

/** A message to everybody of a body who still has to talk: with whom, and by which day. */
export function RemindForm({ body, days, onClose }: RemindFormProps) {
  const { message } = App.useApp()
  const remind = useChange(endpoints.remindOfTalks)
  const save = async ({ by }: { readonly by: string | null }): Promise<void> => {
    const { told, unreachable } = await remind.mutateAsync({
      params: { organisationId: body.id },
      body: { ...days, by: by ?? '' },
    })
    const names = unreachable.map(({ name }) => name).join('、')
    void message.success(`已提醒 ${told} 人。${names === '' ? '' : `${names}没有能用的账号，请当面说。`}`)
  }
  return (
    <FormDialogue<{ by: string | null }>
      title="提醒没有谈的人"
      okText="提醒"
      draft={null}
      said={null}
      initialValues={{ by: null }}
      onSave={save}
      onClose={onClose}
    >
      <p>每人收到一条消息，写明还应和谁谈、谈话期限。</p>
      <Form.Item {...fieldOf(endpoints.remindOfTalks.body.shape, 'by')} label="谈话期限">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}
