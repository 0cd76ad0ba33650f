import { endpoints, type Organisation } from '@duizhao/contract'
import { Form } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface MoveFormProps {
  readonly organisation: Organisation
  readonly onClose: () => void
}

/** Puts an organisation, with all that is below it, under another. */
export function MoveForm({ organisation, onClose }: MoveFormProps) {
  const { id, name, version } = organisation
  const move = useChange(endpoints.moveOrganisation)
  return (
    <FormDialogue<{ readonly parentId: string }>
      title={`调整隶属关系：${name}`}
      okText="调整隶属关系"
      draft={null}
      initialValues={{}}
      onSave={(body) => move.mutateAsync({ params: { organisationId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      <p>连同下级组织、人员和台账一起移过去，统计随之改算；以前各天的数不变。</p>
      <Form.Item {...fieldOf(endpoints.moveOrganisation.body.shape, 'parentId')} label="移到的上级组织">
        <OrganisationSelect />
      </Form.Item>
    </FormDialogue>
  )
}
