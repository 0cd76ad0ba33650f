import {
  accountLackNames,
  accountLacks,
  type AccountLack,
  accountStateNames,
  endpoints,
  type OrganisationDetail,
  type Person,
} from '@duizhao/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Checkbox, Dropdown, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { AccountForm } from './account-form.tsx'
import { organisationSearchOf } from './organisation-search.ts'
import { PersonForm } from './person-form.tsx'
import { showPassword } from './show-password.tsx'

/** The people of an organisation, and their accounts. */
export function PeopleTab({ organisation }: { readonly organisation: OrganisationDetail }) {
  const [text, setText] = useState('')
  const search = organisationSearchOf(useSearch({ strict: false }))
  const { below = false, account: lack } = search
  const navigate = useNavigate()
  const narrow = (change: { below?: true | undefined; account?: AccountLack | undefined }): void =>
    void navigate({
      to: '/organisations/$organisationId',
      params: { organisationId: organisation.id },
      search: organisationSearchOf({ ...search, tab: 'people', ...change }),
      replace: true,
    })
  const [form, setForm] = useState<Person | 'new' | null>(null)
  const [account, setAccount] = useState<Person | null>(null)
  const asked = useDeferredValue(text.trim())
  const pages = usePages(endpoints.listPeople, {
    params: { organisationId: organisation.id },
    query: { text: asked, below, account: lack },
  })
  const mayWrite = organisation.allowed.includes('person.write')
  return (
    <>
      <FoldedFilters active={Number(below) + Number(lack !== undefined)}>
        <Input.Search
          allowClear
          placeholder="姓名、职务"
          aria-label="姓名、职务"
          style={{ width: 200 }}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={below} onChange={({ target }) => narrow({ below: target.checked || undefined })}>
          连同下级组织
        </Checkbox>
        {organisation.allowed.includes('account.read') && (
          <Select
            allowClear
            aria-label="账号"
            placeholder="全部账号"
            options={accountLacks.map((value) => ({ value, label: accountLackNames[value] }))}
            value={lack ?? null}
            style={{ minWidth: 180 }}
            onChange={(chosen: AccountLack | null) => narrow({ account: chosen ?? undefined })}
          />
        )}
        {mayWrite && <Button onClick={() => setForm('new')}>登记人员</Button>}
      </FoldedFilters>
      <List
        label="人员"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty={
          lack === undefined && asked === '' && mayWrite
            ? '这里还没有人员。可以逐个登记，也可以从 Excel 导入。'
            : '这里没有这样的人员。'
        }
        columns={[
          { header: '姓名', cell: ({ name, isPartyMember }) => `${name}${isPartyMember ? '' : '（非党员）'}` },
          { header: '职务', cell: ({ position }) => position },
          { header: '单位', cell: ({ organisation: { name } }) => name },
          {
            header: '账号',
            cell: ({ account: own }) =>
              own === null ? <span className="quiet">没有</span> : `${own.login}（${accountStateNames[own.state]}）`,
          },
          {
            header: '操作',
            cell: (person) => (
              <PersonActions
                person={person}
                allowed={organisation.allowed}
                onChange={() => setForm(person)}
                onOpen={() => setAccount(person)}
              />
            ),
          },
        ]}
      />
      {form !== null && (
        <PersonForm
          organisationId={organisation.id}
          person={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
      {account !== null && <AccountForm person={account} onClose={() => setAccount(null)} />}
    </>
  )
}

interface PersonActionsProps {
  readonly person: Person
  readonly allowed: readonly string[]
  readonly onChange: () => void
  readonly onOpen: () => void
}

/** What the asking account may do with a person and his account. */
function PersonActions({ person, allowed, onChange, onOpen }: PersonActionsProps) {
  const { modal, message } = App.useApp()
  const [remove, disable, enable, unlock, reset, removeFactor] = [
    useChange(endpoints.removePerson),
    useChange(endpoints.disableAccount),
    useChange(endpoints.enableAccount),
    useChange(endpoints.unlockAccount),
    useChange(endpoints.resetPassword),
    useChange(endpoints.removeSecondFactor),
  ]
  const told = (work: Promise<unknown>, done: string): Promise<void> =>
    work.then(
      () => void message.success(done),
      (error: unknown) => void message.error(sentenceOf(error)),
    )
  const { account } = person
  const params = { accountId: account?.id ?? '' }
  const askToReset = (isTogether: boolean): void => {
    modal.confirm({
      title: isTogether ? `两人一起重置${person.name}的口令？` : `重置${person.name}的口令？`,
      content: isTogether
        ? '你和另一位管理员各拿到新口令的一半，另一位确认以后才生效。要给他负责人、审核人或管理员的授权，而口令上次是你一个人重置的，先这样重置一次。'
        : '现在的口令失效，所有登录退出。新的初始口令只显示一次。负责人、审核人和管理员（包括以前做过的）的口令，要另一位管理员确认后才生效。',
      okText: '重置口令',
      onOk: () =>
        reset.mutateAsync({ params, query: { isTogether } }).then(
          (answer) => (answer.isHalf ? showPassword(modal, answer, '前一半') : showPassword(modal, answer)),
          (error: unknown) => void message.error(sentenceOf(error)),
        ),
    })
  }
  const askToRemoveFactor = (): void => {
    modal.confirm({
      title: `解除${person.name}的两步验证？`,
      content:
        '手机丢了、恢复码也没有的时候才用，请先当面问过本人。所有登录退出，以后只用口令登录。负责人、审核人和管理员的，要另一位管理员确认后才生效。',
      okText: '解除两步验证',
      onOk: () =>
        removeFactor.mutateAsync({ params }).then(
          ({ isWaiting }) =>
            void message.success(isWaiting ? '等另一位管理员在“口令重置”里确认，一天之内有效。' : '两步验证已解除。'),
          (error: unknown) => void message.error(sentenceOf(error)),
        ),
    })
  }
  const askToRemove = (): void => {
    modal.confirm({
      title: `${person.name}离开？`,
      content: '账号和授权一并收回，现任的职务到今天为止，不能恢复。',
      okText: '人员离开',
      onOk: () => told(remove.mutateAsync({ params: { personId: person.id } }), '已登记离开。'),
    })
  }
  const may = (permission: string): boolean => allowed.includes(permission)
  const items = [
    ...(may('person.write') ? [{ key: 'change', label: '修改', onClick: onChange }] : []),
    ...(may('account.write') && account === null ? [{ key: 'open', label: '开通账号', onClick: onOpen }] : []),
    ...(may('account.write') && account !== null && account.state !== 'disabled'
      ? [
          {
            key: 'disable',
            label: '停用账号',
            onClick: () => void told(disable.mutateAsync({ params }), '账号已停用。'),
          },
        ]
      : []),
    ...(may('account.write') && account?.state === 'disabled'
      ? [{ key: 'enable', label: '启用账号', onClick: () => void told(enable.mutateAsync({ params }), '账号已启用。') }]
      : []),
    ...(may('account.secure') && account?.state === 'locked'
      ? [
          {
            key: 'unlock',
            label: '解除登录限制',
            onClick: () => void told(unlock.mutateAsync({ params }), '已解除登录限制。'),
          },
        ]
      : []),
    ...(may('account.secure') && account !== null
      ? [
          { key: 'reset', label: '重置口令', onClick: () => askToReset(false) },
          { key: 'together', label: '两人一起重置口令', onClick: () => askToReset(true) },
          { key: 'factor', label: '解除两步验证', onClick: askToRemoveFactor },
        ]
      : []),
    ...(may('person.write') ? [{ key: 'remove', label: '人员离开', onClick: askToRemove }] : []),
  ]
  if (items.length === 0) return <span className="quiet">—</span>
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="small" aria-label={`操作：${person.name}`}>
        操作
      </Button>
    </Dropdown>
  )
}
