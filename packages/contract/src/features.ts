// Of a feature whose endpoints lie in one file not the whole: what only its own pages need does not come with the first.
import * as campaigns from './loop/campaigns/endpoints.ts'
import * as dossier from './loop/dossier/endpoints.ts'
import * as drafts from './loop/drafts/endpoints.ts'
import * as duties from './loop/duties/index.ts'
import * as feedback from './loop/feedback/endpoints.ts'
import * as figures from './loop/figures/endpoints.ts'
import * as inbox from './loop/inbox/endpoints.ts'
import { incomingMachine } from './loop/inbox/incoming-machine.ts'
import * as inspections from './loop/inspections/endpoints.ts'
import * as institutions from './loop/institutions/endpoints.ts'
import * as ledger from './loop/ledger/index.ts'
import * as matters from './loop/matters/endpoints.ts'
import * as meetings from './loop/meetings/endpoints.ts'
import * as records from './loop/records/index.ts'
import * as papers from './loop/papers/index.ts'
import * as recurrence from './loop/recurrence/endpoints.ts'
import * as reviews from './loop/reviews/endpoints.ts'
import * as rounds from './loop/rounds/index.ts'
import * as sessions from './loop/sessions/endpoints.ts'
import * as supervision from './loop/supervision/endpoints.ts'
import * as sweeps from './loop/sweeps/endpoints.ts'
import * as talks from './loop/talks/endpoints.ts'
import * as identity from './office/identity/index.ts'
import * as organisation from './office/organisation/index.ts'
import * as posts from './office/posts/index.ts'
import * as audit from './platform/audit/index.ts'
import { type ContractFeature, featureOf } from './platform/feature.ts'
import * as files from './platform/files/index.ts'
import * as home from './platform/home/index.ts'
import * as notifications from './platform/notifications/index.ts'
import * as search from './platform/search/index.ts'
import * as calendar from './platform/settings/index.ts'
import * as settings from './settings.ts'

export * from './loop/campaigns/index.ts'
export * from './loop/dossier/index.ts'
export * from './loop/drafts/index.ts'
export * from './loop/duties/index.ts'
export * from './loop/feedback/index.ts'
export * from './loop/figures/index.ts'
export * from './loop/inbox/index.ts'
export * from './loop/inspections/index.ts'
export * from './loop/institutions/index.ts'
export * from './loop/ledger/index.ts'
export * from './loop/matters/index.ts'
export * from './loop/meetings/index.ts'
export * from './loop/records/index.ts'
export * from './loop/papers/index.ts'
export * from './loop/recurrence/index.ts'
export * from './loop/reviews/index.ts'
export * from './loop/rounds/index.ts'
export * from './loop/sessions/index.ts'
export * from './loop/supervision/index.ts'
export * from './loop/sweeps/index.ts'
export * from './loop/talks/index.ts'
export * from './office/identity/index.ts'
export * from './office/organisation/index.ts'
export * from './office/posts/index.ts'
export * from './platform/audit/index.ts'
export * from './platform/files/index.ts'
export * from './platform/home/index.ts'
export * from './platform/notifications/index.ts'
export * from './platform/search/index.ts'
export * from './platform/settings/index.ts'
export * from './settings.ts'

/** What is done with a problem is recorded under the name of what was done. */
const ledgerActions = Object.fromEntries(
  Object.entries(ledger.problemActionNames).map(([action, name]) => [`ledger.${action}`, name]),
)

/** Every feature by its name, in the order of the API reference. */
export const features = {
  identity: featureOf('登录', identity, {
    'identity.lock': '口令或验证码连续输错，登录放慢',
    'identity.passFirstStep': '口令对了，等验证码',
  }),
  home: featureOf('首页', home),
  organisation: featureOf('组织与人员', organisation, { 'person.eraseContact': '清除离开的人的联系方式' }),
  posts: featureOf('任职', posts),
  ledger: { ...featureOf('台账', ledger, ledgerActions), machine: ledger.problemMachine },
  supervision: featureOf('督办', supervision, { 'ledger.remind': '到期提醒' }),
  inspections: featureOf('巡视巡察', inspections),
  feedback: featureOf('反馈的问题', feedback),
  recurrence: featureOf('老问题', recurrence),
  sweeps: featureOf('举一反三', sweeps),
  papers: { ...featureOf('文稿', papers), machine: papers.paperMachine },
  institutions: featureOf('制度', institutions),
  reviews: featureOf('审核', reviews),
  talks: featureOf('谈心谈话', talks),
  meetings: featureOf('会议', meetings),
  sessions: featureOf('会议进行', sessions),
  matters: featureOf('会上的意见', matters),
  rounds: featureOf('征求意见', rounds),
  inbox: { ...featureOf('来件', inbox), machine: incomingMachine },
  campaigns: featureOf('专题', campaigns),
  duties: featureOf('履职事项', duties),
  dossier: featureOf('一问题一档', dossier),
  figures: featureOf('数字', figures),
  drafts: featureOf('会议文稿', drafts),
  records: featureOf('履职记录', records),
  notifications: featureOf('消息', notifications),
  search: featureOf('搜索', search),
  audit: featureOf('审计', audit, { 'audit.anchor': '写出锚点', 'audit.coverHistory': '为以前的经过作证' }),
  files: featureOf('文件', files),
  settings: featureOf('设置', { ...settings, ...calendar }),
} as const satisfies Readonly<Record<string, ContractFeature>>

export type FeatureName = keyof typeof features

type Together<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never
type Endpoints = Together<(typeof features)[FeatureName]['endpoints']>

/** Every endpoint by its name. */
export const endpoints = Object.assign(
  {},
  ...Object.values(features).map((feature) => feature.endpoints),
) as unknown as { readonly [K in keyof Endpoints]: Endpoints[K] }

/** What the actions are called where a reader meets them. */
export const actionNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(endpoints).map(({ action, summary }) => [action, summary])),
  ...Object.assign({}, ...Object.values(features).map(({ actions }) => actions)),
  'system.start': '系统启动',
  'system.setUp': '首次设置',
  'system.backup': '备份',
  'system.restore': '恢复',
  'system.rescue': '在服务器上重置管理员口令',
}
