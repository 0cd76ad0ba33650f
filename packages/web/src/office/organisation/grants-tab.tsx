import { endpoints, type OrganisationDetail, type Role, roleDuties, roleNames, roles } from '@duizhao/contract'
import { Alert, App, Button, Checkbox, Form, Modal, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'

/** Who may be what for an organisation and everything below. */
export function GrantsTab({ organisation }: { readonly organisation: OrganisationDetail }) {
  const [below, setBelow] = useState(false)
  const [isGranting, setGranting] = useState(false)
  const { modal, message } = App.useApp()
  const pages = usePages(endpoints.listGrants, { params: { organisationId: organisation.id }, query: { below } })
  const revoke = useChange(endpoints.revokeGrant)
  const mayWrite = organisation.allowed.includes('grant.write')
  const askToRevoke = (id: string, what: string): void => {
    modal.confirm({
      title: `收回${what}？`,
      content: '立即生效。',
      okText: '收回授权',
      okButtonProps: { danger: true },
      onOk: () =>
        revoke.mutateAsync({ params: { grantId: id } }).then(
          () => void message.success('授权已收回。'),
          (error: unknown) => void message.error(sentenceOf(error)),
        ),
    })
  }
  return (
    <>
      <div className="filters">
        <Checkbox onChange={(event) => setBelow(event.target.checked)}>连同下级组织</Checkbox>
        {mayWrite && <Button onClick={() => setGranting(true)}>授权</Button>}
      </div>
      <List
        label="授权"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="这里还没有授权。"
        columns={[
          { header: '谁', cell: ({ account }) => `${account.personName}（${account.login}）` },
          { header: '角色', cell: ({ role }) => roleNames[role] },
          { header: '组织', cell: ({ organisation: { name } }) => name },
          { header: '授予', cell: ({ grantedAt, grantedBy }) => `${instantInChinese(grantedAt)}，${grantedBy}` },
          ...(mayWrite
            ? [
                {
                  header: '可以做',
                  cell: ({ id, account, role }: { id: string; account: { personName: string }; role: Role }) => (
                    <Button
                      size="small"
                      danger
                      onClick={() => askToRevoke(id, `${account.personName}的${roleNames[role]}`)}
                    >
                      收回授权
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {isGranting && <GrantForm organisation={organisation} onClose={() => setGranting(false)} />}
    </>
  )
}

interface Fields {
  readonly accountId: string
  readonly role: Role
}

function GrantForm({
  organisation,
  onClose,
}: {
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}) {
  const [form] = Form.useForm<Fields>()
  const [fault, setFault] = useState('')
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const { data } = useRead(endpoints.listPeople, {
    params: { organisationId: organisation.id },
    query: { text: asked, below: true, limit: 50 },
  })
  const grant = useChange(endpoints.giveGrant)
  const people = data?.items.flatMap(({ name, account, organisation: own }) =>
    account === null ? [] : [{ value: account.id, label: `${name}（${account.login}，${own.name}）` }],
  )
  const save = async (body: Fields): Promise<void> => {
    setFault('')
    try {
      await grant.mutateAsync({ params: { organisationId: organisation.id }, body })
      onClose()
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
  }
  return (
    <Modal
      open
      title={`授权：${organisation.name}和下级`}
      okText="授权"
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={grant.isPending}
    >
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form form={form} layout="vertical" onFinish={(body) => void save(body)} requiredMark={false}>
        <Form.Item name="accountId" label="谁" rules={[{ required: true, message: '请选一个账号' }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setText }}
            options={people ?? []}
            notFoundContent="没有这样的账号"
          />
        </Form.Item>
        <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选一个角色' }]}>
          <Select options={roles.map((value) => ({ value, label: `${roleNames[value]}：${roleDuties[value]}` }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
