import { writeXlsx } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { draftFacts } from './draft-facts.ts'
import { listSheets } from './lists.ts'

/** The three lists of a meeting as a workbook. That somebody took it is recorded. */
export async function draftLists(context: ActorContext, meetingId: string): Promise<Download> {
  const { meeting, problems } = await draftFacts(context, meetingId)
  const { organisation } = meeting
  const name = `${fileNameOf(`${organisation.name}${meeting.name}三清单`)}.xlsx`
  const bytes = writeXlsx(listSheets(problems))
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'draft.lists', subject: name, organisationId: organisation.id }),
  )
  return { name, bytes }
}
