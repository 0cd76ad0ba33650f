import { PersonName, PostCaption, PostRole, postRoleNames, postRoles, type RefusedPlace } from '@duizhao/contract'
import { lastDayIn, namesInCell, termIn, unitsLedIn, writtenIn } from '@duizhao/engine/wording'
import { z } from 'zod'
import { faultAt, placeInWords, type SheetRow } from '../../platform/list-sheets.ts'
import type { PostField } from './post-columns.ts'

/** What a list of posts says, each line read by itself; kept between preview and confirmation. */
export const PostLines = z.object({
  /** The first cell that is wrong by itself, in words: with one, nothing is written. */
  fault: z.string().nullable(),
  posts: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      cells: z.record(z.string(), z.string()),
      name: z.string(),
      caption: z.string(),
      role: PostRole.nullable(),
      leads: z.array(z.string()),
      branch: z.string(),
      fromOn: z.string().nullable(),
      toOn: z.string().nullable(),
      body: z.string(),
    }),
  ),
})
export type PostLines = z.infer<typeof PostLines>
export type PostLine = PostLines['posts'][number]
type Row = SheetRow<PostField>

/** The lines of the rows, and what is wrong with single cells. */
export function readPostLines(rows: readonly Row[]): { readonly lines: PostLines; readonly faults: RefusedPlace[] } {
  const faults: RefusedPlace[] = []
  const posts = rows.map((row) => {
    const { sheet, cells, values } = row
    return {
      ...{ sheet, row: row.row, cells: { ...cells } },
      name: nameIn(row, faults),
      caption: checked(row, 'caption', PostCaption, faults),
      role: roleIn(row, faults),
      leads: unitsLedIn(values.leads ?? ''),
      branch: writtenIn(values.branch ?? ''),
      ...daysIn(row, faults),
      body: writtenIn(values.body ?? ''),
    }
  })
  const [first] = faults
  return { lines: { posts, fault: first ? placeInWords(first) : null }, faults }
}

/** 欧阳 明 is 欧阳明; two people are two lines. */
function nameIn(row: Row, faults: RefusedPlace[]): string {
  const cell = row.values.name ?? ''
  const people = namesInCell(cell).filter(({ kind }) => kind === 'person')
  if (people.length > 1) faults.push(faultAt(row, 'name', `“${cell}”是几个人，请一人写一行`))
  return people[0]?.name ?? checked(row, 'name', PersonName, faults)
}

function checked(row: Row, field: PostField, schema: z.ZodType<string>, faults: RefusedPlace[]): string {
  const value = row.values[field] ?? ''
  const result = schema.safeParse(writtenIn(value))
  if (result.success) return result.data
  const message = result.error.issues[0]?.message ?? '内容不对'
  faults.push(faultAt(row, field, value === '' ? `${message}，这里是空的` : message))
  return value
}

function roleIn(row: Row, faults: RefusedPlace[]): PostRole | null {
  const given = writtenIn(row.values.role ?? '')
  if (given === '') return null
  const role = postRoles.find((one) => postRoleNames[one] === given)
  if (role === undefined)
    faults.push(faultAt(row, 'role', `没有“${given}”这种职务，可以写：${Object.values(postRoleNames).join('、')}`))
  return role ?? null
}

function daysIn(row: Row, faults: RefusedPlace[]): Pick<PostLine, 'fromOn' | 'toOn'> {
  const { term = '', until = '' } = row.values
  const [read, end] = [termIn(term), termIn(until)]
  if (read === null) faults.push(faultAt(row, 'term', `“${term}”读不出日期，请写成 2026年3月 或 2026年3月15日`))
  if (end === null) faults.push(faultAt(row, 'until', `“${until}”读不出日期，请写成 2026年3月15日；现任的不写`))
  const days = { fromOn: read?.from ?? null, toOn: lastDayIn(until) ?? read?.to ?? null }
  if (days.fromOn !== null && days.toOn !== null && days.toOn < days.fromOn)
    faults.push(faultAt(row, until === '' ? 'term' : 'until', '免职的日期早于任职的日期'))
  return days
}
