import { type Answer, type endpoints, isUncounted } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { measuresOf, problemById, type ProblemRow, seenProblem } from '../ledger/index.ts'
import { seenPaper } from '../papers/index.ts'
import { institutionOf, institutionsLeftBy } from './institution-queries.ts'
import { institutionShown } from './read-institution.ts'
import { dropSource, holdPapers, putSource } from './write-queries.ts'

/** The institutions a problem left. Not found for who may not see it. */
export async function listProblemInstitutions(
  context: ActorContext,
  problemId: string,
): Promise<Answer<typeof endpoints.listProblemInstitutions>> {
  const { db, actor, now } = context
  const problem = seenProblem(context, await problemById(db, problemId))
  const left = await institutionsLeftBy(db, actor, problemId, dateInChina(now))
  return {
    items: left.map(({ institution, measure }) => ({ institution: institutionShown(institution), measure })),
    mayLink: may(actor, 'problem.report', problem.path) && !isUncounted(problem.state),
  }
}

interface Source {
  readonly problemId: string
  readonly paperId: string
}

/** Says that an institution is what a problem left, by one of its measures or by all. Said again, the measure changes. */
export function linkInstitution(
  context: ActorContext,
  { problemId, paperId }: Source,
  { measureId }: { readonly measureId: string | null },
): Promise<void> {
  return transaction(context.db, async (tx) => {
    const problem = await heldProblem(tx, context, problemId)
    if (isUncounted(problem.state)) throw conflict('这个问题不再统计。', '请关联接着整改的问题。')
    await holdPapers(tx, [paperId])
    const paper = await seenPaper(tx, context.actor, paperId)
    const institution = paper && (await institutionOf(tx, paperId, dateInChina(context.now)))
    if (!institution || paper.state === 'void')
      throw invalid('没有这项制度。', '请先把文稿登记为制度，再关联。', [{ field: 'paperId', message: '请重新选' }])
    if (measureId !== null && !(await measuresOf(tx, problemId)).some(({ id }) => id === measureId))
      throw invalid('这条措施已经不在了。', '请重新选。', [{ field: 'measureId', message: '请重新选' }])
    const { accountId } = context.actor
    await putSource(tx, { paperId, problemId, measureId }, { accountId, at: context.now })
    await record(tx, context, {
      ...{ action: 'institution.link', ...toldOf(problem) },
      detail: { paperId, measureId },
    })
  })
}

/** Takes that back. */
export function unlinkInstitution(context: ActorContext, { problemId, paperId }: Source): Promise<void> {
  return transaction(context.db, async (tx) => {
    const problem = await heldProblem(tx, context, problemId)
    if (!(await dropSource(tx, paperId, problemId))) throw notFound('这项制度')
    await record(tx, context, { action: 'institution.unlink', ...toldOf(problem), detail: { paperId } })
  })
}

const toldOf = ({ number, organisationId }: ProblemRow) => ({ subject: `问题 ${number} 号`, organisationId })

async function heldProblem(tx: Tx, context: ActorContext, problemId: string): Promise<ProblemRow> {
  const problem = seenProblem(context, await problemById(tx, problemId))
  await permittedOrganisation(tx, context.actor, 'problem.report', problem.organisationId)
  return problem
}
