import {
  endpoints,
  type ProblemClass,
  problemClasses,
  problemClassNames,
  type Sweep,
  type SweptBody,
} from '@duizhao/contract'
import { Form, Input, InputNumber, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Fields {
  readonly as: 'none' | 'known' | 'new'
  readonly reason: string
  readonly number?: number
  readonly text?: string
  readonly aspect?: string
  readonly class?: ProblemClass
  readonly dueOn?: string | null
}

interface AnswerFormProps {
  readonly sweep: Sweep
  readonly body: SweptBody
  readonly onClose: () => void
}

const [known, made] = endpoints.answerSweep.body.shape.found.unwrap().options

/** Whether a body has the problem too, and which of its ledger it is. */
export function AnswerForm({ sweep: { id, text }, body: { organisation }, onClose }: AnswerFormProps) {
  const [form] = Form.useForm<Fields>()
  const answer = useChange(endpoints.answerSweep)
  const as = Form.useWatch('as', form)
  const save = ({ as: what, reason, number = 0, ...fields }: Fields) => {
    const { text: problem = '', aspect = '', class: kind = 'dated', dueOn = null } = fields
    const found =
      what === 'none'
        ? null
        : what === 'known'
          ? { as: what, number }
          : { as: what, text: problem, aspect, class: kind, dueOn }
    return answer.mutateAsync({ params: { sweepId: id, organisationId: organisation.id }, body: { reason, found } })
  }
  return (
    <FormDialogue<Fields>
      title={`${organisation.name}的答复`}
      okText="答复"
      said="已答复。"
      form={form}
      draft={`sweep ${id} ${organisation.id}`}
      initialValues={{ as: 'none', class: 'dated', aspect: '', dueOn: null }}
      onSave={save}
      onClose={onClose}
    >
      <p className="opinion-text">{text}</p>
      <Form.Item name="as" label="自查结果">
        <Radio.Group
          options={[
            { value: 'none', label: '没有' },
            { value: 'new', label: '有，现在登记' },
            { value: 'known', label: '有，台账里已经登记' },
          ]}
        />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.answerSweep.body.shape, 'reason')} label="说明" extra="怎样查的、查到什么">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {as === 'known' && (
        <Form.Item {...fieldOf(known.shape, 'number')} label="问题编号">
          <InputNumber min={1} precision={0} controls={false} />
        </Form.Item>
      )}
      {as === 'new' && (
        <>
          <Form.Item {...fieldOf(made.shape, 'text')} label="问题">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <Form.Item {...fieldOf(made.shape, 'aspect')} label="方面">
            <Input />
          </Form.Item>
          <Form.Item {...fieldOf(made.shape, 'class')} label="类型">
            <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
          </Form.Item>
          <Form.Item {...fieldOf(made.shape, 'dueOn')} label="完成时限" extra="长期坚持的可以不写">
            <DateField />
          </Form.Item>
        </>
      )}
    </FormDialogue>
  )
}
