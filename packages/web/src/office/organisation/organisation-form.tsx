import {
  endpoints,
  type Organisation,
  type OrganisationKind,
  organisationKindNames,
  organisationKinds,
} from '@duizhao/contract'
import { Form, Input, Select } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface OrganisationFormProps {
  readonly parentId: string
  /** The organisation that is changed, null for a new one. */
  readonly organisation: Organisation | null
  readonly onClose: () => void
}

interface Fields {
  readonly name: string
  readonly kind: OrganisationKind
}

/** A new organisation, or another name or kind for one. */
export function OrganisationForm({ parentId, organisation, onClose }: OrganisationFormProps) {
  const create = useChange(endpoints.createOrganisation)
  const change = useChange(endpoints.changeOrganisation)
  const save = (fields: Fields): Promise<unknown> =>
    organisation === null
      ? create.mutateAsync({ params: { organisationId: parentId }, body: fields })
      : change.mutateAsync({
          params: { organisationId: organisation.id },
          body: { ...fields, version: organisation.version },
        })
  return (
    <FormDialogue<Fields>
      title={organisation === null ? '新建下级组织' : '修改组织'}
      okText={organisation === null ? '新建' : '保存'}
      draft={
        organisation === null ? `organisation ${parentId}` : `organisation ${organisation.id} ${organisation.version}`
      }
      initialValues={organisation ?? { kind: 'unit' }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.createOrganisation.body.shape, 'name')} label="名称">
        <Input autoFocus />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.createOrganisation.body.shape, 'kind')} label="种类">
        <Select options={organisationKinds.map((value) => ({ value, label: organisationKindNames[value] }))} />
      </Form.Item>
    </FormDialogue>
  )
}
