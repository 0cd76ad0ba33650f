import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationsSelect } from '../../platform/elements/organisations-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Fields {
  readonly text: string
  readonly answerDueOn: string
  readonly organisationIds: string[]
}

interface AskFormProps {
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

/** Which bodies are to look for what, until when. */
export function AskForm({ problem: { id, number, text }, onClose }: AskFormProps) {
  const ask = useChange(endpoints.askSweep)
  const { shape } = endpoints.askSweep.body
  return (
    <FormDialogue<Fields>
      title={`问题 ${number} 号举一反三`}
      okText="请各单位自查"
      said="已发出，各单位的组织者在“今天”里看得到。"
      draft={`sweep ${id}`}
      initialValues={{ text, organisationIds: [] }}
      onSave={(body) => ask.mutateAsync({ params: { problemId: id }, body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'organisationIds')} label="自查单位">
        <OrganisationsSelect />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'text')} label="要查的问题" extra="各单位看到的是这里写的；不便让它们知道的请改掉">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'answerDueOn')} label="答复期限">
        <DateField min={todayInChina()} />
      </Form.Item>
    </FormDialogue>
  )
}
