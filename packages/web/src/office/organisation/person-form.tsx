import { endpoints, type Person } from '@duizhao/contract'
import { Alert, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useChange } from '../../platform/service/api.ts'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'

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
  const [form] = Form.useForm<Fields>()
  const [fault, setFault] = useState('')
  const create = useChange(endpoints.createPerson)
  const change = useChange(endpoints.changePerson)
  const save = async (fields: Fields): Promise<void> => {
    setFault('')
    try {
      if (person === null) await create.mutateAsync({ params: { organisationId }, body: fields })
      else
        await change.mutateAsync({
          params: { personId: person.id },
          body: { ...fields, organisationId: person.organisation.id, version: person.version },
        })
      onClose()
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
  }
  return (
    <Modal
      open
      title={person === null ? '登记人员' : `修改${person.name}`}
      okText={person === null ? '登记' : '保存'}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending || change.isPending}
    >
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={person ?? NOBODY}
        onFinish={(fields) => void save(fields)}
        requiredMark={false}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="position" label="职务">
          <Input />
        </Form.Item>
        <Form.Item name="email" label="邮箱">
          <Input />
        </Form.Item>
        <Form.Item name="isPartyMember" valuePropName="checked">
          <Checkbox>党员</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
