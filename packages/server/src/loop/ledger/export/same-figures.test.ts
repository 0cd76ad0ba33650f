import { endpoints, type Problem } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dateInChina } from '../../../platform/calendar/index.ts'
import { assigned, type LedgerStaff, register, someProblem, staffOf, struckOff } from '../../../testing/ledger.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../../testing/office.ts'
import { signInAs } from '../../../testing/client.ts'
import { markAllOverdue } from '../mark-overdue.ts'

const DAY = 86_400_000
let office: Office
let staff: LedgerStaff
let chief: Employee
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  chief = await office.employ(office.city, 'organiser')
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})

async function documentOf(file: Blob, name: string) {
  const document = await read(new Uint8Array(await file.arrayBuffer()), name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

const params = () => ({ organisationId: office.city.id })

/** All, done, sustained, going and overdue as the Word says them in its first sentences. */
async function figuresOfWord(asOf?: string): Promise<readonly number[]> {
  const query = asOf === undefined ? {} : { asOf }
  const { text, tables } = await documentOf(
    await chief.call(endpoints.ledgerSummary, { params: params(), query }),
    '报告.docx',
  )
  const said = /共有问题(\d+)个.*?已完成(\d+)个，长期坚持(\d+)个，正在推进(\d+)个/s.exec(text)
  const overdue = /超过时限的(\d+)个/.exec(text)?.[1] ?? '0'
  const figures = [...(said ?? []).slice(1), overdue].map(Number)
  // The last row of its first table says the same once more.
  const { cells = [], rowCount = 0 } = tables[0] ?? {}
  const total = cells.filter(({ row }) => row === rowCount - 1).map(({ text: words }) => words)
  expect(total.slice(1, 6).map(Number)).toEqual(figures)
  return figures
}

async function figuresOfPage(asOf?: string): Promise<readonly number[]> {
  const query = asOf === undefined ? {} : { asOf }
  const { total } = await chief.call(endpoints.readLedgerStatistics, { params: params(), query })
  const { done, sustained, going, overdue } = total
  return [done + sustained + going, done, sustained, going, overdue]
}

const standings = ['done', 'sustained', 'going', 'overdue'] as const

/** The same of what the list holds, of what it says it holds, and of what leaves as Excel. */
async function figuresOfList(): Promise<{ readonly [way: string]: readonly number[] }> {
  const rows: Record<string, readonly Problem[]> = {}
  const counted: number[] = []
  const exported: number[] = []
  for (const standing of ['all', ...standings] as const) {
    const given = { organisationId: office.city.id, standing }
    rows[standing] = (await chief.call(endpoints.listProblems, { query: { ...given, limit: 200 } })).items
    counted.push((await chief.call(endpoints.countProblems, { query: given })).all)
    const file = await chief.call(endpoints.exportLedger, { params: params(), query: { standing } })
    const { tables } = await documentOf(file, '台账.xlsx')
    const list = tables.find(({ name }) => name === '问题清单')
    exported.push(new Set(list?.cells.filter(({ column, row }) => column === 4 && row > 2).map(({ row }) => row)).size)
  }
  return { listed: Object.values(rows).map(({ length }) => length), counted, exported }
}

it('page, list, Excel and Word say the same of today, and of a day gone by what they said on it', async () => {
  for (const dueOn of ['2020-01-10', '2099-01-31'])
    await register(staff.organiser, office.water, someProblem('audit', dueOn))
  await register(chief, office.education, { ...someProblem('meeting', null), class: 'sustained' as 'dated' })
  await struckOff(staff, office.water)
  await assigned(staff, office.water)
  await markAllOverdue(office.pool.db, new Date())
  const then = dateInChina(new Date())
  const before = await figuresOfPage()
  expect(before).toEqual([5, 1, 1, 3, 1])
  expect(await figuresOfWord()).toEqual(before)
  expect(await figuresOfList()).toEqual({ listed: before, counted: before, exported: before })

  vi.setSystemTime(Date.now() + DAY)
  await office.pool.db.updateTable('account').set({ password_changed_at: new Date() }).execute()
  chief = { ...(await signInAs(office.app, chief.login, PASSWORD)), login: chief.login }
  await register(chief, office.water, someProblem('hazard', '2020-03-31'))
  await register(chief, office.education, someProblem('hazard'))
  await markAllOverdue(office.pool.db, new Date())
  const after = await figuresOfPage()
  expect(after).toEqual([7, 1, 1, 5, 2])
  expect(await figuresOfWord()).toEqual(after)
  expect(await figuresOfList()).toEqual({ listed: after, counted: after, exported: after })
  expect(await figuresOfPage(then)).toEqual(before)
  expect(await figuresOfWord(then)).toEqual(before)
  const { items } = await chief.call(endpoints.listProblemsAsOf, {
    params: params(),
    query: { asOf: then, limit: 200 },
  })
  expect(items).toHaveLength(before[0] ?? 0)
})
