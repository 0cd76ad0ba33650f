import { carries, type Endpoint, endpoints, permissions, type Role, roleNames, roles } from '@duizhao/contract'

const all: readonly Endpoint[] = Object.values(endpoints)

/** docs/permissions.md: which role may do what, by permission and by endpoint. */
export function permissionsPage(): string {
  return [
    '# 权限',
    '',
    '由 `npm run docs` 从 `packages/contract/src/platform/permissions.ts` 和各个接口生成。',
    '角色的范围都是授权时指定的组织及其全部下级。`packages/server/src/permissions.test.ts` 逐个接口、逐个角色、在范围内外各试一遍。',
    '',
    '## 权限与角色',
    '',
    '| 权限 | 角色 | 接口 |',
    '| --- | --- | --- |',
    ...Object.entries(permissions).map(([permission, holders]) => {
      const actions = all.filter(({ access }) => access === permission).map(named)
      return `| \`${permission}\` | ${holders.map((role) => roleNames[role]).join('、')} | ${actions.join('、')} |`
    }),
    '',
    '## 角色与接口',
    '',
    '● 可以；没有标的答复 `forbidden`，没有登录的答复 `unauthenticated`。',
    '',
    `| 接口 | 没有登录 | ${roles.map((role) => roleNames[role]).join(' | ')} |`,
    `| --- | ${[null, ...roles].map(() => ':---:').join(' | ')} |`,
    ...all.map(
      (endpoint) => `| ${[named(endpoint), ...[null, ...roles].map((role) => mark(endpoint, role))].join(' | ')} |`,
    ),
    '',
  ].join('\n')
}

function named({ summary, action }: Endpoint): string {
  return `${summary}（\`${action}\`）`
}

/** Whether a role, or somebody who is not signed in, may call an endpoint at all. */
function mark({ access }: Endpoint, role: Role | null): string {
  if (access === 'public') return '●'
  if (role === null) return ''
  return access === 'signed-in' || carries(role, access) ? '●' : ''
}
