import { problemActionNames, problemStateNames } from '@duizhao/contract'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { problemsAbout } from './own-record-queries.ts'

interface Told {
  readonly total: number
}

/** A heading with how many there are, and how many of them are written out; nothing where there are none. */
function groupOf<R extends Told>(name: string, rows: readonly R[], lineOf: (row: R) => string): RecordGroup[] {
  const total = rows[0]?.total ?? 0
  if (total === 0) return []
  const heading = total > rows.length ? `${name}（${total}，最近 ${rows.length} 条）` : `${name}（${total}）`
  return [{ name: heading, lines: rows.map(lineOf) }]
}

/** As `problem_hand.deed` keeps them. */
const deedNames: Readonly<Record<string, string>> = {
  led: '牵头过',
  handled: '承办过',
  worked: '报告过进展、交过佐证或办结过措施',
  asked: '申请过销号或延期',
}

const actionName = (action: string): string =>
  (problemActionNames as Readonly<Record<string, string>>)[action] ?? action

/** What the ledger holds about the actor: problems led, handled and about them, progress, evidence, and everything done to a problem. */
export async function ledgerRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { led, handled, meant, hands, progress, evidence, events, written, withdrawn, drawn, views } =
    await problemsAbout(db, actor)
  const problemLine = ({ number, state, text, on }: (typeof led)[number]): string =>
    `问题 ${number} 号（${problemStateNames[state]}，${on} 登记）：${text}`
  return [
    ...groupOf('牵头的问题', led, problemLine),
    ...groupOf('承办的问题', handled, problemLine),
    ...groupOf('关于我的问题', meant, problemLine),
    ...groupOf(
      '记着经手过的问题（以后不能审批、核验它们）',
      hands,
      ({ number, deed }) => `问题 ${number} 号：${deedNames[deed] ?? deed}`,
    ),
    ...groupOf('报告的进展', progress, ({ number, at, text }) => `${instantInWords(at)}，问题 ${number} 号：${text}`),
    ...groupOf(
      '上传的佐证材料',
      evidence,
      ({ number, at, text, removedAt }) =>
        `${instantInWords(at)}，问题 ${number} 号：${text}${removedAt === null ? '' : '（已撤下）'}`,
    ),
    ...groupOf(
      '在问题上办过的事',
      events,
      ({ number, at, action, reason }) =>
        `${instantInWords(at)}，问题 ${number} 号，${actionName(action)}${reason === '' ? '' : `：${reason}`}`,
    ),
    ...groupOf(
      '导入的台账',
      written,
      ({ at, fileName, created }) => `${instantInWords(at)}，${fileName}，新登记 ${created} 个问题`,
    ),
    ...groupOf('抽取的回头看', drawn, (one) => `${instantInWords(one.at)}，抽到 ${one.drawn} 个问题`),
    ...groupOf(
      '撤销的台账导入',
      withdrawn,
      ({ at, fileName, reason }) => `${at === null ? '' : `${instantInWords(at)}，`}${fileName}：${reason}`,
    ),
    ...groupOf('存的台账视图', views, ({ name, at }) => `${name}（${instantInWords(at)}存）`),
  ]
}
