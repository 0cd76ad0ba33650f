import type { NoticeReading } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { checkedFile } from '../../platform/files/index.ts'
import { doWork } from '../../platform/work.ts'
import { noticeOfFile } from './work.ts'

/** Reads a superior's notice and says what it asks, each with the words it stands on; writes nothing but that it was read. */
export async function previewCampaignNotice(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<NoticeReading> {
  await permittedOrganisation(context.db, context.actor, 'campaign.write', organisationId)
  const { name } = await checkedFile(file, '通知')
  const { text, notice } = await doWork(context, noticeOfFile, { name, bytes: file.bytes }, name)
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'campaign.previewNotice', subject: name, organisationId }),
  )
  const said = <Value>(one: { readonly value: Value; readonly start: number; readonly end: number } | null) =>
    one === null ? null : { value: one.value, words: text.slice(one.start, one.end).trim() }
  return {
    fileName: name,
    ...{ title: said(notice.title), kind: said(notice.kind), cycleYear: said(notice.year), theme: said(notice.theme) },
    ...{ fromOn: said(notice.from), untilOn: said(notice.until) },
    ...{ leadWorkdays: said(notice.leadWorkdays), reportDays: said(notice.reportDays) },
    aspects: notice.aspects.map(({ title, points }) => ({ title, points: [...points] })),
    mirrors: notice.mirrors.map(({ value }) => value),
    reportItems: notice.reportItems.map(({ value }) => value),
  }
}
