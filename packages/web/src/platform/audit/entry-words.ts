import type { Answer, endpoints } from '@duizhao/contract'

/** What fields of what is changed are called. */
const fieldNames: Readonly<Record<string, string>> = {
  officeName: '单位名称',
  approvals: '销号的审批',
  proposed: '等待同意的审批',
  workdays: '工作日',
  mail: '邮件提醒',
  isSecondFactorRequired: '管理员必须两步验证',
  name: '名称',
  kind: '种类',
  position: '职务',
  email: '邮箱',
  isPartyMember: '是否党员',
}

/** Who reads the log sees the version in no field of the page. */
const UNNAMED = ['version', 'mailIsConfigured']

/** What was done besides what the act is called: the role that was given, what was changed from what to what. */
export function contentOf(
  { detail }: Pick<Answer<typeof endpoints.listAuditEntries>['items'][number], 'detail'>,
  names: Readonly<Record<string, string>> = {},
): string {
  const { roleName, organisation, reason, before, after } = detail
  if (typeof roleName === 'string') return typeof organisation === 'string' ? `${organisation}的${roleName}` : roleName
  if (isFields(before) && isFields(after)) return changesIn(before, after, { ...fieldNames, ...names })
  return typeof reason === 'string' ? reason : ''
}

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function changesIn(before: Fields, after: Fields, names: Readonly<Record<string, string>>): string {
  const changed = Object.keys(after).filter(
    (field) => !UNNAMED.includes(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  return changed
    .map((field) => {
      const name = names[field] ?? '其他内容'
      const [was, is] = [inWords(before[field]), inWords(after[field])]
      return was === null || is === null ? `改了${name}` : `${name}：${was} → ${is}`
    })
    .join('；')
}

/** A value in words; null for what is too much for a line. */
function inWords(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value === '' ? '空' : value
  return null
}
