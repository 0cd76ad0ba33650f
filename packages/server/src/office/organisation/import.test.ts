import { endpoints, RefusedCall } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../../testing/client.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let admin: Employee
beforeAll(async () => {
  office = await openOffice()
  admin = await office.employ(office.city, 'system_admin')
})
afterAll(() => office.close())

const columns = (...headers: string[]) => headers.map((header) => ({ header, width: 12 }))

function workbook(people: readonly (readonly string[])[], organisations: readonly (readonly string[])[] = []): File {
  const bytes = writeXlsx([
    { name: '组织', columns: columns('组织名称', '类别', '上级组织'), rows: organisations },
    { name: '人员', columns: columns('姓名', '所在组织', '职务', '邮箱', '是否党员', '账号'), rows: people },
  ])
  return new File([new Uint8Array(bytes)], '人员.xlsx')
}

const upload = (file: File) => admin.call(endpoints.previewImport, { params: { organisationId: office.city.id }, file })
const confirm = (importId: string) => admin.call(endpoints.confirmImport, { params: { importId } })

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const five = (at: number) =>
  `${SURNAMES[at % 20]}${'明华强芳军'.charAt(Math.floor(at / 20) % 5)}${'一二三四五'.charAt(Math.floor(at / 100))}`

describe('importing 500 people', () => {
  const rows = Array.from({ length: 500 }, (_, at) => [
    five(at),
    at % 2 === 0 ? '临江市水务局/办公室' : '河长制科',
    '干部',
    '',
    '是',
    `p${at}`,
  ])
  const organisations = [['河长制科', '科室', '临江市水务局']]

  it('names three wrong cells and writes nothing', async () => {
    const wrong = rows.map((row) => [...row])
    wrong[10]?.splice(1, 1, '没有的科')
    wrong[200]?.splice(3, 1, '不是邮箱')
    wrong[499]?.splice(5, 1, 'p0')
    const preview = await upload(workbook(wrong, organisations))
    expect(preview.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['B12', '没有这个组织：“没有的科”'],
      ['D202', '邮箱写法不对'],
      ['F501', '账号与第 2 行相同'],
    ])
    await expect(confirm(preview.id)).rejects.toThrow(RefusedCall)
    const people = await admin.call(endpoints.listPeople, { params: { organisationId: office.waterOffice.id } })
    expect(people.items).toEqual([])
  })

  it('writes nothing either when only a cell by itself is wrong', async () => {
    const wrong = rows.map((row) => [...row])
    wrong[200]?.splice(3, 1, '不是邮箱')
    const preview = await upload(workbook(wrong, organisations))
    expect(preview.faults.map(({ cell }) => cell)).toEqual(['D202'])
    await expect(confirm(preview.id)).rejects.toMatchObject({
      refusal: { code: 'conflict', title: expect.stringContaining('D202') },
    })
  })

  it('writes all of it when every cell is right, and each can sign in', async () => {
    const preview = await upload(workbook(rows, organisations))
    expect(preview).toMatchObject({
      faults: [],
      organisations: { create: 1 },
      people: { create: 500, change: 0, none: 0 },
      accounts: 500,
    })
    const result = await confirm(preview.id)
    expect(result).toMatchObject({ organisations: 1, people: 500 })
    const [first] = result.accounts
    const { session } = await signInAs(office.app, first?.login ?? '', first?.password ?? '')
    expect(session).toMatchObject({ mustChangePassword: true, organisation: { name: '办公室' } })
    await expect(confirm(preview.id)).rejects.toThrow('已经确认过')
  })

  it('changes instead of doubling when it comes again', async () => {
    const again = rows.map((row) => [...row])
    again[3]?.splice(2, 1, '副科长')
    const preview = await upload(workbook(again, organisations))
    expect(preview).toMatchObject({
      faults: [],
      organisations: { create: 0, none: 1 },
      people: { create: 0, change: 1, none: 499 },
      accounts: 0,
    })
    await confirm(preview.id)
    const { items } = await admin.call(endpoints.listPeople, {
      params: { organisationId: office.water.id },
      query: { below: true, text: '副科长' },
    })
    expect(items).toHaveLength(1)
  })
})

it('asks which organisation is meant when two have the name', async () => {
  await office.addOrganisation(office.education, '办公室', 'department')
  const preview = await upload(workbook([['周一鸣', '办公室', '', '', '', '']]))
  expect(preview.faults.map(({ message }) => message)).toEqual(['有几个组织都叫这个名称，请写成“上级/名称”：“办公室”'])
  expect((await upload(workbook([['周一鸣', '临江市教育局/办公室', '', '', '', '']]))).faults).toEqual([])
})

it('says what is missing in a workbook without a header, and in a file that is none', async () => {
  const plain = writeXlsx([{ name: '表', columns: columns('甲', '乙'), rows: [['一', '二']] }])
  const preview = await upload(new File([new Uint8Array(plain)], '别的.xlsx'))
  expect(preview.faults[0]?.message).toContain('没有找到写着“姓名”或“组织名称”的表头')
  await expect(upload(new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])], '坏的.xlsx'))).rejects.toThrow(RefusedCall)
})

it('gives a form that imports nothing by itself and has the columns it asks for', async () => {
  const form = await admin.call(endpoints.importForm, {})
  const preview = await upload(new File([form], '表.xlsx'))
  expect(preview.columns.every(({ meaning }) => meaning !== null)).toBe(true)
  expect(preview).toMatchObject({ faults: [], people: { create: 0 } })
})
