import {
  type Endpoint,
  features,
  type OwnRefusal,
  refusalCodes,
  refusalsEverywhere,
  refusalStatus,
  type RefusalCode,
} from '@duizhao/contract'

const MEANING: Readonly<Record<RefusalCode, string>> = {
  invalid: '请求本身不对，`places` 指出哪一项',
  unauthenticated: '没有登录，或登录已经失效',
  forbidden: '角色没有这个权限',
  not_found: '没有，或不在可以看到的范围里',
  conflict: '请求没有错，但与现在的状态不合：别人先改了，或规则不允许',
  busy: '请求太多，稍后再试',
  unavailable: '数据库暂时连不上或正忙，什么也没有改，稍后再试',
  broken: '服务出了错，凭 `requestId` 查日志',
}

const own = refusalCodes.filter((code): code is OwnRefusal => !refusalsEverywhere.some((every) => every === code))

/** docs/errors.md: the codes a request may be refused with, and which endpoints answer those that not all do. */
export function errorsPage(): string {
  const codes = refusalCodes.map((code) => {
    const by = own.some((one) => one === code) ? '下面标了的接口' : '任何接口'
    return `| \`${code}\` | ${refusalStatus[code]} | ${MEANING[code]} | ${by} |`
  })
  return [
    '# 拒绝代码',
    '',
    '由 `npm run docs` 从 `packages/contract/src/platform/refusal.ts` 和各个接口生成。',
    '',
    '不能办的请求答复 `application/problem+json`（RFC 9457）：`code` 是下面的代码，`title` 说发生了什么，`todo` 说怎么办。',
    '',
    '| 代码 | HTTP 状态 | 意思 | 会答复它的接口 |',
    '| --- | ---: | --- | --- |',
    ...codes,
    '',
    '## 各接口另会答复的',
    '',
    '没有列出的接口只答复任何接口都会答复的。',
    '',
    ...Object.values(features).flatMap(({ title, endpoints }) => featureRows(title, Object.values(endpoints))),
  ].join('\n')
}

function featureRows(title: string, members: readonly Endpoint[]): string[] {
  const rows = members.filter(({ refusals }) => refusals.length > 0)
  if (rows.length === 0) return []
  return [
    `### ${title}`,
    '',
    `| 接口 | ${own.map((code) => `\`${code}\``).join(' | ')} |`,
    `| --- | ${own.map(() => ':---:').join(' | ')} |`,
    ...rows.map(
      ({ summary, action, refusals }) =>
        `| ${summary}（\`${action}\`） | ${own.map((code) => (refusals.includes(code) ? '●' : '')).join(' | ')} |`,
    ),
    '',
  ]
}
