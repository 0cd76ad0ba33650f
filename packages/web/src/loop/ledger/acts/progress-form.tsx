import { endpoints } from '@duizhao/contract'
import { Checkbox, Form, Input } from 'antd'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly on: string
  readonly text: string
  readonly doneMeasureIds: string[]
}

/** What has been done, and which measures are done with it. */
export function ProgressForm({ problem, onClose }: ActFormProps) {
  const report = useChange(endpoints.reportProgress)
  const open = problem.measures.filter(({ doneOn }) => doneOn === null)
  return (
    <FormDialogue<Fields>
      title={`报告问题 ${problem.number} 号的进展`}
      okText="报告进展"
      draft={`progress ${problem.id}`}
      initialValues={{ on: todayInChina(), doneMeasureIds: [] }}
      onSave={(body) => report.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label="做了什么"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写清做了什么，至少 4 个字' }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="on" label="哪一天" rules={[{ required: true, message: '请选日期' }]}>
        <DateField max={todayInChina()} />
      </Form.Item>
      {open.length > 0 && (
        <Form.Item name="doneMeasureIds" label="这次完成的措施">
          <Checkbox.Group options={open.map(({ id, text }) => ({ value: id, label: text }))} />
        </Form.Item>
      )}
    </FormDialogue>
  )
}
