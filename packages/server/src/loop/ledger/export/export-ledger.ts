import { dateInChinese } from '@duizhao/engine/wording'
import type { problemFilters } from '@duizhao/contract'
import type { z } from 'zod'
import { record } from '../../../platform/audit/index.ts'
import { dateInChina, readExceptions } from '../../../platform/calendar/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { fileNameOf } from '../../../platform/files/index.ts'
import type { Download } from '../../../platform/context.ts'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { invalid, notFound } from '../../../platform/refusal.ts'
import { doWork } from '../../../platform/work.ts'
import { type LedgerRow, ledgerRows } from './row-queries.ts'
import { workbookOfRows } from '../work.ts'

const MOST_ROWS = 20_000

type Filters = Omit<z.output<z.ZodObject<typeof problemFilters>>, 'organisationId'>

/** The rows of the filters, all of them and no other, as the ledger an office keeps; that they left is recorded. */
export async function exportLedger(context: ActorContext, organisationId: string, filters: Filters): Promise<Download> {
  const organisation = await permittedOrganisation(context.db, context.actor, 'problem.read', organisationId)
  const query = { ...filters, organisation, today: dateInChina(context.now) }
  const exceptions = await readExceptions(context.db)
  const rows = await ledgerRows(context, query, { limit: MOST_ROWS + 1, exceptions })
  if (rows.length > MOST_ROWS) throw invalid(`超过 ${MOST_ROWS} 个问题，一次导不完。`, '请先筛选，或者分单位导出。')
  return workbookOf(context, organisation, rows)
}

/** Some rows of an organisation and what is below it, those that were chosen. Not found if it has one of them not. */
export async function exportChosen(
  context: ActorContext,
  organisationId: string,
  problemIds: readonly string[],
): Promise<Download> {
  const organisation = await permittedOrganisation(context.db, context.actor, 'problem.read', organisationId)
  const all = { standing: 'all' as const, isOwnLevel: false, isMine: false, text: '' }
  const query = { ...all, problemIds, organisation, today: dateInChina(context.now) }
  const exceptions = await readExceptions(context.db)
  const rows = await ledgerRows(context, query, { limit: problemIds.length, exceptions })
  if (rows.length < new Set(problemIds).size) throw notFound('选中的问题里的一个')
  return workbookOf(context, organisation, rows)
}

async function workbookOf(
  context: ActorContext,
  { id, name: unit }: { readonly id: string; readonly name: string },
  rows: readonly LedgerRow[],
): Promise<Download> {
  const date = dateInChinese(dateInChina(context.now))
  const name = `${fileNameOf(`${unit}整改台账〔${date}〕`)}.xlsx`
  const bytes = await doWork(context, workbookOfRows, { rows, unit, date }, name)
  await transaction(context.db, (tx) =>
    record(tx, context, {
      action: 'ledger.export',
      subject: name,
      organisationId: id,
      detail: { problems: rows.length },
    }),
  )
  return { name, bytes }
}
