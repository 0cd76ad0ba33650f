import {
  Email,
  Login,
  type OrganisationKind,
  organisationKindNames,
  organisationKinds,
  OrganisationName,
  PersonName,
  Position,
  type RefusedPlace,
} from '@duizhao/contract'
import { unitKindNamed } from '@duizhao/engine/wording'
import { z } from 'zod'
import { faultAt } from '../../platform/list-sheets.ts'
import type { ImportField } from './import-columns.ts'
import type { ImportSheets, SheetRow } from './import-sheets.ts'

const place = { sheet: z.string(), row: z.int(), cells: z.record(z.string(), z.string()) }

/** What a sheet asks for, each line checked by itself. */
export const ImportLines = z.object({
  organisations: z.array(z.object({ ...place, name: z.string(), kind: z.enum(organisationKinds), parent: z.string() })),
  people: z.array(
    z.object({
      ...place,
      name: z.string(),
      unit: z.string(),
      position: z.string(),
      email: z.string(),
      isPartyMember: z.boolean(),
      login: z.string().nullable(),
    }),
  ),
})
export type ImportLines = z.infer<typeof ImportLines>

/** What is kept between preview and confirmation. */
export const ImportDraft = ImportLines.extend({
  /** The first cell that is wrong by itself, in words: then nothing of the file is written. */
  fault: z.string().nullable(),
})
export type ImportDraft = z.infer<typeof ImportDraft>
export type OrganisationLine = ImportLines['organisations'][number]
export type PersonLine = ImportLines['people'][number]

/** The lines of the sheets, and what is wrong with single cells. */
export function readLines(sheets: ImportSheets): { readonly lines: ImportLines; readonly faults: RefusedPlace[] } {
  const faults: RefusedPlace[] = []
  const organisations = sheets.organisations.map((row) => {
    const name = checked(row, 'organisation', OrganisationName, faults)
    const { values, sheet, cells } = row
    return {
      sheet,
      row: row.row,
      cells: { ...cells },
      name,
      kind: kindOf(row, name, faults),
      parent: values.parent ?? '',
    }
  })
  const people = sheets.people.map((row) => {
    const { values, sheet, cells } = row
    return {
      sheet,
      row: row.row,
      cells: { ...cells },
      name: checked(row, 'name', PersonName, faults).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''),
      unit: values.unit ?? '',
      position: checked(row, 'position', Position, faults),
      email: checked(row, 'email', Email, faults),
      isPartyMember: isMember(row, faults),
      login: values.login === undefined ? null : checked(row, 'login', Login, faults),
    }
  })
  return { lines: { organisations, people }, faults }
}

function checked(row: SheetRow, field: ImportField, schema: z.ZodType<string>, faults: RefusedPlace[]): string {
  const value = row.values[field] ?? ''
  const result = schema.safeParse(value)
  if (result.success) return result.data
  faults.push(
    faultAt(row, field, `${result.error.issues[0]?.message ?? '内容不对'}${value === '' ? '，这里是空的' : ''}`),
  )
  return value
}

const YES = new Set(['是', '党员', '中共党员', '中共预备党员', '预备党员', '√', '✓', 'y', 'yes', '1'])
const NO = new Set([
  '',
  '否',
  '群众',
  '非党员',
  '共青团员',
  '团员',
  '民主党派',
  '无党派',
  '无党派人士',
  '×',
  'n',
  'no',
  '0',
])

function isMember(row: SheetRow, faults: RefusedPlace[]): boolean {
  const value = (row.values.member ?? '').normalize('NFKC').toLowerCase()
  // A list without the column is a list of members: that is what offices keep.
  if (row.cells.member === undefined || YES.has(value)) return true
  if (!NO.has(value))
    faults.push(faultAt(row, 'member', `“${row.values.member ?? ''}”看不出是不是党员，请写“是”或“否”`))
  return false
}

function kindOf(row: SheetRow, name: string, faults: RefusedPlace[]): OrganisationKind {
  const given = row.values.kind
  if (given === undefined) return unitKindNamed(name)
  const known = organisationKinds.find((kind) => organisationKindNames[kind] === given)
  if (known) return known
  const names = Object.values(organisationKindNames).join('、')
  faults.push(faultAt(row, 'kind', `没有“${given}”这个类别，可以写：${names}`))
  return 'unit'
}
