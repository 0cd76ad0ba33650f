import {
  type InspectionEdition,
  type InspectionOutcome,
  inspectionDeadlines,
  type OutcomeFields,
  outcomeKindNames,
} from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { seenPaper, seenPapers } from '../papers/index.ts'
import { insertEvent } from './event-queries.ts'
import { foundInspection } from './found.ts'
import { endOutcome, insertOutcome, outcomeForUpdate, outcomesOf } from './outcome-queries.ts'

interface Days {
  readonly id: string
  readonly edition: InspectionEdition
  readonly fedBackOn: string
}

/** What was done after the feedback, in the order of its days; a paper only for who sees it. */
export async function shownOutcomes({ db, actor }: ActorContext, { id, ...facts }: Days): Promise<InspectionOutcome[]> {
  const rows = await outcomesOf(db, id)
  const papers = await seenPapers(db, actor, [...new Set(rows.flatMap(({ paperId }) => paperId ?? []))])
  const { planOn, reportOn } = inspectionDeadlines(facts)
  const due = { plan: planOn, report: reportOn, conclusion: null, answer: null }
  return rows.map(({ id: outcomeId, kind, onDay, text, paperId, by }) => {
    const paper = papers.get(paperId ?? '')
    const until = due[kind]
    return {
      ...{ id: outcomeId, kind, onDay, text, by, isLate: until !== null && onDay > until },
      paper: paper === undefined ? null : { id: paper.id, title: paper.title },
    }
  })
}

/**
 * Enters that plan or report were handed up, how the inspection was concluded, or what was answered to who raised it.
 * Invalid with a day before the feedback or to come; conflict where the paper has not been approved.
 */
export function enterOutcome(context: ActorContext, inspectionId: string, given: OutcomeFields): Promise<void> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const { inspection, organisation } = await foundInspection({ actor, db: tx }, 'problem.write', inspectionId)
    if (given.onDay > dateInChina(now) || given.onDay < inspection.fedBackOn)
      throw invalid('日期在反馈以前，或者还没有到。', '请写办的那一天。', [
        { field: 'onDay', message: '请从反馈那一天到今天里选' },
      ])
    if (given.paperId !== null) {
      const paper = await seenPaper(tx, actor, given.paperId)
      if (!paper) throw invalid('没有找到这份文稿。', '请重新选。', [{ field: 'paperId', message: '请重新选' }])
      if (paper.state !== 'approved' && paper.state !== 'issued')
        throw conflict(`《${paper.title}》还没有审定。`, '审定以后再登记报送。')
    }
    const by = { accountId: actor.accountId, by: actor.personName, at: now }
    await insertOutcome(tx, { ...given, ...by, id: newId(), inspectionId })
    const name = outcomeKindNames[given.kind]
    await insertEvent(tx, context, { inspectionId, itemId: null, action: 'feedback.enterOutcome', text: name })
    await record(tx, context, {
      action: 'feedback.enterOutcome',
      subject: `${inspection.name}的${name}`,
      organisationId: organisation.id,
      detail: { kind: given.kind, onDay: given.onDay },
    })
  })
}

/** Takes back what was entered by mistake, with the reason. */
export function withdrawOutcome(context: ActorContext, outcomeId: string, reason: string): Promise<void> {
  return transaction(context.db, async (tx) => {
    const outcome = await outcomeForUpdate(tx, outcomeId)
    if (!outcome) throw notFound('这一步')
    const { inspectionId, kind } = outcome
    const { inspection, organisation } = await foundInspection({ ...context, db: tx }, 'problem.write', inspectionId)
    await endOutcome(tx, outcomeId, { at: context.now, reason })
    const text = `${outcomeKindNames[kind]}：${reason}`
    await insertEvent(tx, context, { inspectionId, itemId: null, action: 'feedback.withdrawOutcome', text })
    await record(tx, context, {
      action: 'feedback.withdrawOutcome',
      subject: `${inspection.name}的${outcomeKindNames[kind]}`,
      organisationId: organisation.id,
      detail: { kind },
    })
  })
}
