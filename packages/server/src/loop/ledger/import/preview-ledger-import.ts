import { type LedgerImportPreview, problemClassNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { dateInChina } from '../../../platform/calendar/index.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { doWork } from '../../../platform/work.ts'
import type { UploadedFile } from '../../../platform/context.ts'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { invalid } from '../../../platform/refusal.ts'
import { insertDraft } from '../../../platform/import-draft-queries.ts'
import type { LedgerDraft } from './ledger-line.ts'
import { type PlannedLine, planLines } from './plan-lines.ts'
import { linesOfFile } from '../work.ts'

const MOST_ROWS_SHOWN = 200
const MOST_PLACES_SHOWN = 500
const KEPT_HOURS = 24

/** Reads a ledger and says what importing it would do; writes nothing but the preview. */
export async function previewLedgerImport(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<LedgerImportPreview> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.write', organisationId)
  const asked = { file, today: dateInChina(now), unit: organisation.name }
  const { columns, lines, ...found } = await doWork(context, linesOfFile, asked, file.name)
  if (lines.length === 0 && found.faults.length === 0)
    throw invalid('文件里没有找到整改台账。', '台账要是一张表，表头里有“问题”这一列。')
  const plan = await planLines(db, { organisation, lock: false }, lines)
  const faults = inOrder([...found.faults, ...plan.faults])
  const [first] = faults
  const draft = {
    id: newId(),
    accountId: actor.accountId,
    organisationId,
    fileName: file.name,
    expiresAt: new Date(now.getTime() + KEPT_HOURS * 3_600_000),
    content: {
      kind: 'ledger',
      lines: [...lines],
      fault: first ? [first.cell, first.message].filter((words) => words !== undefined).join(' ') : null,
    } satisfies LedgerDraft,
  }
  await transaction(db, async (tx) => {
    await insertDraft(tx, draft)
    await record(tx, context, { action: 'ledger.previewImport', subject: file.name, organisationId: organisation.id })
  })
  const count = (wanted: PlannedLine['effect']): number => plan.lines.filter(({ effect }) => effect === wanted).length
  return {
    id: draft.id,
    fileName: file.name,
    columns,
    ...{ create: count('create'), change: count('change'), none: count('none') },
    rows: plan.lines.slice(0, MOST_ROWS_SHOWN).map(shown),
    faults: faults.slice(0, MOST_PLACES_SHOWN),
    remarks: inOrder([...found.remarks, ...plan.remarks]).slice(0, MOST_PLACES_SHOWN),
    expiresAt: draft.expiresAt.toISOString(),
  }
}

function inOrder<Place extends { readonly row?: number | undefined }>(places: readonly Place[]): Place[] {
  return places.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

function shown({ effect, line }: PlannedLine): LedgerImportPreview['rows'][number] {
  const { sheet, row, text, measures, class: kind, dueOn, lead } = line
  return { sheet, row, effect, text, measures: measures.length, class: problemClassNames[kind], dueOn, lead }
}
