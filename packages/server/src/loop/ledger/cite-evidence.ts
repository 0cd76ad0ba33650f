import { type Citable, type CitedThing, type EvidenceKind, type Page } from '@duizhao/contract'
import { organisationById } from '../../office/organisation/index.ts'
import { may, type OrganisationPath } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { citablePaper, citablePapers } from '../papers/index.ts'
import { citableRecord, citableRecords } from '../records/index.ts'
import { actOn, seenProblem } from './act.ts'
import { insertEvidence, isCitedAlready } from './evidence-queries.ts'
import { hasMeasure } from './measure-queries.ts'
import { problemById } from './problem-queries.ts'

/**
 * What can prove something besides a file. Whoever sees a problem by role sees what lies at its organisation or below: kept
 * records that are no talks, at least in outline, and papers that were approved and are about nobody. Nothing else can be
 * cited, so that nothing is told through evidence that its reader could not open.
 */
export async function listCitable(
  context: ActorContext,
  problemId: string,
  { of, ...paging }: { readonly of: CitedThing; readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Citable>> {
  const { db, actor } = context
  const problem = seenProblem(context, await problemById(db, problemId))
  if (!may(actor, 'problem.report', problem.path)) throw notFound('这个问题')
  const organisation = await organisationById(db, problem.organisationId)
  if (!organisation) throw notFound('这个单位')
  return of === 'record' ? citableRecords(db, organisation, paging) : citablePapers(db, organisation, paging)
}

/** Cites a record or the approved version of a paper as evidence; invalid if it is none that may be, conflict if it is so already. */
export async function citeEvidence(
  context: ActorContext,
  problemId: string,
  { of, id, kind, measureId }: Cited,
): Promise<void> {
  await actOn(context, problemId, ['addEvidence'], async (tx, problem) => {
    if (measureId !== null && !(await hasMeasure(tx, problemId, measureId)))
      throw invalid('没有找到这条措施。', '请重新选择措施。')
    const found = of === 'record' ? await recordToCite(tx, id) : await paperToCite(tx, id)
    if (!found?.path.includes(problem.organisationId))
      throw invalid('没有可以作佐证的这一件。', '请选本单位或下级的履职记录，或者审定、印发了的文稿。', [
        { field: 'id', message: '请重新选择' },
      ])
    const { name, on, cited } = found
    if (await isCitedAlready(tx, problemId, { measureId, cited }))
      throw conflict(`“${name}”已经是佐证材料。`, '不必再选一次。')
    await insertEvidence(tx, problemId, {
      of: cited.of === 'record' ? { recordId: cited.id, version: cited.version } : { versionId: cited.id },
      ...{ measureId, name, kind, datedOn: on, accountId: context.actor.accountId, at: context.now },
    })
    return { reason: name, detail: { cited: of, name }, recordedAs: 'ledger.citeEvidence' }
  })
}

interface Cited {
  readonly of: CitedThing
  readonly id: string
  readonly kind: EvidenceKind
  readonly measureId: string | null
}

interface Found {
  readonly name: string
  readonly on: string
  readonly path: OrganisationPath
  readonly cited:
    | { readonly of: 'record'; readonly id: string; readonly version: number }
    | { readonly of: 'paper'; readonly id: string }
}

async function recordToCite(db: Database | Tx, id: string): Promise<Found | undefined> {
  const found = await citableRecord(db, id)
  return found && { ...found, cited: { of: 'record', id, version: found.version } }
}

async function paperToCite(db: Database | Tx, id: string): Promise<Found | undefined> {
  const found = await citablePaper(db, id)
  return found && { ...found, cited: { of: 'paper', id: found.versionId } }
}
