import { endpoints, extensionWords, Reason } from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { dateInChinese } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly isGranted: boolean
  readonly reason: string
}

/** Grants a later deadline or does not. */
export function ExtensionDecisionForm({ problem, onClose }: ActFormProps) {
  const { shape } = endpoints.decideExtension.body
  const [form] = Form.useForm<Fields>()
  const isRefused = Form.useWatch('isGranted', form) === false
  const decide = useChange(endpoints.decideExtension)
  const pending = problem.extensions.find(({ decision }) => decision === null)
  return (
    <FormDialogue<Fields>
      title={`决定问题 ${problem.number} 号的延期`}
      okText="决定延期"
      form={form}
      draft={`decide ${problem.id}`}
      initialValues={{ reason: '' }}
      onSave={(body) => decide.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      {pending !== undefined && (
        <p>
          {pending.by}申请
          {problem.dueOn !== null && `从${dateInChinese(problem.dueOn)}`}
          {extensionWords(pending, dateInChinese)}
          ，理由：{pending.reason}
        </p>
      )}
      <Form.Item {...fieldOf(shape, 'isGranted')} label="决定">
        <Radio.Group
          options={[
            { value: true, label: '同意延期' },
            { value: false, label: '不同意' },
          ]}
        />
      </Form.Item>
      <Form.Item {...fieldOf({ reason: isRefused ? Reason : shape.reason }, 'reason')} label="说明">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
