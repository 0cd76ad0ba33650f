import { roleDuties, roleNames, roles } from '@duizhao/contract'
import { List } from '../archetypes/list.tsx'
import { Page } from '../archetypes/page.tsx'
import { useFeatures } from '../feature.ts'
import './help-slots.ts'

/** How to find one's way. */
export function HelpPage() {
  const features = useFeatures()
  const keys = features.flatMap(({ helpKeys = [] }) => helpKeys)
  return (
    <Page title="帮助">
      <h2>怎么做</h2>
      {features.map(({ name, HelpPart }) => HelpPart !== undefined && <HelpPart key={name} />)}
      <h2>各角色做什么</h2>
      <List
        label="角色"
        rows={roles.map((role) => role)}
        keyOf={(role) => role}
        whenEmpty=""
        columns={[
          { header: '角色', cell: (role) => roleNames[role] },
          { header: '职责', cell: (role) => roleDuties[role] },
        ]}
      />
      <h2>键盘</h2>
      <List
        label="键盘"
        rows={keys}
        keyOf={([key, what]) => `${key}${what}`}
        whenEmpty=""
        columns={[
          { header: '键', cell: ([key]) => <kbd>{key}</kbd> },
          { header: '作用', cell: ([, what]) => what },
        ]}
      />
      <h2>给开发者</h2>
      <p>
        <a href="/help/api">接口说明</a>，<a href="/api/openapi.json">给程序读的（OpenAPI）</a>
      </p>
    </Page>
  )
}
