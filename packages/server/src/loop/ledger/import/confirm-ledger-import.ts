import type { Answer, endpoints, LedgerImportChoices } from '@duizhao/contract'
import { record } from '../../../platform/audit/index.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { holdOne } from '../../../platform/database/locks.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { holdTree, permittedOrganisation } from '../../../office/organisation/index.ts'
import { conflict, notFound } from '../../../platform/refusal.ts'
import { confirmDraft, draftForUpdate } from '../../../platform/import-draft-queries.ts'
import { LedgerDraft } from './ledger-line.ts'
import { placeInWords } from '../../../platform/list-sheets.ts'
import { placesOf, stillSeen } from './origins-named.ts'
import { rememberColumns } from './offered-columns.ts'
import { insertImport } from './past-import-queries.ts'
import { peopleChosen } from './people.ts'
import { type PlannedLine, planLines } from './plan-lines.ts'
import { unitsChosen, unitsNamed } from './units.ts'
import { writePlan } from './write-plan.ts'

/**
 * Does what a preview showed and a person chose, all of it or nothing. It is planned anew on what is there now, so that the same file
 * confirmed twice, or by two people, writes once.
 */
export async function confirmLedgerImport(
  context: ActorContext,
  importId: string,
  choices: LedgerImportChoices,
): Promise<Answer<typeof endpoints.confirmLedgerImport>> {
  const { db, actor, now } = context
  return transaction(db, async (tx) => {
    const draft = await draftForUpdate(tx, importId, actor.accountId)
    const { data: content } = LedgerDraft.safeParse(draft?.content)
    if (!draft || !content || draft.expiresAt < now) throw notFound('这次导入的预览')
    if (draft.confirmedAt) throw conflict('这次导入已经确认过了。', '要再导入，请重新上传文件。')
    if (content.fault !== null) throw unwritten(content.fault)
    await holdTree(tx)
    const organisation = await permittedOrganisation(tx, actor, 'problem.write', draft.organisationId)
    // Two imports into one organisation would both register what neither finds.
    await holdOne(tx, 'ledger-import', organisation.id)
    const named = await unitsNamed(tx, organisation, content.lines)
    const units = await unitsChosen(tx, context, organisation, { named, choices: choices.units })
    const isSame = new Map(choices.same.map(({ line, isSame: same }) => [line, same]))
    const chosen = await peopleChosen(tx, organisation, choices.people)
    const places = placesOf(await stillSeen({ ...context, db: tx }, content.found))
    const plan = await planLines(tx, { organisation, units, isSame, chosen, places, lock: true }, content.lines)
    const [fault] = plan.faults
    if (fault) throw unwritten(placeInWords(fault))
    const unsaid = plan.lines.find(({ effect }) => effect === 'ask')
    if (unsaid)
      throw conflict(
        `导入没有写入：${unsaid.line.sheet} 第 ${unsaid.line.row} 行和台账里的一个问题只差几个字，还没有说是不是同一个。`,
        '请说明是同一个问题还是新的；如果页面上没有问，请重新上传文件。',
      )
    await confirmDraft(tx, importId, now)
    const { heads, mending } = content
    await rememberColumns(tx, organisation.id, { heads, mending, on: dateInChina(now) })
    const count = (wanted: PlannedLine['effect']): number => plan.lines.filter(({ effect }) => effect === wanted).length
    const result = { created: count('create'), changed: count('change'), unchanged: count('none') }
    await insertImport(tx, {
      ...{ id: importId, organisationId: organisation.id, fileName: draft.fileName, by: actor, at: now },
      ...{ created: result.created, unchanged: result.unchanged },
      changedIds: plan.lines.flatMap((line) => (line.effect === 'change' ? [line.known.id] : [])),
    })
    // What it adds to a problem that is there names the import.
    await writePlan(tx, plan, { context, fileName: draft.fileName, importId })
    await record(tx, context, {
      action: 'ledger.confirmImport',
      subject: draft.fileName,
      organisationId: organisation.id,
      detail: { ...result, mended: content.mending.cells.length, skipped: content.mending.skipped.length },
    })
    return result
  })
}

function unwritten(fault: string): Error {
  return conflict(`导入没有写入：${fault}。`, '请在页面上改正、跳过，或改正文件后重新上传。')
}
