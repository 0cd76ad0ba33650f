import { endpoints, type Organisation, type OrganisationDetail, organisationKindNames } from '@duizhao/contract'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Empty, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useFeatures } from '../../platform/feature.ts'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { Page } from '../../platform/archetypes/page.tsx'
import { GrantsTab } from './grants-tab.tsx'
import { MoveForm } from './move-form.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import { PeopleTab } from './people-tab.tsx'
import './organisation-slots.ts'
import './organisation.css'

/** The tree on the left, one organisation on the right. */
export function OrganisationPage() {
  const { organisationId } = useParams({ strict: false })
  const navigate = useNavigate()
  const { data: roots, error } = useRead(endpoints.listOrganisationRoots, {})
  const shown = organisationId ?? roots?.items[0]?.id
  const search = useSearch({ strict: false })
  const open = (id: string): void =>
    void navigate({ to: '/organisations/$organisationId', params: { organisationId: id }, search })
  return (
    <Page title="组织与人员">
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {roots?.items.length === 0 && <Empty description="没有可以看到的组织。请联系安全管理员授权。" />}
      <div className="split">
        <nav className="tree" aria-label="组织树">
          {roots !== undefined && <OrganisationTree roots={roots.items} shown={shown} onOpen={open} />}
        </nav>
        {shown !== undefined && <OrganisationView key={shown} organisationId={shown} onOpen={open} />}
      </div>
    </Page>
  )
}

type Form = { readonly of: 'new' } | { readonly of: 'change' | 'move'; readonly organisation: Organisation }

function OrganisationView({
  organisationId,
  onOpen,
}: {
  readonly organisationId: string
  readonly onOpen: (id: string) => void
}) {
  const { data, error } = useRead(endpoints.readOrganisation, { params: { organisationId } })
  const remove = useChange(endpoints.removeOrganisation)
  const { modal, message } = App.useApp()
  const [form, setForm] = useState<Form | null>(null)
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined) return <Skeleton active aria-label="正在读取" />
  const may = (permission: string): boolean => data.allowed.includes(permission)
  const askToRemove = (): void => {
    modal.confirm({
      title: `撤销${data.name}？`,
      content: '撤销以后不能恢复。还有下级组织或人员的，要先调走。',
      okText: '撤销',
      onOk: async () => {
        try {
          await remove.mutateAsync({ params: { organisationId } })
          const parent = data.path.at(-2)
          if (parent !== undefined) onOpen(parent.id)
        } catch (refused) {
          void message.error(sentenceOf(refused))
        }
      },
    })
  }
  return (
    <section aria-label={data.name}>
      <div className="page-head">
        <div>
          <h2>{data.name}</h2>
          <p>
            {organisationKindNames[data.kind]}
            {data.path.length > 1 &&
              `，${data.path
                .slice(0, -1)
                .map(({ name }) => name)
                .join(' › ')}`}
            ，下级 {data.children} 个
          </p>
        </div>
        {may('organisation.write') && (
          <div className="actions">
            <Button onClick={() => setForm({ of: 'new' })}>新建下级</Button>
            <Button onClick={() => setForm({ of: 'change', organisation: data })}>修改</Button>
            {data.path.length > 1 && (
              <Button onClick={() => setForm({ of: 'move', organisation: data })}>调整隶属</Button>
            )}
            <Button onClick={askToRemove}>撤销</Button>
          </div>
        )}
      </div>
      <OrganisationTabs organisation={data} />
      {form?.of === 'move' && <MoveForm organisation={form.organisation} onClose={() => setForm(null)} />}
      {form !== null && form.of !== 'move' && (
        <OrganisationForm
          parentId={organisationId}
          organisation={form.of === 'change' ? form.organisation : null}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  )
}

/** What there is to see of an organisation; which of it is shown stands in the address. */
function OrganisationTabs({ organisation }: { readonly organisation: OrganisationDetail }) {
  const features = useFeatures()
  const { tab } = useSearch({ strict: false })
  const navigate = useNavigate()
  const may = (permission: string): boolean => organisation.allowed.includes(permission)
  const tabs = [
    ...(may('person.read')
      ? [{ key: 'people', label: `人员 ${organisation.people}`, children: <PeopleTab organisation={organisation} /> }]
      : []),
    ...features
      .flatMap(({ organisationTabs = [] }) => organisationTabs)
      .filter(({ permission }) => may(permission))
      .map(({ key, name, Tab }) => ({ key, label: name, children: <Tab organisation={organisation} /> })),
    ...(may('grant.read')
      ? [{ key: 'grants', label: '授权', children: <GrantsTab organisation={organisation} /> }]
      : []),
  ]
  if (tabs.length === 0) return null
  return (
    <Tabs
      items={tabs}
      activeKey={tabs.find(({ key }) => key === tab)?.key ?? tabs[0]?.key ?? ''}
      onChange={(key) =>
        void navigate({
          to: '/organisations/$organisationId',
          params: { organisationId: organisation.id },
          search: { tab: key },
          replace: true,
        })
      }
    />
  )
}
