import { endpoints } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  const admin = await office.employ(office.city, 'system_admin')
  organiser = await office.employ(office.city, 'organiser')
  for (const name of ['王建国', '李卫东'])
    await admin.call(endpoints.createPerson, {
      params: { organisationId: office.water.id },
      body: { name, position: '', email: '', isPartyMember: true },
    })
})
afterAll(() => office.close())

async function imported(rows: readonly (readonly string[])[]): Promise<string> {
  const columns = ['姓名', '职务', '任职时间'].map((header) => ({ header, width: 12 }))
  const file = new File([new Uint8Array(writeXlsx([{ name: '任职', columns, rows }]))], '班子.xlsx')
  const params = { organisationId: office.water.id }
  const { id, faults } = await organiser.call(endpoints.previewPostImport, { params, file })
  expect(faults).toEqual([])
  await organiser.call(endpoints.confirmPostImport, { params: { importId: id } })
  return id
}
const withdraw = (importId: string) =>
  organiser.call(endpoints.withdrawPostImport, { params: { importId }, body: { reason: '导错了' } })
const posts = async () =>
  (await organiser.call(endpoints.listPosts, { params: { organisationId: office.water.id } })).items

it('takes a list of posts back: what it registered goes, what it changed is as it was', async () => {
  const first = await imported([['王建国', '局长', '2024年3月']])
  const second = await imported([
    ['王建国', '党组书记、局长', '2024年3月'],
    ['李卫东', '副局长', '2025年1月'],
  ])
  expect((await posts()).map(({ caption }) => caption)).toEqual(['党组书记、局长', '副局长'])
  expect(await withdraw(second)).toEqual({ removed: 1, restored: 1 })
  expect((await posts()).map(({ person, caption }) => [person.name, caption])).toEqual([['王建国', '局长']])
  await expect(withdraw(second)).rejects.toThrow('已经撤销过')
  // What the first registered has been written since, if only back and forth: it is not taken away unseen.
  await expect(withdraw(first)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
  const list = await organiser.call(endpoints.listPostImports, { params: { organisationId: office.city.id } })
  expect(list.items.map(({ created, changed, withdrawn }) => [created, changed, withdrawn?.reason])).toEqual([
    [1, 1, '导错了'],
    [1, 0, undefined],
  ])
})

it('takes nothing back, naming it, where a post was changed since', async () => {
  const id = await imported([['李卫东', '副局长', '2025年6月']])
  const post = (await posts()).find(({ person }) => person.name === '李卫东')
  if (post === undefined) throw new Error('not there')
  await organiser.call(endpoints.endPost, {
    params: { postId: post.id },
    body: { toOn: '2026-06-30', version: post.version },
  })
  await expect(withdraw(id)).rejects.toMatchObject({
    refusal: { places: [{ message: expect.stringContaining('后来又改过') }] },
  })
  const held = await organiser.call(endpoints.listPostsOfPerson, { params: { personId: post.person.id } })
  expect(held.items.map(({ toOn }) => toOn)).toEqual(['2026-06-30'])
})
