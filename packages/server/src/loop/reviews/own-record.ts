import { shortened } from '@duizhao/engine/wording'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { marksBy } from './mark-queries.ts'

const ACTS: Readonly<Record<string, string>> = {
  accepted: '采纳',
  dismissed: '不采纳',
  none: '收回处理',
  remark: '提意见',
  withdraw: '收回意见',
}
const MOST_WORDS = 40

/** What the actor said of papers under review. */
export async function reviewRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const marks = await marksBy(db, actor.accountId)
  const lines = marks.map(
    ({ at, title, ordinal, act, words, text }) =>
      `${instantInWords(at)}，${title}，第 ${ordinal} 版，${ACTS[act] ?? act}“${shortened(words, MOST_WORDS)}”${text === '' ? '' : `：${text}`}`,
  )
  return lines.length === 0 ? [] : [{ name: '审核文稿时逐条说的', lines }]
}
