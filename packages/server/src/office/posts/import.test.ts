import { endpoints, RefusedCall } from '@duizhao/contract'
import { read } from '@duizhao/engine'
import { type Column, writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
let group: Office['city']
let branch: Office['city']
beforeAll(async () => {
  office = await openOffice()
  const admin = await office.employ(office.city, 'system_admin')
  organiser = await office.employ(office.city, 'organiser')
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  branch = await office.addOrganisation(office.water, '机关党支部', 'branch')
  await office.addOrganisation(office.water, '河长制科', 'department')
  await office.addOrganisation(office.education, '办公室', 'department')
  for (const name of ['王建国', '欧阳明', '李卫东', '赵红'])
    await admin.call(endpoints.createPerson, {
      params: { organisationId: office.water.id },
      body: { name, position: '', email: '', isPartyMember: true },
    })
  for (const { id } of [office.water, office.education])
    await admin.call(endpoints.createPerson, {
      params: { organisationId: id },
      body: { name: '陈静', position: '', email: '', isPartyMember: true },
    })
})
afterAll(() => office.close())

const HEADERS = ['姓名', '职务', '分管科室', '所在支部', '任职时间', '单位']

function list(rows: readonly (readonly string[])[], headers: readonly string[] = HEADERS): File {
  const columns: Column[] = headers.map((header) => ({ header, width: 12 }))
  const bytes = writeXlsx([{ name: '班子成员', title: '水务局班子成员情况表', columns, rows }])
  return new File([new Uint8Array(bytes)], '班子成员.xlsx')
}

const preview = (file: File, body = group) =>
  organiser.call(endpoints.previewPostImport, { params: { organisationId: body.id }, file })
const confirm = (importId: string) => organiser.call(endpoints.confirmPostImport, { params: { importId } })
const posts = async (body = group) =>
  (await organiser.call(endpoints.listPosts, { params: { organisationId: body.id } })).items

const team = [
  ['王建国', '党组书记、局长', '主持全面工作', '机关党支部', '2024年3月', ''],
  ['欧阳 明', '党组成员、副局长', '分管办公室、河长制科', '机关党支部', '2024.05.06', '水务局党组'],
  ['李卫东', '派驻纪检监察组组长、党组成员', '', '', '2023年1月至今', ''],
]

describe('a list of posts', () => {
  it('says of each line what it will do, and does it', async () => {
    const { id, faults, remarks, lines, posts: counts } = await preview(list(team))
    expect(faults).toEqual([])
    expect(remarks).toEqual([])
    expect(counts).toEqual({ create: 3, change: 0, none: 0 })
    expect(lines[1]?.what).toBe(
      '登记：欧阳明，水务局党组，党组成员、副局长（副职），2024年5月6日起，分管办公室、河长制科，在机关党支部过组织生活',
    )
    expect(await posts()).toEqual([])
    expect(await confirm(id)).toEqual({ created: 3, changed: 0, unchanged: 0 })
    const kept = await posts()
    expect(kept.map(({ person, role, fromOn }) => [person.name, role, fromOn])).toEqual([
      ['王建国', 'head', '2024-03-01'],
      ['欧阳明', 'deputy', '2024-05-06'],
      ['李卫东', 'discipline', '2023-01-01'],
    ])
    // The office of this bureau, not the one of another.
    expect(kept[1]?.leads.map(({ name }) => name)).toEqual(['办公室', '河长制科'])
    expect(kept[1]?.leads[0]?.id).toBe(office.waterOffice.id)
    expect(kept[0]?.branch?.id).toBe(branch.id)
    await expect(confirm(id)).rejects.toThrow('已经确认过')
  })

  it('changes nothing when it comes again, nor as it is exported', async () => {
    expect((await preview(list(team))).posts).toEqual({ create: 0, change: 0, none: 3 })
    const exported = await organiser.call(endpoints.exportPostList, { params: { organisationId: group.id } })
    const again = await preview(new File([exported], '任职.xlsx'))
    expect(again.columns.map(({ meaning }) => meaning)).not.toContain(null)
    expect(again).toMatchObject({ faults: [], remarks: [], posts: { create: 0, change: 0, none: 3 } })
  })

  it('changes what is written otherwise; a blank cell takes nothing away', async () => {
    const { id, posts: counts } = await preview(list([['欧阳明', '党组副书记、副局长', '', '', '2024年5月6日', '']]))
    expect(counts).toEqual({ create: 0, change: 1, none: 0 })
    await confirm(id)
    const kept = (await posts()).find(({ person }) => person.name === '欧阳明')
    expect(kept).toMatchObject({ caption: '党组副书记、副局长', branch: { name: '机关党支部' } })
    expect(kept?.leads).toHaveLength(2)
  })

  it('of a branch is one of its members and who leads it', async () => {
    const rows = [
      ['王建国', '', '2020年7月1日'],
      ['赵红', '支部书记', '2025年1月'],
    ]
    await confirm((await preview(list(rows, ['姓名', '职务', '任职时间']), branch)).id)
    expect((await posts(branch)).map(({ person, role }) => [person.name, role])).toEqual([
      ['赵红', 'secretary'],
      ['王建国', 'party_member'],
    ])
  })

  it('names every wrong cell, and what it left out; with one wrong cell nothing is written', async () => {
    const wrong = [
      ['王明华', '副局长', '', '', '2024年3月', ''],
      ['赵红', '顾问', '', '', '2024年3月', ''],
      ['赵红', '副局长', '水文科、水利工程建设', '第九支部', '尽快', '没有的党组'],
      ['赵红', '副局长', '水文科、水利工程建设', '第九支部', '', ''],
      ['王建国', '党组书记', '', '', '2025年6月', ''],
      ['赵红', '局长助理、王小红', '', '', '2024年3月', ''],
    ]
    const { id, faults, remarks } = await preview(list(wrong))
    expect(faults.map(({ cell, message }) => `${cell ?? ''} ${message}`)).toEqual([
      'A3 没有找到“王明华”，请先登记人员',
      'B4 “顾问”看不出是哪种职务，请在“职务种类”一列写：主要负责人、副职、班子成员、纪检负责人、列席',
      'E5 “尽快”读不出日期，请写成 2026年3月 或 2026年3月15日',
      'F5 没有这个组织：“没有的党组”，要在“水务局党组”里',
      'D6 没有这个支部：“第九支部”',
      'C6 没有这个组织：“水文科”',
      'E6 请写任职时间，如 2026年3月15日',
      'E7 王建国在“水务局党组”已经任主要负责人：2024年3月1日起；日期不对的，请在“任职”里修改',
      'B8 “局长助理、王小红”看不出是哪种职务，请在“职务种类”一列写：主要负责人、副职、班子成员、纪检负责人、列席',
    ])
    expect(remarks.map(({ message }) => message)).toEqual(['“水利工程建设”不是单位、科室，没有写进分管'])
    const before = await posts()
    await expect(confirm(id)).rejects.toThrow(RefusedCall)
    expect(await posts()).toEqual(before)
  })

  it('with one cell that is wrong by itself is not written either', async () => {
    const { id, faults } = await preview(list([['赵红、李卫东', '副局长', '', '', '2026年3月', '']]))
    expect(faults.map(({ message }) => message)).toEqual(['“赵红、李卫东”是几个人，请一人写一行'])
    await expect(confirm(id)).rejects.toThrow('导入没有写入：A3 “赵红、李卫东”是几个人')
  })

  it('does not guess which of two people of a name is meant, unless one is of the house', async () => {
    const row = ['陈静', '副局长', '', '', '2024年3月', '']
    const near = await preview(list([row]))
    expect(near.faults).toEqual([])
    const whole = await office.addOrganisation(office.city, '市直机关工委', 'working_committee')
    const far = await preview(list([row]), whole)
    expect(far.faults.map(({ message }) => message)).toEqual(['有几个人叫“陈静”，不知道是哪一个'])
  })

  it('has a form that imports nothing by itself and has the columns it asks for', async () => {
    const form = await organiser.call(endpoints.postImportForm, {})
    const { columns, faults, posts: counts } = await preview(new File([form], '表.xlsx'))
    expect(columns.every(({ meaning }) => meaning !== null)).toBe(true)
    expect({ faults, counts }).toEqual({ faults: [], counts: { create: 0, change: 0, none: 0 } })
  })
})

it('the division of work is an official document of those who lead', async () => {
  const file = await organiser.call(endpoints.exportDivisionOfWork, { params: { organisationId: group.id } })
  const document = await read(new Uint8Array(await file.arrayBuffer()), '分工.docx')
  if ('reason' in document) throw new Error('the document cannot be read')
  expect(document.text).toContain('水务局党组班子成员分工')
  const rows = document.tables[0]?.cells.map(({ text }) => text) ?? []
  expect(rows.slice(0, 8)).toEqual([
    '姓名',
    '职务',
    '分管单位、科室',
    '所在支部',
    '王建国',
    '党组书记、局长',
    '',
    '机关党支部',
  ])
})
