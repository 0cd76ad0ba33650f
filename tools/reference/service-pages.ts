import { endpoints, permissions, refusalCodes, refusalStatus, type RefusalCode, roleNames } from '@duizhao/contract'

const MEANING: Readonly<Record<RefusalCode, string>> = {
  invalid: '请求本身不对，places 指出哪一项',
  unauthenticated: '没有登录，或登录已经失效',
  forbidden: '角色没有这个权限',
  not_found: '没有，或不在可以看到的范围里',
  conflict: '请求没有错，但与现在的状态不合：别人先改了，或规则不允许',
  busy: '请求太多，稍后再试',
  broken: '服务出了错，凭 requestId 查日志',
}

/** docs/errors.md: the codes a request may be refused with, and which endpoints name them. */
export function errorsPage(): string {
  const rows = refusalCodes.map((code) => {
    const own = Object.values<{ readonly refusals: readonly RefusalCode[]; readonly action: string }>(endpoints)
      .filter(({ refusals }) => refusals.includes(code))
      .map(({ action }) => `\`${action}\``)
    return `| \`${code}\` | ${refusalStatus[code]} | ${MEANING[code]} | ${code === 'busy' || own.length === 0 ? '任何接口' : own.join('、')} |`
  })
  const head = ['| 代码 | HTTP 状态 | 意思 | 会答复它的接口 |', '| --- | ---: | --- | --- |']
  return [
    '# 拒绝代码',
    '',
    '由 `npm run docs` 从 `packages/contract/src/refusal.ts` 生成。',
    '',
    ...head,
    ...rows,
    '',
  ].join('\n')
}

/** docs/permissions.md: which role may do what; every grant reaches over its organisation and all below. */
export function permissionsPage(): string {
  const rows = Object.entries(permissions).map(([permission, roles]) => {
    const actions = Object.values(endpoints).filter(({ access }) => access === permission)
    const named = actions.map(({ summary, action }) => `${summary}（\`${action}\`）`).join('、')
    return `| \`${permission}\` | ${roles.map((role) => roleNames[role]).join('、')} | ${named} |`
  })
  const head = ['| 权限 | 角色 | 接口 |', '| --- | --- | --- |']
  const source = '由 `npm run docs` 从 `packages/contract/src/identity/permissions.ts` 生成。'
  return ['# 权限', '', source, '角色的范围都是授权时指定的组织及其全部下级。', '', ...head, ...rows, ''].join('\n')
}
