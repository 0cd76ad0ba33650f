import {
  endpoints,
  JudgedRecurrence,
  type RecurrenceMatch,
  recurrenceVerdictMeanings,
  recurrenceVerdictNames,
  type RecurrenceVerdict,
  recurrenceVerdicts,
} from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

const [Said] = JudgedRecurrence.options

interface VerdictFormProps {
  readonly problemId: string
  readonly number: number
  readonly match: RecurrenceMatch
  readonly onClose: () => void
}

interface Fields {
  readonly verdict: RecurrenceVerdict | 'none'
  readonly reason: string
}

/** Says whether two problems are the same one, and why; or takes back what was said. */
export function VerdictForm({ problemId, number, match: { earlier, decided }, onClose }: VerdictFormProps) {
  const { mutateAsync } = useChange(endpoints.judgeRecurrence)
  const [form] = Form.useForm<Fields>()
  const verdict = Form.useWatch('verdict', form)
  return (
    <FormDialogue<Fields>
      title={`认定：问题 ${number} 号与以前的 ${earlier.number} 号`}
      okText="认定"
      said={null}
      form={form}
      draft={`recurrence ${problemId} ${earlier.id}`}
      initialValues={decided === null ? {} : { verdict: decided.verdict, reason: decided.reason }}
      onSave={({ verdict: said, reason }) =>
        mutateAsync({
          params: { problemId, earlierId: earlier.id },
          body: said === 'none' ? { verdict: said } : { verdict: said, reason },
        })
      }
      onClose={onClose}
    >
      <p>
        {earlier.number} 号：{earlier.text}
      </p>
      <Form.Item name="verdict" label="认定" rules={[{ required: true, message: '请选一种认定' }]}>
        <Radio.Group
          vertical
          options={[
            ...recurrenceVerdicts.map((value) => ({
              value,
              label: `${recurrenceVerdictNames[value]}：${recurrenceVerdictMeanings[value]}`,
            })),
            ...(decided === null ? [] : [{ value: 'none' as const, label: '收回认定' }]),
          ]}
        />
      </Form.Item>
      {verdict !== 'none' && (
        <Form.Item {...fieldOf(Said.shape, 'reason')} label="理由" extra="认定只连起两个问题，哪个问题的状态都不变。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
    </FormDialogue>
  )
}
