import { endpoints, type Person } from '@duizhao/contract'
import { Alert, App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useChange } from '../../platform/service/api.ts'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'
import { showPassword } from './show-password.tsx'

/** Opens an account for a person; its initial password is shown once. */
export function AccountForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ readonly login: string }>()
  const [fault, setFault] = useState('')
  const { modal } = App.useApp()
  const open = useChange(endpoints.openAccount)
  const save = async (body: { readonly login: string }): Promise<void> => {
    setFault('')
    try {
      const answer = await open.mutateAsync({ params: { personId: person.id }, body })
      onClose()
      showPassword(modal, answer)
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
  }
  return (
    <Modal
      open
      title={`给${person.name}开通账号`}
      okText="开通账号"
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={open.isPending}
    >
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form form={form} layout="vertical" onFinish={(body) => void save(body)} requiredMark={false}>
        <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
