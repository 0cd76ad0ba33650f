import { endpoints } from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { dateInChinese } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly isGranted: boolean
  readonly reason: string
}

/** Grants a later deadline or does not. */
export function ExtensionDecisionForm({ problem, onClose }: ActFormProps) {
  const decide = useChange(endpoints.decideExtension)
  const pending = problem.extensions.find(({ decision }) => decision === null)
  return (
    <FormDialogue<Fields>
      title={`决定问题 ${problem.number} 号的延期`}
      okText="决定延期"
      draft={`decide ${problem.id}`}
      initialValues={{ reason: '' }}
      onSave={(body) => decide.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      {pending !== undefined && (
        <p>
          {pending.by}申请
          {problem.dueOn !== null && `从 ${dateInChinese(problem.dueOn)} `}延到 {dateInChinese(pending.until)}
          ，理由：{pending.reason}
        </p>
      )}
      <Form.Item name="isGranted" label="决定" rules={[{ required: true, message: '请选同意或不同意' }]}>
        <Radio.Group
          options={[
            { value: true, label: '同意延期' },
            { value: false, label: '不同意' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="说明"
        dependencies={['isGranted']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('isGranted') === false,
            whitespace: true,
            message: '不同意的，请写明理由',
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </FormDialogue>
  )
}
