import { shortened } from '@duizhao/engine/wording'
import type { Notice } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { actOn, mayAnswer, maySee, problemById } from '../ledger/index.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts'
import { enterAnswer, heldNotice, type HeldNotice, readNotice } from './queries.ts'

/** The notice if the actor may see its problem; else it does not exist for them. */
export async function seenNotice({ db, actor }: ActorContext, noticeId: string): Promise<HeldNotice> {
  const notice = await heldNotice(db, noticeId)
  const problem = notice && (await problemById(db, notice.problemId))
  if (!notice || !problem || !maySee(actor, problem)) throw notFound('这份督办单')
  return notice
}

/** Answers a notice in writing, once. Conflict if it has an answer. Whoever issued it is told. */
export async function answerNotice(context: ActorContext, noticeId: string, answer: string): Promise<Notice> {
  const { actor, now } = context
  const notice = await seenNotice(context, noticeId)
  const { number, problemId, problemNumber, path, issuerAccountId } = notice
  if (notice.answer !== null && may(actor, 'problem.report', path)) throw answered(number)
  await actOn(context, problemId, ['answerNotice'], async (tx, problem) => {
    if (!mayAnswer(actor, problem, issuerAccountId)) throw ownNotice(number)
    const given = { answer, by: actor.accountId, on: dateInChina(now) }
    if (!(await enterAnswer(tx, noticeId, given))) throw answered(number)
    const title = `${number}已答复：问题 ${problemNumber} 号 ${shortened(problem.text, MOST_IN_TITLE)}`
    const issuer = issuerAccountId === actor.accountId ? [] : [issuerAccountId]
    await notify(tx, context, issuer, { title, link: `/problems/${problemId}` })
    return {
      change: { open_notices: problem.openNotices - 1 },
      reason: `答复 ${number}：${answer}`,
      detail: { number },
    }
  })
  return readNotice(context.db, noticeId)
}

function ownNotice(number: string): Refusal {
  return conflict(`${number}是自己发的，不能自己答复。`, '请由责任人答复，或者由责任单位的其他人答复。')
}

function answered(number: string): Refusal {
  return conflict(`${number}已经答复过了。`, '请重新打开这个问题，看已有的答复；有新的情况请报告进展。')
}
