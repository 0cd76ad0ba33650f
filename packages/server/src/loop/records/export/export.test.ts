import { endpoints } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'
import { givePost, someRecord, talkOf, type Written } from '../../../testing/records.ts'

let office: Office
let branch: Office['city']
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  organiser = await office.employ(office.water, 'organiser')
  const people = await Promise.all([0, 1, 2, 3].map(() => office.register(branch, 'member')))
  const ids = people.map(({ personId }) => personId)
  for (const personId of ids) await givePost(office, { personId, bodyId: branch.id, role: 'party_member' })
  const [one = '', other = ''] = ids
  const write = (body: Written) =>
    organiser.call(endpoints.createRecord, { params: { organisationId: branch.id }, body })
  const participants = [{ personId: one, kind: 'absent' as const, note: '' }]
  for (const [day, hours] of [
    ['01-05', 1.5],
    ['02-05', 2],
    ['03-05', 0.7],
    ['04-05', 8],
  ] as const)
    await write({ ...someRecord(), onDay: `2026-${day}`, hours, participants: day === '02-05' ? participants : [] })
  await write({ kinds: ['outreach'], onDay: '2026-02-20', numbers: { audience: 30, base: 40 } })
  await write({ kinds: ['outreach'], onDay: '2026-03-20', numbers: { audience: 5 } })
  await write(talkOf(one, other))
})
afterAll(() => office.close())

const params = () => ({ organisationId: branch.id })

async function documentOf(file: Blob, name: string) {
  const document = await read(new Uint8Array(await file.arrayBuffer()), name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

it('the workbook is what the list shows, and each sheet adds up', async () => {
  const query = { from: '2026-01-01', to: '2026-03-31' }
  const file = await organiser.call(endpoints.exportRecords, { params: params(), query })
  const { tables } = await documentOf(file, '履职记录.xlsx')
  const { items } = await organiser.call(endpoints.listRecords, { params: params(), query })
  const figures = await organiser.call(endpoints.readRecordFigures, { params: params(), query })
  expect(tables).toHaveLength(2)
  for (const [at, table] of tables.entries()) {
    const rows = Map.groupBy(table.cells, ({ row }) => row)
    const header = [...rows.values()].find((cells) => cells.some(({ text }) => text === '序号')) ?? []
    const columnOf = (name: string): number | undefined => header.find(({ text }) => text === name)?.column
    const total = [...rows.values()].find((cells) => cells.some(({ text }) => text === '合计')) ?? []
    const body = [...rows.values()].filter((cells) =>
      /^\d+$/.test(cells.find(({ column }) => column === columnOf('序号'))?.text ?? ''),
    )
    expect(body).toHaveLength(at === 0 ? items.length : 3)
    for (const name of ['学时', '应到', '实到', '受众人数', '应覆盖人数']) {
      const column = columnOf(name)
      if (column === undefined) continue
      const of = (cells: typeof total): number => Number(cells.find((cell) => cell.column === column)?.text ?? 0)
      const sum = Math.round(body.reduce((all, cells) => all + of(cells), 0) * 10) / 10
      expect(of(total), `${table.name ?? ''} ${name}`).toBe(sum)
      if (at === 0 && name === '学时') expect(sum).toBe(figures.hours)
      if (at === 0 && name === '实到') expect(sum).toBe(figures.present)
      if (at === 0 && name === '受众人数') expect(sum).toBe(figures.numbers.audience)
    }
  }
})

it('the report on study counts what its rows show', async () => {
  const query = { from: '2026-01-01', to: '2026-03-31' }
  const file = await organiser.call(endpoints.studyReport, { params: params(), query })
  const { text } = await documentOf(file, '学习情况.docx')
  expect(text).toContain('组织学习3次，其中集中学习3次')
  expect(text).toContain('合计4.2学时')
  expect(text).toContain('应到12人次，实到11人次，到会率91.7%')
  expect(text).not.toContain('2026年4月5日')
  const superior = await office.employ(office.city, 'head')
  const above = await documentOf(
    await superior.call(endpoints.studyReport, { params: params(), query }),
    '学习情况.docx',
  )
  expect(above.text).toContain('合计4.2学时')
  expect(above.text).not.toContain('重要讲话')
})
