import { type Endpoint, features, isNothing } from '@duizhao/contract'
import { type Field, fieldsOf, parameterOf } from '@duizhao/server'

/** docs/api.md: every endpoint with what it takes and answers, field by field. */
export function apiPage(): string {
  return [
    '# 接口',
    '',
    '由 `npm run docs` 从 `packages/contract/src` 生成。运行中的服务有同样的说明（`/help/api`）；机器读的（OpenAPI 3.1）在 `/api/openapi.json`。',
    '',
    '- 内容是 JSON，UTF-8。登录（`POST /api/session`）以后的请求带着 cookie；改动（GET 以外）还要带请求头 `x-csrf-token`，值是登录时答复的 `csrfToken`。',
    '- 列表一次一页：答复里的 `next` 不是 `null`，就把它作为 `after` 再要下一页。',
    '- 改动带着所依据的 `version`，别人先改了答复 `conflict`，不会覆盖。',
    '- 不能办的请求答复 `application/problem+json`（RFC 9457），代码见 [errors.md](errors.md)；谁能做什么见 [permissions.md](permissions.md)。',
    '- `GET /health` 说明数据库通不通；`GET /metrics` 是 Prometheus 的格式，只答复本机。',
    '- 可无的字段名称后有 `?`；`a.b` 是对象 a 里的 b，`a[].b` 是列表 a 的每一项里的 b。',
    '',
    ...Object.values(features).flatMap(({ title, endpoints }) => {
      const told = new Map<Endpoint['response'], string>()
      return [`## ${title}`, '', ...Object.values<Endpoint>(endpoints).flatMap((one) => section(one, told))]
    }),
  ].join('\n')
}

/** `told` holds the answers described so far, with where: what many endpoints answer is described once. */
function section(endpoint: Endpoint, told: Map<Endpoint['response'], string>): string[] {
  const { action, summary, method, path, access, params, query, body } = endpoint
  const may = ACCESS[access] ?? `权限 \`${access}\``
  return [
    `### ${summary}`,
    '',
    `\`${method} /api${path}\`　\`${action}\`　${may}`,
    '',
    ...notes(endpoint, told),
    ...table([
      ...Object.entries(params).map(([name, schema]) => row('路径', parameterOf(name, schema))),
      ...Object.entries(query).map(([name, schema]) => row('查询', parameterOf(name, schema))),
      ...fieldsOf(body, 'input').map((field) => row('内容', field)),
      ...answer(endpoint, told).map((field) => row('答复', field)),
    ]),
  ]
}

const ACCESS: Readonly<Record<string, string>> = { public: '不用登录', 'signed-in': '登录后' }

function notes(endpoint: Endpoint, told: ReadonlyMap<Endpoint['response'], string>): string[] {
  const { upload, download, perMinute, response } = endpoint
  const same = told.get(response)
  const sentences = [
    ...(upload === undefined
      ? []
      : [`内容是一个文件：multipart/form-data，字段 \`file\`，最多 ${upload / 1024 / 1024} MB。`]),
    ...(download === undefined ? [] : [`答复是一个文件：\`${download}\`。`]),
    ...(download === undefined && isNothing(response) ? ['答复 204，没有内容。'] : []),
    ...(same === undefined ? [] : [`答复与“${same}”的相同。`]),
    ...(perMinute === undefined ? [] : [`同一来源每分钟最多 ${perMinute} 次。`]),
  ]
  return sentences.length === 0 ? [] : [sentences.join(''), '']
}

/** The fields of the answer, unless they have been told; short ones are told again. */
function answer({ summary, response }: Endpoint, told: Map<Endpoint['response'], string>): readonly Field[] {
  if (told.has(response)) return []
  const fields = fieldsOf(response, 'output')
  if (fields.length > 3) told.set(response, summary)
  return fields
}

function row(part: string, { name, type, isRequired, meaning }: Field): string {
  const called = name === '' ? '全部' : `\`${name}\`${isRequired ? '' : '?'}`
  return `| ${[part, called, type, meaning].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function table(rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['| | 名称 | 类型 | 说明 |', '| --- | --- | --- | --- |', ...rows, '']
}
