import type { HomeFact } from '@duizhao/contract'
import { dateInChina, instantInWords, startOfDay } from '../calendar/index.ts'
import { carriesSomewhere } from '../access.ts'
import type { ServerConfig } from '../config.ts'
import type { ActorContext } from '../context.ts'
import { mayOverWhole } from '../whole-queries.ts'
import { lastAnchor } from './anchor-file.ts'
import { anchorFileOf } from './keep-anchors.ts'
import { countUnsuccessful, lastVerification, MOST_COUNTED } from './queries.ts'
import { anchorTasks } from './tasks.ts'

const DAY = 86_400_000
const WEEK = 7
/** Who has not verified for so long does not know. */
const VERIFY_WITHIN_DAYS = 31

/** What the auditor looks after: what was refused this week, whether the log is whole, where its end was written down. */
export async function auditFacts(context: ActorContext, config: ServerConfig): Promise<HomeFact[]> {
  return [...(await refusalFacts(context)), ...(await chainFacts(context)), ...(await anchorFacts(context, config))]
}

async function refusalFacts({ db, actor, now }: ActorContext): Promise<HomeFact[]> {
  if (!carriesSomewhere(actor, 'audit.read')) return []
  const from = dateInChina(new Date(now.getTime() - (WEEK - 1) * DAY))
  const count = await countUnsuccessful(db, actor, startOfDay(from))
  const value = count === 0 ? '没有' : count > MOST_COUNTED ? `${MOST_COUNTED} 次以上` : `${count} 次`
  const link = `/audit?failed=true&from=${from}`
  return [{ id: 'refusals', name: `${WEEK} 天里没有成功的操作`, value, link, isAmiss: false }]
}

async function chainFacts({ db, actor, now }: ActorContext): Promise<HomeFact[]> {
  if (!(await mayOverWhole(db, actor, 'audit.read'))) return []
  const fact = { id: 'chain', name: '上一次校验审计日志', link: '/audit' }
  const last = await lastVerification(db)
  if (last === undefined) return [{ ...fact, value: '还没有校验过', isAmiss: true }]
  const value = `${instantInWords(last.at)}，${last.succeeded ? '完整' : '不完整'}`
  const isOld = now.getTime() - last.at.getTime() > VERIFY_WITHIN_DAYS * DAY
  return [{ ...fact, value, isAmiss: isOld || !last.succeeded }]
}

/** Those who see to the place it is written to, and those who compare with it. */
async function anchorFacts(context: ActorContext, config: ServerConfig): Promise<HomeFact[]> {
  const { db, actor } = context
  const isAuditor = await mayOverWhole(db, actor, 'audit.read')
  if (!isAuditor && !(await mayOverWhole(db, actor, 'file.verify'))) return []
  const last = await lastAnchor(anchorFileOf(config))
  const value = last === null ? '还没有写出过' : `第 ${last.number} 条，${instantInWords(new Date(last.at))}`
  const isAmiss = (await anchorTasks(context, config)).length > 0
  return [{ id: 'anchor', name: '上一个锚点', value, link: isAuditor ? '/audit' : null, isAmiss }]
}
