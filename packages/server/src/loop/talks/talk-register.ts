import { dateInChinese } from '@duizhao/engine/wording'
import { officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { forbidden } from '../../platform/refusal.ts'
import { seesPairs, shownRecords } from '../records/index.ts'

const COLUMNS = [
  { header: '序号', share: 8 },
  { header: '日期', share: 20 },
  { header: '谈话人', share: 16 },
  { header: '谈话对象', share: 16 },
  { header: '议题', share: 40 },
]

/**
 * The talks a body held between two days, as an official document (谈心谈话登记表): who talked with whom, when and about
 * what. What was said stays in the records. Forbidden to who does not see all pairs of the body.
 */
export async function talkRegister(
  context: ActorContext,
  organisationId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Download> {
  const { db, actor } = context
  const today = dateInChina(context.now)
  const { body, records } = await shownRecords(context, organisationId, { from, to, kind: 'talk' })
  if (!(await seesPairs(db, { actor, today }, body.id)))
    throw forbidden('不能出谈心谈话登记表。', '本组织的组织者、书记、主要负责人可以。')
  const title = `${body.name}谈心谈话登记表`
  const period = `${dateInChinese(from)}至${dateInChinese(to)}`
  const rows = records.map(({ onDay, host, talkedTo, topics }, at) => [
    String(at + 1),
    dateInChinese(onDay),
    host?.name ?? '',
    talkedTo.map(({ name }) => name).join('、'),
    topics.map(({ text }) => text).join('；'),
  ])
  const bytes = officialDocument({
    title,
    blocks: [
      { kind: 'paragraph', words: `${period}，谈心谈话${rows.length}次。` },
      ...(rows.length === 0 ? [] : [{ kind: 'table' as const, columns: COLUMNS, rows }]),
    ],
    signature: { unit: body.name, date: dateInChinese(today) },
  })
  const name = `${fileNameOf(`${title}〔${period}〕`)}.docx`
  const detail = { records: records.length }
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'talk.register', subject: name, organisationId, detail }),
  )
  return { name, bytes }
}
