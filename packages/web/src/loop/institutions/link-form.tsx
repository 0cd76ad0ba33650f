import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { Form, Select } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import { InstitutionSelect } from './institution-select.tsx'

interface LinkFormProps {
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

/** Which institution a problem left, and by which measure. */
export function LinkForm({ problem: { id, number, organisation, measures }, onClose }: LinkFormProps) {
  const link = useChange(endpoints.linkInstitution)
  const { params, body } = endpoints.linkInstitution
  return (
    <FormDialogue<{ readonly paperId: string; readonly measureId?: string | null }>
      title="关联制度"
      okText="关联"
      said={`已关联，制度的页上也写着问题 ${number} 号。`}
      draft={null}
      initialValues={{ measureId: null }}
      onSave={({ paperId, measureId = null }) =>
        link.mutateAsync({ params: { problemId: id, paperId }, body: { measureId: measureId ?? null } })
      }
      onClose={onClose}
    >
      <Form.Item
        {...fieldOf(params, 'paperId')}
        label="制度"
        extra={`${organisation.name}登记过的；没有的先提交文稿，审定以后在文稿页上登记`}
      >
        <InstitutionSelect organisationId={organisation.id} />
      </Form.Item>
      <Form.Item
        {...fieldOf(body.shape, 'measureId')}
        label="措施（可以不选）"
        extra="是哪条措施的成果；不选为整个问题的"
      >
        <Select
          allowClear
          notFoundContent="这个问题还没有措施"
          options={measures.map((measure) => ({ value: measure.id, label: measure.text }))}
        />
      </Form.Item>
    </FormDialogue>
  )
}
