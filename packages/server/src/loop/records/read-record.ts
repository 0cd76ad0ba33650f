import type { WorkRecordDetail } from '@duizhao/contract'
import { record, recordReading } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { notFound } from '../../platform/refusal.ts'
import { presentRecord } from './present-records.ts'
import { recordById } from './queries.ts'
import { fileForReaders, nameForReaders } from './told.ts'

/** One record, as far as the actor may see it. That somebody read what two others said to each other is recorded. */
export async function readRecord(context: ActorContext, id: string): Promise<WorkRecordDetail> {
  const { db, actor, now } = context
  const asking = { actor, today: dateInChina(now) }
  const row = await recordById(db, asking, id)
  if (!row) throw notFound('这次履职记录')
  const detail = await presentRecord(db, asking, row)
  const isOfOthers = detail.note !== null && detail.view !== 'whole'
  if (isOfOthers)
    await recordReading(context, id, {
      action: 'record.read',
      subject: nameForReaders(row),
      organisationId: row.organisationId,
    })
  return detail
}

/** The file a record was read from, as it was handed in, for who sees the whole record; that somebody took it is recorded. */
export async function readRecordFile(context: ActorContext, id: string): Promise<Download> {
  const { db, actor, now } = context
  const row = await recordById(db, { actor, today: dateInChina(now) }, id)
  if (!row || row.view !== 'whole' || row.file === null) throw notFound('这份文件')
  const { organisationId, file } = row
  const bytes = await wholeBytes(context, file)
  const subject = `${nameForReaders(row)}：${fileForReaders(row.kinds, file.name)}`
  await transaction(db, (tx) => record(tx, context, { action: 'record.readFile', subject, organisationId }))
  return { name: file.name, bytes }
}
