import { endpoints } from '@duizhao/contract'
import { Form, Input, InputNumber } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly intoNumber: number
  readonly reason: string
}

/** Asks to make a problem part of another, which goes on for both. */
export function MergeForm({ problem, onClose }: ActFormProps) {
  const merge = useChange(endpoints.requestMerge)
  return (
    <FormDialogue<Fields>
      title={`申请把问题 ${problem.number} 号并入另一问题`}
      okText="申请并入另一问题"
      draft={`merge ${problem.id}`}
      initialValues={{}}
      onSave={(body) => merge.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">
        要由另一个对两个问题都能审批的人同意。并入后这一条不再统计，由另一问题接着整改；这一页和经过都保留。
      </p>
      <Form.Item {...fieldOf(endpoints.requestMerge.body.shape, 'intoNumber')} label="并入的问题编号">
        <InputNumber min={1} precision={0} controls={false} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.requestMerge.body.shape, 'reason')} label="理由">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
