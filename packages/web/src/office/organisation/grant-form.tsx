import { endpoints, type OrganisationDetail, type Role, roleDuties, roleNames, roles } from '@duizhao/contract'
import { Form, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange, useRead } from '../../platform/service/api.ts'

interface GrantFormProps {
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}

interface Fields {
  readonly accountId: string
  readonly role: Role
}

/** Gives an account a role over an organisation and everything below. */
export function GrantForm({ organisation: { id, name }, onClose }: GrantFormProps) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const query = { text: asked, below: true, limit: 50 }
  const { data } = useRead(endpoints.listPeople, { params: { organisationId: id }, query })
  const grant = useChange(endpoints.giveGrant)
  const accounts = data?.items.flatMap((person) => {
    const { account, organisation } = person
    return account === null
      ? []
      : [{ value: account.id, label: `${person.name}（${account.login}，${organisation.name}）` }]
  })
  return (
    <FormDialogue<Fields>
      title={`授权：${name}和下级`}
      okText="授权"
      draft={null}
      initialValues={{}}
      onSave={(body) => grant.mutateAsync({ params: { organisationId: id }, body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.giveGrant.body.shape, 'accountId')} label="人员">
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          options={accounts ?? []}
          notFoundContent="没有这样的账号"
        />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.giveGrant.body.shape, 'role')} label="角色">
        <Select options={roles.map((value) => ({ value, label: `${roleNames[value]}：${roleDuties[value]}` }))} />
      </Form.Item>
    </FormDialogue>
  )
}
