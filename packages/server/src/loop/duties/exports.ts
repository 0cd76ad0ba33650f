import { type BoardBody, type DutyHead, dutyListNames, type DutyList } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { officialDocument, writeXlsx } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import type { BoardAsked } from './board-queries.ts'
import { readDutyBoard, byList } from './duty-board.ts'
import { readDutyYear } from './duty-year.ts'
import { yearSheets } from './export-words.ts'
import { listBlocks } from './list-document.ts'
import { boardWorkbook } from './work.ts'

const MOST_BODIES = 20_000
const PAGE = 200

/** A body’s year as a workbook: the grid, and each time with its records. */
export async function exportDutyYear(context: ActorContext, organisationId: string, year: number): Promise<Download> {
  const answer = await readDutyYear(context, organisationId, year)
  const name = `${fileNameOf(`${answer.organisation.name}${year}年履职情况〔${dateInChinese(answer.today)}〕`)}.xlsx`
  const bytes = writeXlsx(yearSheets(answer))
  await left(context, {
    action: 'duty.exportYear',
    subject: name,
    organisationId,
    detail: { lines: answer.lines.length },
  })
  return { name, bytes }
}

/** The whole board as a workbook. */
export async function exportDutyBoard(
  context: ActorContext,
  organisationId: string,
  narrowed: Omit<BoardAsked, 'organisation'>,
): Promise<Download> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'duty.read', organisationId)
  const items: BoardBody[] = []
  const duties = new Map<string, DutyHead>()
  for (let after: string | null | undefined; after !== null;) {
    const page = await readDutyBoard(context, organisationId, { ...narrowed, after, limit: PAGE })
    items.push(...page.items)
    for (const duty of page.duties) duties.set(duty.id, duty)
    if (items.length > MOST_BODIES) throw invalid(`超过 ${MOST_BODIES} 个组织，一次导不完。`, '请分单位导出。')
    after = page.next
  }
  const today = dateInChina(now)
  const name = `${fileNameOf(`${organisation.name}下级${narrowed.year}年履职情况〔${dateInChinese(today)}〕`)}.xlsx`
  const facts = { unit: organisation.name, year: narrowed.year, today }
  const given = { items, duties: [...duties.values()].toSorted(byList), facts }
  const bytes = await doWork(context, boardWorkbook, given, name)
  await left(context, { action: 'duty.exportBoard', subject: name, organisationId, detail: { bodies: items.length } })
  return { name, bytes }
}

/** A list of responsibilities with what was done of it by half-years, to be printed and signed (GB/T 9704). */
export async function dutyListDocument(
  context: ActorContext,
  organisationId: string,
  { year, list }: { readonly year: number; readonly list: DutyList },
): Promise<Download> {
  const answer = await readDutyYear(context, organisationId, year)
  const lines = answer.lines.filter(({ duty }) => duty.list === list)
  const title = `${answer.organisation.name}\n${year}年${listTitle(list)}`
  const name = `${fileNameOf(`${title.replace('\n', '')}〔${dateInChinese(answer.today)}〕`)}.docx`
  const bytes = officialDocument({
    title,
    blocks: listBlocks(lines, answer),
    signature: { unit: answer.organisation.name, date: dateInChinese(answer.today) },
  })
  await left(context, { action: 'duty.listDocument', subject: name, organisationId, detail: { list, year } })
  return { name, bytes }
}

function listTitle(list: DutyList): string {
  return list === 'main' || list === 'supervision' || list === 'one_post'
    ? `${dutyListNames[list]}清单`
    : `${dutyListNames[list]}履职清单`
}

function left(context: ActorContext, act: Parameters<typeof record>[2]): Promise<void> {
  return transaction(context.db, (tx) => record(tx, context, act))
}
