import {
  carries,
  type Endpoint,
  endpoints,
  permissions,
  refusalCodes,
  refusalStatus,
  type RefusalCode,
  type Role,
  roleNames,
  roles,
} from '@duizhao/contract'
import { settingsOfServer } from '@duizhao/server'

const MEANING: Readonly<Record<RefusalCode, string>> = {
  invalid: '请求本身不对，places 指出哪一项',
  unauthenticated: '没有登录，或登录已经失效',
  forbidden: '角色没有这个权限',
  not_found: '没有，或不在可以看到的范围里',
  conflict: '请求没有错，但与现在的状态不合：别人先改了，或规则不允许',
  busy: '请求太多，稍后再试',
  broken: '服务出了错，凭 requestId 查日志',
}

const all: readonly Endpoint[] = Object.values(endpoints)

/** docs/errors.md: the codes a request may be refused with, and which endpoints name them. */
export function errorsPage(): string {
  const rows = refusalCodes.map((code) => {
    const own = all.filter(({ refusals }) => refusals.includes(code)).map(({ action }) => `\`${action}\``)
    return `| \`${code}\` | ${refusalStatus[code]} | ${MEANING[code]} | ${code === 'busy' || own.length === 0 ? '任何接口' : own.join('、')} |`
  })
  const head = ['| 代码 | HTTP 状态 | 意思 | 会答复它的接口 |', '| --- | ---: | --- | --- |']
  return [
    '# 拒绝代码',
    '',
    '由 `npm run docs` 从 `packages/contract/src/platform/refusal.ts` 生成。',
    '',
    ...head,
    ...rows,
    '',
  ].join('\n')
}

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

/** docs/api.md: every endpoint in a line; /help/api has every field. */
export function apiPage(): string {
  const groups = Map.groupBy(all, ({ action }) => action.split('.')[0] ?? '')
  return [
    '# 接口',
    '',
    '由 `npm run docs` 从 `packages/contract/src` 生成。每个字段的类型和说明，见运行中的服务的 `/help/api`；机器读的（OpenAPI 3.1）在 `/api/openapi.json`。',
    '',
    '- 内容是 JSON，UTF-8。登录（`POST /api/session`）以后的请求带着 cookie；改动（GET 以外）还要带请求头 `x-csrf-token`，值是登录时答复的 `csrfToken`。',
    '- 列表一次一页：答复里的 `next` 不是 `null`，就把它作为 `after` 再要下一页。',
    '- 改动带着所依据的 `version`，别人先改了答复 `conflict`，不会覆盖。',
    '- 不能办的请求答复 `application/problem+json`（RFC 9457），代码见 [errors.md](errors.md)；谁能做什么见 [permissions.md](permissions.md)。',
    '- `GET /health` 说明数据库通不通；`GET /metrics` 是 Prometheus 的格式，只答复本机。',
    '',
    ...[...groups].flatMap(([group, members]) => [
      `## ${group}`,
      '',
      '| 做什么 | 请求 | 权限 | 查询 | 内容 | 答复 |',
      '| --- | --- | --- | --- | --- | --- |',
      ...members.map(apiRow),
      '',
    ]),
  ].join('\n')
}

function apiRow(endpoint: Endpoint): string {
  const { method, path, access, query, body, response, upload, download } = endpoint
  const cells = [
    named(endpoint),
    `\`${method} /api${path}\``,
    ACCESS[access] ?? `\`${access}\``,
    codes(Object.keys(query)),
    upload === undefined ? fieldNames(body) : '文件',
    download === undefined ? fieldNames(response) : '文件',
  ]
  return `| ${cells.join(' | ')} |`
}

const ACCESS: Readonly<Record<string, string>> = { public: '不用登录', 'signed-in': '登录后' }

function fieldNames(schema: Endpoint['body']): string {
  return 'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null
    ? codes(Object.keys(schema.shape))
    : ''
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ')
}

/** docs/settings.md: what the server reads from its environment or its configuration file. */
export function settingsPage(): string {
  const rows = Object.entries(settingsOfServer).map(([name, schema]) => {
    const { data: usual } = schema.safeParse(undefined)
    return `| \`${name}\` | ${schema.description ?? ''} | ${usual === undefined ? '' : `\`${String(usual)}\``} |`
  })
  return [
    '# 设置',
    '',
    '由 `npm run docs` 从 `packages/server/src/platform/config.ts` 生成。',
    '',
    '写在环境变量里，或写进一个 JSON 文件，用 `DUIZHAO_CONFIG` 指明它；两处都写了，以环境变量为准。写错的设置启动时就会指出来。',
    '单位名称、口令期限、邮件的发件人等使用中改的设置，不在这里，由系统管理员在网页上改。',
    '',
    '| 名称 | 意思 | 不写则 |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
