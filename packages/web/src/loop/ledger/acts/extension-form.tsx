import { endpoints, type ProblemClass, problemClasses, problemClassNames } from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../../platform/archetypes/dates.ts'
import { oneOf } from '../../../platform/archetypes/names-in-words.ts'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { deadlineOf } from '../deadline-field.ts'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly until: string | null
  readonly class: ProblemClass
  readonly reason: string
}

/** Asks for a later deadline, or for another class, with the reason. */
export function ExtensionForm({ problem, onClose }: ActFormProps) {
  const ask = useChange(endpoints.requestExtension)
  const { id, number, dueOn, class: kind, mayDecideExtension } = problem
  return (
    <FormDialogue<Fields>
      title={`给问题 ${number} 号申请延期`}
      okText="申请延期"
      draft={`extension ${id}`}
      initialValues={{ until: null, class: kind }}
      onSave={(body) => ask.mutateAsync({ params: { problemId: id }, body })}
      onClose={onClose}
    >
      <p className="quiet">
        现在的时限：{dueOn === null ? '没有定' : dateInChinese(dueOn)}。同意以前时限不变。
        {mayDecideExtension.length === 0
          ? '现在没有别人能决定，请安全管理员另外授权。'
          : `由${oneOf(mayDecideExtension)}决定。`}
      </p>
      <Form.Item {...deadlineOf(endpoints.requestExtension.body.shape, 'until')} label="延期至">
        <DateField min={todayInChina()} />
      </Form.Item>
      <Form.Item
        {...fieldOf(endpoints.requestExtension.body.shape, 'class')}
        label="类型"
        extra="改类型也要别人同意。改为长期坚持的可以不写日期。"
      >
        <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.requestExtension.body.shape, 'reason')} label="理由">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
