import { endpoints } from '@duizhao/contract'
import { Checkbox, Form, Input } from 'antd'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
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
      <Form.Item {...fieldOf(endpoints.reportProgress.body.shape, 'text')} label="做了什么">
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.reportProgress.body.shape, 'on')} label="哪一天">
        <DateField max={todayInChina()} />
      </Form.Item>
      {open.length > 0 && (
        <Form.Item {...fieldOf(endpoints.reportProgress.body.shape, 'doneMeasureIds')} label="这次完成的措施">
          <Checkbox.Group options={open.map(({ id, text }) => ({ value: id, label: text }))} />
        </Form.Item>
      )}
    </FormDialogue>
  )
}
