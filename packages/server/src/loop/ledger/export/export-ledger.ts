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
import { invalid } from '../../../platform/refusal.ts'
import { doWork } from '../../../platform/work.ts'
import { ledgerRows } from './row-queries.ts'
import { workbookOfRows } from '../work.ts'

const MOST_ROWS = 20_000

type Filters = Omit<z.output<z.ZodObject<typeof problemFilters>>, 'organisationId'>

/** The rows of the filters, all of them and no other, as the ledger an office keeps; that they left is recorded. */
export async function exportLedger(context: ActorContext, organisationId: string, filters: Filters): Promise<Download> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const today = dateInChina(now)
  const exceptions = await readExceptions(db)
  const rows = await ledgerRows(context, { ...filters, organisation, today }, { limit: MOST_ROWS + 1, exceptions })
  if (rows.length > MOST_ROWS) throw invalid(`超过 ${MOST_ROWS} 个问题，一次导不完。`, '请先筛选，或者分单位导出。')
  const date = dateInChinese(today)
  const name = `${fileNameOf(`${organisation.name}整改台账〔${date}〕`)}.xlsx`
  const bytes = await doWork(context, workbookOfRows, { rows, unit: organisation.name, date }, name)
  await transaction(db, (tx) =>
    record(tx, context, {
      action: 'ledger.export',
      subject: name,
      organisationId: organisation.id,
      detail: { problems: rows.length },
    }),
  )
  return { name, bytes }
}
