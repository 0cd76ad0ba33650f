import type { endpoints, Matter, Received } from '@duizhao/contract'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { assignProblem, nameMeetingOf, planMeasures, registerProblem } from '../ledger/index.ts'
import { countStanding } from '../meetings/index.ts'
import { MATTER, openMatter } from './end-matter.ts'
import { matterForUpdate, matterOf, updateEnding } from './matter-queries.ts'

type Confirmed = Received<typeof endpoints.confirmMatter>['body']

/**
 * Confirms a matter as a problem of its body, assigned, with its measure: all of it or nothing. The ledger shows the words
 * that were confirmed; who said what of whom stays with the matter. Not found for who may not see it; forbidden without
 * the ledger’s permission; conflict if something became of it already.
 */
export function confirmMatter(
  context: ActorContext,
  matterId: string,
  { text, aspect, class: kind, leadId, handlerId, measure, dueOn, isPersonal, version }: Confirmed,
): Promise<Matter> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const within = { ...context, db: tx }
    const matter = await openMatter(tx, asking, { id: matterId, version })
    const problemId = await registerProblem(within, matter.organisationId, {
      ...{ source: 'criticism', aspect, text, cause: '', goal: '', class: kind, dueOn, inspectionId: null },
      ...{ origin: null, aboutId: isPersonal ? matter.aboutId : null },
    })
    const assigned = await assignProblem(within, problemId, { leadId, handlerId, class: kind, dueOn })
    const planned = { text: measure, responsible: '', coUnit: '', dueOn, earlyOn: null, funding: '', contingency: '' }
    await planMeasures(within, problemId, {
      measures: [{ ...planned, doneOn: null, id: null }],
      version: assigned.version,
    })
    await nameMeetingOf(tx, problemId, matter.meetingId)
    await countStanding(tx, matter.meetingId, context.now)
    await updateEnding(tx, matterId, { ending: 'problem', reason: '', on: asking.today, problemId })
    const after = await matterForUpdate(tx, matterId)
    const told = { subject: MATTER, organisationId: matter.organisationId, detail: { id: matterId, problemId } }
    await record(tx, context, { action: 'matter.confirm', ...told })
    return matterOf(after ?? matter)
  })
}
