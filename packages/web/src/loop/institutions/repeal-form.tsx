import { endpoints, type Institution } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface RepealFormProps {
  readonly institution: Institution
  readonly onClose: () => void
}

/** Since when an institution is repealed, and by what. */
export function RepealForm({ institution: { paperId, title }, onClose }: RepealFormProps) {
  const repeal = useChange(endpoints.repealInstitution)
  const { shape } = endpoints.repealInstitution.body.shape.repealed.unwrap()
  return (
    <FormDialogue<{ readonly on: string; readonly reason: string }>
      title={`废止《${title}》`}
      okText="废止"
      draft={`repeal ${paperId}`}
      initialValues={{ on: todayInChina() }}
      onSave={(repealed) => repeal.mutateAsync({ params: { paperId }, body: { repealed } })}
      onClose={onClose}
    >
      <p className="quiet">废止以后不再列为现行有效；写错了可以撤回。有新制度取代的不用废止：登记新制度时选它。</p>
      <Form.Item {...fieldOf(shape, 'on')} label="废止日期">
        <DateField />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'reason')} label="废止依据" extra="哪个文件废止的，或者为什么">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialogue>
  )
}
