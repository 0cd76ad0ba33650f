import { dateInChinese } from '@duizhao/engine/wording'
import { record } from '../../../platform/audit/index.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { fileNameOf } from '../../../platform/files/index.ts'
import { doWork } from '../../../platform/work.ts'
import type { RecordFilters } from '../list-queries.ts'
import { workbookOfRecords } from '../work.ts'
import { shownRecords } from './shown-records.ts'

/** What a list shows, as a workbook: the records, and those that are study, each with what they add up to. */
export async function exportRecords(
  context: ActorContext,
  organisationId: string,
  filters: RecordFilters,
): Promise<Download> {
  const { body, records } = await shownRecords(context, organisationId, filters)
  const date = dateInChinese(dateInChina(context.now))
  const name = `${fileNameOf(`${body.name}履职记录〔${date}〕`)}.xlsx`
  const bytes = await doWork(context, workbookOfRecords, { records, unit: body.name, date }, name)
  const detail = { records: records.length }
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'record.export', subject: name, organisationId, detail }),
  )
  return { name, bytes }
}
