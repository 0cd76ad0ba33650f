import { type Inspection, type InspectionEdition, inspectionEditionFacts } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isReferred, type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { countProblemsOf, deleteInspection, inspectionForUpdate, toInspection, updateInspection } from './queries.ts'

interface Correction {
  readonly name: string
  readonly edition: InspectionEdition
  readonly fedBackOn: string
  readonly version: number
}

/** Corrects what was registered of an inspection: when plan and report are due follows. Conflict if somebody was faster. */
export function correctInspection(
  context: ActorContext,
  inspectionId: string,
  { version, ...fields }: Correction,
): Promise<Inspection> {
  return transaction(context.db, async (tx) => {
    const before = await heldInspection(tx, context, inspectionId)
    if (before.version !== version)
      throw conflict('这次巡视巡察刚刚被别人改过。', '请重新打开，看改成了什么。', toInspection(before))
    await updateInspection(tx, inspectionId, fields)
    await record(tx, context, {
      action: 'inspection.correct',
      subject: fields.name,
      organisationId: before.organisationId,
      detail: { before: told(before), after: told(fields) },
    })
    return toInspection({ ...before, ...fields, version: version + 1 })
  })
}

/** Removes an inspection registered by mistake; conflict if problems came of it, or what it fed back was entered. */
export function removeInspection(context: ActorContext, inspectionId: string): Promise<void> {
  return transaction(context.db, async (tx) => {
    const inspection = await heldInspection(tx, context, inspectionId)
    const problems = await countProblemsOf(tx, inspectionId)
    if (problems > 0)
      throw conflict(
        `“${inspection.name}”有 ${problems} 个问题（连同撤回的），不能删除。`,
        '写错了的可以更正名称、条例和反馈日期，问题不用动。',
      )
    await remove(tx, inspection)
    await record(tx, context, {
      action: 'inspection.remove',
      subject: inspection.name,
      organisationId: inspection.organisationId,
      detail: told(inspection),
    })
  })
}

async function remove(tx: Tx, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  try {
    await deleteInspection(tx, id)
  } catch (error) {
    if (!isReferred(error)) throw error
    throw conflict(`“${name}”登记过反馈的问题（连同撤销的），不能删除。`, '写错了的可以更正名称、条例和反馈日期。')
  }
}

async function heldInspection(tx: Tx, { actor }: ActorContext, id: string) {
  const inspection = await inspectionForUpdate(tx, id)
  if (!inspection) throw notFound('这次巡视巡察')
  await permittedOrganisation(tx, actor, 'problem.write', inspection.organisationId)
  return inspection
}

function told({ name, edition, fedBackOn }: Omit<Correction, 'version'>): Record<string, string> {
  return { name, edition: inspectionEditionFacts[edition].name, fedBackOn }
}
