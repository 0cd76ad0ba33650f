import {
  endpoints,
  type Organisation,
  type OrganisationKind,
  organisationKindNames,
  organisationKinds,
} from '@duizhao/contract'
import { Alert, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useChange } from '../../platform/service/api.ts'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'

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
  const [form] = Form.useForm<Fields>()
  const [fault, setFault] = useState('')
  const create = useChange(endpoints.createOrganisation)
  const change = useChange(endpoints.changeOrganisation)
  const save = async (fields: Fields): Promise<void> => {
    setFault('')
    try {
      if (organisation === null) await create.mutateAsync({ params: { organisationId: parentId }, body: fields })
      else
        await change.mutateAsync({
          params: { organisationId: organisation.id },
          body: { ...fields, version: organisation.version },
        })
      onClose()
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
  }
  return (
    <Modal
      open
      title={organisation === null ? '新建下级组织' : '修改组织'}
      okText={organisation === null ? '新建' : '保存'}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending || change.isPending}
    >
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={organisation ?? { kind: 'unit' }}
        onFinish={(fields) => void save(fields)}
        requiredMark={false}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="kind" label="种类">
          <Select options={organisationKinds.map((value) => ({ value, label: organisationKindNames[value] }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
