import { endpoints, type Person } from '@duizhao/contract'
import { App, Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import { showPassword } from './show-password.tsx'

/** Opens an account for a person; its initial password is shown once. */
export function AccountForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { modal } = App.useApp()
  const open = useChange(endpoints.openAccount)
  const save = async (body: { readonly login: string }): Promise<void> =>
    showPassword(modal, await open.mutateAsync({ params: { personId: person.id }, body }))
  return (
    <FormDialogue<{ readonly login: string }>
      title={`给${person.name}开通账号`}
      okText="开通账号"
      draft={`account ${person.id}`}
      initialValues={{}}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.openAccount.body.shape, 'login')} label="账号">
        <Input autoFocus autoComplete="off" />
      </Form.Item>
    </FormDialogue>
  )
}
