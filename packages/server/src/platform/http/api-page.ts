import { escapeMarkup } from '@duizhao/engine/wording'
import { createHash } from 'node:crypto'
import {
  type ContractFeature,
  type Endpoint,
  endpoints,
  features,
  isNothing,
  permissions,
  refusalStatus,
  type RefusalCode,
  roleNames,
} from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { type Field, fieldsOf, parameterOf } from './api-fields.ts'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 3rem; border-bottom: 1px solid #8886; } h3 { margin: 2rem 0 0; }
nav ul { columns: 3 14rem; padding: 0; list-style: none; }
code { font-family: ui-monospace, Consolas, monospace; font-size: .92em; overflow-wrap: anywhere; }
p { margin: .4rem 0; }
table { table-layout: fixed; border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; }
caption { text-align: left; font-weight: 600; }
th, td { border: 1px solid #8886; padding: .15rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th:nth-child(2) { width: 34%; } th:nth-child(3) { width: 4rem; }
th { font-weight: 600; }
@media print { nav { display: none; } h3, tr { break-inside: avoid; } }
`

/** No script, nothing from elsewhere, and only this one style sheet. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `/help/api`: every endpoint for people who write programs against the service; needs neither script nor sign-in. */
export function serveApiPage(app: FastifyInstance, version: string): void {
  let page: string | null = null
  app.get('/help/api', (_, reply) => {
    page ??= apiPage(version)
    return reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page)
  })
}

function apiPage(version: string): string {
  const groups: readonly [name: string, ContractFeature][] = Object.entries(features)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口 · 对照</title>
<style>${STYLE}</style>
</head>
<body>
<h1>接口</h1>
<p>对照 ${escapeMarkup(version)}，共 ${Object.keys(endpoints).length} 个接口。机器读的说明（OpenAPI 3.1）在 <a href="/api/openapi.json"><code>/api/openapi.json</code></a>。</p>
<p>内容是 JSON，UTF-8。先登录，以后的请求带着登录时得到的 cookie；改动（GET 以外）还要带请求头 <code>x-csrf-token</code>，值是登录时答复的 <code>csrfToken</code>。</p>
<p>列表一次一页：答复里的 <code>next</code> 不是 <code>null</code>，就把它作为 <code>after</code> 再要下一页。角色的范围是授权时指定的组织及其全部下级。</p>
<p>不能办的请求答复 <code>application/problem+json</code>（RFC 9457）：<code>code</code> 是下面列的代码，<code>title</code> 说发生了什么，<code>todo</code> 说怎么办，<code>places</code> 指出哪一项，<code>requestId</code> 用来查日志。任何接口都可能答复 <code>invalid</code> 400、<code>forbidden</code> 403、<code>busy</code> 429、<code>unavailable</code> 503、<code>broken</code> 500，要登录的还有 <code>unauthenticated</code> 401。</p>
<nav aria-label="目录"><ul>
${groups.map(([name, { title }]) => `<li><a href="#${name}">${escapeMarkup(title)}</a></li>`).join('\n')}
</ul></nav>
<main>
${groups.map(([name, feature]) => groupSection(name, feature)).join('\n')}
</main>
</body>
</html>
`
}

function groupSection(name: string, feature: ContractFeature): string {
  const sections = Object.values(feature.endpoints).map(endpointSection).join('\n')
  return `<h2 id="${name}">${escapeMarkup(feature.title)}</h2>\n${sections}`
}

function endpointSection(endpoint: Endpoint): string {
  const { action, summary, method, path, params, query, body, response } = endpoint
  return `<section id="${escapeMarkup(action)}">
<h3>${escapeMarkup(summary)}</h3>
<p><code>${method} /api${escapeMarkup(path)}</code>　<code>${escapeMarkup(action)}</code></p>
<p>${accessLine(endpoint)}</p>
${notes(endpoint)
  .map((note) => `<p>${note}</p>\n`)
  .join('')}${[
    table('路径', parameters(params)),
    table('查询', parameters(query)),
    table('内容', fieldsOf(body, 'input')),
    table('答复', fieldsOf(response, 'output')),
  ].join('')}</section>`
}

function parameters(fields: Endpoint['params']): Field[] {
  return Object.entries(fields).map(([name, schema]) => parameterOf(name, schema))
}

function accessLine({ access }: Endpoint): string {
  if (access === 'public') return '不用登录。'
  if (access === 'signed-in') return '登录后都可以。'
  const named = permissions[access].map((role) => roleNames[role]).join('、')
  return `权限 <code>${access}</code>：${named}。`
}

function notes({ upload, download, perMinute, response, refusals }: Endpoint): string[] {
  return [
    ...(upload === undefined
      ? []
      : [`内容是一个文件：multipart/form-data，字段 <code>file</code>，最多 ${upload / 1024 / 1024} MB。`]),
    ...(download === undefined ? [] : [`答复是一个文件：<code>${escapeMarkup(download)}</code>。`]),
    ...(download === undefined && isNothing(response) ? ['答复 204，没有内容。'] : []),
    ...(perMinute === undefined ? [] : [`同一来源每分钟最多 ${perMinute} 次。`]),
    ...(refusals.length === 0 ? [] : [`可能答复：${refusals.map(refusalName).join('、')}。`]),
  ]
}

function refusalName(code: RefusalCode): string {
  return `<code>${code}</code> ${refusalStatus[code]}`
}

function table(caption: string, fields: readonly Field[]): string {
  if (fields.length === 0) return ''
  const rows = fields.map(
    ({ name, type, isRequired, meaning }) =>
      `<tr><th scope="row">${name === '' ? '全部' : `<code>${escapeMarkup(name)}</code>`}</th><td>${escapeMarkup(type)}</td><td>${isRequired ? '有' : '可无'}</td><td>${escapeMarkup(meaning)}</td></tr>`,
  )
  return `<table><caption>${caption}</caption>
<thead><tr><th scope="col">名称</th><th scope="col">类型</th><th scope="col">必有</th><th scope="col">说明</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
`
}
