import { dateInChinese } from '@duizhao/engine/wording'
import { officialDocument } from '@duizhao/report'
import { organisationById } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { House } from '../../platform/feature.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { readDutyYear } from '../duties/index.ts'
import { foundFigures, refuseBackwards } from '../figures/index.ts'
import { shownRecords } from '../records/index.ts'
import { spanInWords, subjectBlocks } from './subject-blocks.ts'
import type { SubjectAsked } from './subject-facts.ts'

/**
 * What a body did in one subject, 意识形态 say, between two days, as an official document: every number counted with its
 * day, what was owed beside what was done, the rest left under its heading. That somebody took it is recorded.
 */
export async function subjectReport(
  context: ActorContext,
  house: House,
  organisationId: string,
  asked: SubjectAsked,
): Promise<Download> {
  refuseBackwards(asked)
  refuseSeveralYears(asked)
  const { from, to, subject } = asked
  const organisation = await organisationById(context.db, organisationId)
  if (!organisation) throw notFound('这个组织')
  const { body, records } = await shownRecords(context, organisationId, asked)
  const [year, figures] = await Promise.all([
    readDutyYear(context, organisationId, Number(to.slice(0, 4))),
    foundFigures(context, house, { organisation, from, to, subject }),
  ])
  const today = dateInChina(context.now)
  const title = `${body.name}\n关于${spanInWords(asked)}${subject}工作情况的报告`
  const bytes = officialDocument({
    title,
    blocks: subjectBlocks({ ...asked, asOf: to < today ? to : today, records, figures, year }),
    signature: { unit: body.name, date: dateInChinese(today) },
  })
  const name = `${fileNameOf(title.replace('\n', ''))}.docx`
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'draft.subjectReport', subject: name, organisationId }),
  )
  return { name, bytes }
}

/** What is owed is owed by the year: of two of them only one would stand beside what was done. */
function refuseSeveralYears({ from, to }: SubjectAsked): void {
  if (from.slice(0, 4) === to.slice(0, 4)) return
  throw invalid('一份报告只写一年里的工作。', '起止日期请选同一年的，每年出一份。', [
    { field: 'to', message: '和开始的日期不在同一年' },
  ])
}
