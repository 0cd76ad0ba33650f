import type { ImportPreview } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { placeInWords } from '../../platform/list-sheets.ts'
import { doWork } from '../../platform/work.ts'
import type { UploadedFile } from '../../platform/context.ts'
import { permitted } from './found.ts'
import { type ImportDraft, readLines } from './import-lines.ts'
import { type Effect, type ImportPlan, planImport } from './import-plan.ts'
import { insertDraft } from '../../platform/import-draft-queries.ts'
import { knownBelow } from './import-queries.ts'
import { organisationById } from './queries.ts'
import { sheetsOfFile } from './work.ts'

const MOST_LINES_SHOWN = 200
const MOST_FAULTS_SHOWN = 500
const KEPT_HOURS = 24

/** Reads a workbook of organisations and people and says what importing it would do; writes nothing but the preview. */
export async function previewImport(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<ImportPreview> {
  const { db, actor, now } = context
  const organisation = permitted(actor, 'import.write', await organisationById(db, organisationId))
  const sheets = await doWork(context, sheetsOfFile, file, file.name)
  const { lines, faults } = readLines(sheets)
  const plan = planImport(lines, await knownBelow(db, organisation, lines))
  const [fault] = [...sheets.faults, ...faults]
  const content: ImportDraft = { ...lines, fault: fault ? placeInWords(fault) : null }
  const id = newId()
  const expiresAt = new Date(now.getTime() + KEPT_HOURS * 3_600_000)
  await transaction(db, async (tx) => {
    await insertDraft(tx, {
      id,
      accountId: actor.accountId,
      organisationId,
      fileName: file.name,
      content,
      expiresAt,
    })
    await record(tx, context, { action: 'import.preview', subject: file.name, organisationId })
  })
  return {
    id,
    fileName: file.name,
    columns: sheets.columns.map((column) => ({ ...column })),
    organisations: countEffects(plan.organisations),
    people: countEffects(plan.people),
    accounts: plan.people.filter(({ opensAccount }) => opensAccount).length,
    lines: describe(plan).slice(0, MOST_LINES_SHOWN),
    faults: [...sheets.faults, ...faults, ...plan.faults]
      .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
      .slice(0, MOST_FAULTS_SHOWN),
    expiresAt: expiresAt.toISOString(),
  }
}

function countEffects(planned: readonly { readonly effect: Effect }[]): Record<Effect, number> {
  const counts = { create: 0, change: 0, none: 0 }
  for (const { effect } of planned) counts[effect] += 1
  return counts
}

const WORDS: Readonly<Record<Effect, string>> = { create: '新建', change: '修改', none: '不变' }

function describe({ organisations, people }: ImportPlan): ImportPreview['lines'] {
  return [
    ...organisations.map(({ line, effect, name, kind, parentName }) => ({
      sheet: line.sheet,
      row: line.row,
      effect,
      kind,
      what: `${WORDS[effect]}组织“${name}”（${parentName}的下级）`,
    })),
    ...people.map(({ line, effect, organisation, opensAccount }) => ({
      sheet: line.sheet,
      row: line.row,
      effect,
      kind: 'person' as const,
      what: `${WORDS[effect]}${organisation.name}的${line.name}${line.position === '' ? '' : `（${line.position}）`}${opensAccount ? `，开通账号 ${line.login ?? ''}` : ''}`,
    })),
  ]
}
