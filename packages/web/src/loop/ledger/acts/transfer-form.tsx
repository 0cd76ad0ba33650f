import { endpoints } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../../platform/elements/organisation-select.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly organisationId: string
  readonly reason: string
}

/** Hands a problem to another organisation, where it is assigned anew. */
export function TransferForm({ problem, onClose }: ActFormProps) {
  const transfer = useChange(endpoints.transferProblem)
  return (
    <FormDialogue<Fields>
      title={`移交问题 ${problem.number} 号`}
      okText="移交其他单位"
      draft={`transfer ${problem.id}`}
      initialValues={{}}
      onSave={(body) => transfer.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">现在属于{problem.organisation.name}。移交后由新单位重新分派，经过都保留。</p>
      <Form.Item {...fieldOf(endpoints.transferProblem.body.shape, 'organisationId')} label="移交给">
        <OrganisationSelect />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.transferProblem.body.shape, 'reason')} label="理由">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
