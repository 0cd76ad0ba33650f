import type { Passage, ProblemFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { OrganisationPath } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { holdTree, permittedOrganisation } from '../../office/organisation/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { enterProblems } from './enter-problems.ts'
import { enterHistory } from './history.ts'
import { inspectionById } from '../inspections/index.ts'
import { insertOrigins, type OriginPlace } from './origin-queries.ts'
import { placeOfPassage } from './origins.ts'
import { peopleWithin } from './people-queries.ts'
import type { Deadline } from './standing-deadline.ts'

interface Registered extends ProblemFields {
  readonly inspectionId: string | null
  readonly aboutId: string | null
}

/** Registers a problem with an organisation, with where it was taken from; nobody answers for it yet. Returns its id. */
export async function registerProblem(
  context: ActorContext,
  organisationId: string,
  { origin, ...given }: Registered & { readonly origin: Passage | null },
): Promise<string> {
  checkDeadline(given)
  await permittedOrganisation(context.db, context.actor, 'problem.write', organisationId)
  // The paper is read before anything is held.
  const place = origin === null ? null : await placeOfPassage(context, origin)
  return registerPlaced(context, organisationId, { ...given, place })
}

/** The same of a problem of which it was read already where it was taken from. */
export async function registerPlaced(
  context: ActorContext,
  organisationId: string,
  { inspectionId, place, aboutId, ...fields }: Registered & { readonly place: OriginPlace | null },
): Promise<string> {
  checkDeadline(fields)
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const organisation = await permittedOrganisation(tx, context.actor, 'problem.write', organisationId)
    await checkInspection(tx, organisation.path, inspectionId)
    if (aboutId !== null && !(await peopleWithin(tx, organisation.path.slice(0, 1), [aboutId])).has(aboutId))
      throw invalid('没有找到这个人，或者已经离开。', '请重新选择。', [{ field: 'aboutId', message: '没有找到这个人' }])
    const problem = {
      ...columnsOfFields(fields),
      id: newId(),
      organisation_id: organisation.id,
      path: organisation.path,
      inspection_id: inspectionId,
      about_person_id: aboutId,
      registered_on: dateInChina(context.now),
      changed_at: context.now,
    }
    const [registered] = await enterProblems(tx, context, { action: 'register' }, [{ problem, guards: [] }])
    if (!registered) throw new Error('the problem was not inserted')
    if (place !== null)
      await insertOrigins(tx, [{ problemId: problem.id, place }], {
        accountId: context.actor.accountId,
        at: context.now,
      })
    await enterHistory(tx, context, [registered])
    const { after } = registered
    await record(tx, context, {
      action: 'ledger.register',
      subject: `问题 ${after.number} 号`,
      organisationId: organisation.id,
      detail: { source: fields.source, class: fields.class },
    })
    return after.id
  })
}

/** What an inspection found is registered with whom it inspected, or below. */
export async function checkInspection(tx: Tx, path: OrganisationPath, inspectionId: string | null): Promise<void> {
  const inspection = inspectionId === null ? undefined : await inspectionById(tx, inspectionId)
  if (inspectionId !== null && (!inspection || !path.includes(inspection.organisationId)))
    throw invalid('没有找到这次巡视巡察。', '请先登记巡视巡察。', [{ field: 'inspectionId', message: '请重新选择' }])
}

/** A dated problem needs its date, a sustained one has none by nature but may. */
export function checkDeadline({ class: kind, dueOn }: Deadline, field = 'dueOn'): void {
  if (kind !== 'sustained' && dueOn === null)
    throw invalid('没有写完成时限。', '立行立改和限期整改都要有完成时限；长期坚持的可以不写。', [
      { field, message: '请填写完成时限' },
    ])
}

export function columnsOfFields({ source, aspect, text, cause, goal, class: kind, dueOn }: ProblemFields) {
  return { source, aspect, text, cause, goal, class: kind, due_on: dueOn }
}
