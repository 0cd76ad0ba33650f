import { type ImportMending, type LedgerImportPreview, problemClassNames, type RefusedPlace } from '@duizhao/contract'
import { may } from '../../../platform/access.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { ActorContext, UploadedFile } from '../../../platform/context.ts'
import { placeInWords } from '../../../platform/list-sheets.ts'
import { invalid } from '../../../platform/refusal.ts'
import { doWork } from '../../../platform/work.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { linesOfFile } from '../work.ts'
import { findOrigins, placesOf } from './origins-named.ts'
import { missingBeside } from './known-queries.ts'
import type { LedgerDraft, SheetHeads } from './ledger-line.ts'
import { headsOf, offeredColumns } from './offered-columns.ts'
import { type PlannedLine, planLines } from './plan-lines.ts'
import { unitsNamed, unitsOffered } from './units.ts'

const MOST_ROWS_SHOWN = 200
const MOST_PLACES_SHOWN = 500

interface Understood {
  readonly draft: LedgerDraft
  readonly shown: Omit<LedgerImportPreview, 'id' | 'expiresAt'>
}

interface Given {
  readonly organisation: OrganisationRow
  readonly file: UploadedFile
  readonly mending: ImportMending
  /** The heads of its sheets as they were read at first; nothing where they are read now. */
  readonly heads?: SheetHeads
}

/** A ledger with what was typed anew in it: what of it is kept until it is confirmed, and what is shown of it. */
export async function understandFile(
  context: ActorContext,
  { organisation, file, mending, heads: known }: Given,
): Promise<Understood> {
  const { db, actor, now } = context
  const asked = { file, mending, today: dateInChina(now), unit: organisation.name }
  const { columns, lines, ...places } = await doWork(context, linesOfFile, asked, file.name)
  if (lines.length === 0 && places.faults.length === 0 && mending.skipped.length === 0 && columns.length === 0)
    throw invalid('文件里没有找到整改台账。', '台账要是一张表，表头里有“问题”这一列。')
  const heads = known ?? headsOf(columns)
  const units = await unitsNamed(db, organisation, lines)
  const found = await findOrigins(context, organisation, lines)
  const asking = { organisation, units, isSame: new Map(), chosen: new Map(), places: placesOf(found), lock: false }
  const plan = await planLines(db, asking, lines)
  const faults = inOrder([...places.faults, ...plan.faults])
  const [first] = faults
  const count = (wanted: PlannedLine['effect']): number => plan.lines.filter(({ effect }) => effect === wanted).length
  const shown = {
    organisationId: organisation.id,
    fileName: file.name,
    ...{ columns, mending },
    offered: await offeredColumns(db, organisation.id, { heads, mending }),
    ...{ create: count('create'), change: count('change'), none: count('none'), ask: count('ask') },
    alike: plan.lines.flatMap(askedOf),
    missing: await missingBeside(db, organisation, { ids: plan.told, limit: MOST_ROWS_SHOWN }),
    units: unitsOffered(
      plan.lines.flatMap(({ effect, line }) => (effect === 'create' || effect === 'ask' ? [line] : [])),
      units,
    ),
    people: plan.untold.map(({ name, count: places, isSeveral }) => ({ name, places, isSeveral })),
    mayCreateUnits: may(actor, 'organisation.write', organisation.path),
    rows: plan.lines.slice(0, MOST_ROWS_SHOWN).map(shownLine),
    faults: faults.slice(0, MOST_PLACES_SHOWN),
    remarks: eachOnce(inOrder([...places.remarks, ...plan.remarks])).slice(0, MOST_PLACES_SHOWN),
  }
  return {
    draft: { kind: 'ledger', mending, lines: [...lines], heads, found, fault: first ? placeInWords(first) : null },
    shown,
  }
}

/** Sheet by sheet, from the top of each; first what is of no sheet. */
function inOrder(places: readonly RefusedPlace[]): RefusedPlace[] {
  const sheets = ['', ...new Set(places.map(({ sheet = '' }) => sheet))]
  return [...new Set(sheets)].flatMap((wanted) =>
    places.filter(({ sheet = '' }) => sheet === wanted).toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  )
}

/** What holds for several measures of one cell is said once. */
function eachOnce(places: readonly RefusedPlace[]): RefusedPlace[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
}

function askedOf(planned: PlannedLine, at: number): LedgerImportPreview['alike'] {
  if (planned.effect !== 'ask') return []
  const { line, candidate } = planned
  const { id, number, text, organisationName } = candidate
  return [
    { line: at, sheet: line.sheet, row: line.row, text: line.text, problem: { id, number, text, organisationName } },
  ]
}

function shownLine({ effect, line }: PlannedLine): LedgerImportPreview['rows'][number] {
  const { sheet, row, text, measures, class: kind, dueOn, lead } = line
  return { sheet, row, effect, text, measures: measures.length, class: problemClassNames[kind], dueOn, lead }
}
