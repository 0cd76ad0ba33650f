import { endpoints, type Person } from '@duizhao/contract'
import { Checkbox, Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface PersonFormProps {
  readonly organisationId: string
  /** The person who is changed, null for a new one. */
  readonly person: Person | null
  readonly onClose: () => void
}

type Fields = Pick<Person, 'name' | 'position' | 'email' | 'isPartyMember'>

const NOBODY: Fields = { name: '', position: '', email: '', isPartyMember: true }

/** A person: name, position, address for mail, party member or not. */
export function PersonForm({ organisationId, person, onClose }: PersonFormProps) {
  const create = useChange(endpoints.createPerson)
  const change = useChange(endpoints.changePerson)
  const save = (fields: Fields): Promise<unknown> =>
    person === null
      ? create.mutateAsync({ params: { organisationId }, body: fields })
      : change.mutateAsync({
          params: { personId: person.id },
          body: { ...fields, organisationId: person.organisation.id, version: person.version },
        })
  return (
    <FormDialogue<Fields>
      title={person === null ? '登记人员' : `修改${person.name}`}
      okText={person === null ? '登记' : '保存'}
      draft={person === null ? `person ${organisationId}` : `person ${person.id} ${person.version}`}
      initialValues={person ?? NOBODY}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.createPerson.body.shape, 'name')} label="姓名">
        <Input autoFocus />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.createPerson.body.shape, 'position')} label="职务">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.createPerson.body.shape, 'email')} label="邮箱">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.createPerson.body.shape, 'isPartyMember')} valuePropName="checked">
        <Checkbox>党员</Checkbox>
      </Form.Item>
    </FormDialogue>
  )
}
