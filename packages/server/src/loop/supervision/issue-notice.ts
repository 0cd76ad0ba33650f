import { shortened } from '@duizhao/engine/wording'
import { carries, type Notice, type NoticeKind, noticeKindNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { dateInChina, readExceptions, workdaysBetween } from '../../platform/calendar/index.ts'
import type { Actor, ActorContext, ActorGrant } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { accountsOfPeople } from '../../office/organisation/index.ts'
import { actOn, measuresOf, type ProblemRow } from '../ledger/index.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { conflict, forbidden, invalid } from '../../platform/refusal.ts'
import { draftNotice, stepBefore } from './notice-words.ts'
import { insertNotice, issuedKinds, readNotice } from './queries.ts'
import { holdersOver } from './role-holders.ts'

interface GivenNotice {
  readonly kind: NoticeKind
  /** Empty: drafted from the ledger. */
  readonly text: string
  readonly answerDueOn: string
}

/**
 * Demands a problem's rectification in writing, under the issuing organisation's next number of the year. Conflict if the
 * step of the ladder before was not taken yet. Those who answer for the problem are told, from the urge on also the head.
 */
export async function issueNotice(context: ActorContext, problemId: string, given: GivenNotice): Promise<Notice> {
  const today = dateInChina(context.now)
  if (given.answerDueOn <= today)
    throw invalid('答复期限要在今天以后。', '请写今天以后的日期。', [{ field: 'answerDueOn', message: '要晚于今天' }])
  const id = newId()
  await actOn(context, problemId, ['issueNotice'], async (tx, problem) => {
    await checkLadder(tx, problem, given.kind)
    const issuer = issuingGrant(context.actor, problem)
    const text = given.text === '' ? await draft(tx, problem, { ...given, today }) : given.text
    const { year, serial } = await insertNotice(tx, {
      id,
      problemId,
      kind: given.kind,
      organisationId: issuer.organisationId,
      text,
      issuedBy: context.actor.accountId,
      issuedOn: today,
      answerDueOn: given.answerDueOn,
    })
    const number = `督〔${year}〕${serial}号`
    await tell(tx, context, problem, { kind: given.kind, number })
    return {
      change: { open_notices: problem.openNotices + 1 },
      reason: `${number} ${noticeKindNames[given.kind]}，${given.answerDueOn} 前答复`,
      detail: { number, kind: given.kind, answerDueOn: given.answerDueOn, issuer: issuer.organisationName },
    }
  })
  return readNotice(context.db, id)
}

async function checkLadder(tx: Tx, { id, number }: ProblemRow, kind: NoticeKind): Promise<void> {
  const before = stepBefore(kind)
  if (before === null || (await issuedKinds(tx, id)).has(before.kind)) return
  throw conflict(
    `问题 ${number} 号还没有发过${before.name}，不能直接发${noticeKindNames[kind]}。`,
    `督办逐级进行：请先发${before.name}。`,
  )
}

/** The grant in whose organisation's name the actor demands: the highest of those that allow it over the problem. */
function issuingGrant({ grants }: Actor, { path }: ProblemRow): ActorGrant {
  const [highest] = grants
    .filter(({ role, organisationId, level }) => carries(role, 'problem.demand') && path[level - 1] === organisationId)
    .toSorted((one, other) => one.level - other.level)
  if (!highest) throw forbidden()
  return highest
}

async function draft(tx: Tx, problem: ProblemRow, given: GivenNotice & { readonly today: string }): Promise<string> {
  const { today, kind, answerDueOn } = given
  const [measures, exceptions] = [await measuresOf(tx, problem.id), await readExceptions(tx)]
  const overdueDays = problem.dueOn === null ? 0 : workdaysBetween(problem.dueOn, today, exceptions)
  return draftNotice({ kind, problem, measures, today, overdueDays, answerDueOn })
}

async function tell(
  tx: Tx,
  context: ActorContext,
  problem: ProblemRow,
  { kind, number }: { readonly kind: NoticeKind; readonly number: string },
): Promise<void> {
  const isSharp = kind === 'urge' || kind === 'admonish'
  const heads = isSharp ? (await holdersOver(tx, [problem.path], ['head']))(problem.path, 'head') : []
  const answering = await accountsOfPeople(tx, [problem.leadId, problem.handlerId])
  const accounts = new Set([...answering.values(), ...heads])
  accounts.delete(context.actor.accountId)
  const title = `收到${noticeKindNames[kind]} ${number}：问题 ${problem.number} 号 ${shortened(problem.text, MOST_IN_TITLE)}`
  await notify(tx, context, [...accounts], { title, link: `/problems/${problem.id}` })
}
