import { endpoints, Exception, strikeOffConditions } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { todayInChina } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { ConditionList } from '../condition-list.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly result: string
  readonly exception?: string
}

/** Declares a problem rectified. The conditions are judged while one writes; where one is not met, a reason is asked. */
export function StrikeOffForm({ problem, onClose }: ActFormProps) {
  const [form] = Form.useForm<Fields>()
  const ask = useChange(endpoints.requestStrikeOff)
  const result = Form.useWatch('result', form) ?? ''
  const { id, number, registeredOn, measures, evidence } = problem
  const conditions = strikeOffConditions({ registeredOn, measures, evidence, result, today: todayInChina() })
  const isException = conditions.some(({ isMet }) => !isMet)
  const save = ({ result: reached, exception = '' }: Fields): Promise<unknown> =>
    ask.mutateAsync({
      params: { problemId: id },
      body: { result: reached, exception: isException ? exception : '' },
    })
  return (
    <FormDialogue<Fields>
      title={`申请问题 ${number} 号销号`}
      okText="申请销号"
      form={form}
      draft={`strike-off ${id}`}
      initialValues={{ result: problem.result, exception: problem.exception }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.requestStrikeOff.body.shape, 'result')} label="整改成效">
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <ConditionList conditions={conditions} />
      {isException && (
        <Form.Item {...fieldOf({ exception: Exception }, 'exception')} label="条件没有全部满足，仍然申请的理由">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
    </FormDialogue>
  )
}
