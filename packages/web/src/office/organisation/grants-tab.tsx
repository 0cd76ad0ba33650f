import { endpoints, type OrganisationDetail, type Role, roleNames } from '@duizhao/contract'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { GrantForm } from './grant-form.tsx'

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
          { header: '人员', cell: ({ account }) => `${account.personName}（${account.login}）` },
          { header: '角色', cell: ({ role }) => roleNames[role] },
          { header: '组织', cell: ({ organisation: { name } }) => name },
          { header: '授予', cell: ({ grantedAt, grantedBy }) => `${instantInChinese(grantedAt)}，${grantedBy}` },
          ...(mayWrite
            ? [
                {
                  header: '操作',
                  cell: ({ id, account, role }: { id: string; account: { personName: string }; role: Role }) => (
                    <Button size="small" onClick={() => askToRevoke(id, `${account.personName}的${roleNames[role]}`)}>
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
