import { createHash } from 'node:crypto'
import { endpoints, type Role } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerStaff, staffOf, struckOff } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  for (let times = 0; times < 3; times++) await struckOff(staff, office.water)
})
afterAll(() => office.close())

const draw = (by: Employee, size: number, place = office.water) =>
  by.call(endpoints.drawLookBackSample, { params: { organisationId: place.id }, body: { size } })
const read = (by: Employee, sampleId: string) => by.call(endpoints.readLookBackSample, { params: { sampleId } })
const list = async (by: Employee, place = office.water) =>
  (await by.call(endpoints.listLookBackSamples, { params: { organisationId: place.id }, query: {} })).items

describe('a sample drawn to look back at', () => {
  it('is kept: who drew it, when, how, from how many, and which; a problem proved since is still in it', async () => {
    const sample = await draw(staff.reviewer, 2)
    expect(sample).toMatchObject({ size: 2, base: 3, drawn: 2, isSame: true, unseen: 0 })
    expect(sample.by).toBe(staff.reviewer.session.person.name)
    const [first] = sample.problems
    await staff.reviewer.call(endpoints.lookBack, {
      params: { problemId: first?.id ?? '' },
      body: { isEffective: false, found: '又缺了三次记录' },
    })
    const again = await read(staff.organiser, sample.id)
    expect(again.problems.map(({ id, state }) => [id, state])).toEqual(
      sample.problems.map(({ id, state }) => [id, id === first?.id ? 'relapsed' : state]),
    )
    expect([again.seed, again.isSame, again.base]).toEqual([sample.seed, true, 3])
    expect((await draw(staff.reviewer, 2)).base).toBe(2)
  })

  it('may be drawn again by anybody from what is kept: in the order of the digests of id and seed', async () => {
    const { seed, problems, base } = await draw(staff.reviewer, 100)
    expect(problems).toHaveLength(base)
    const lot = (id: string) => createHash('sha256').update(`${id}${seed}`).digest('hex')
    const ids = problems.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1)))
  })

  it('tells if what is kept was changed since', async () => {
    const { id, problems } = await draw(staff.reviewer, 1)
    const others = (await draw(staff.reviewer, 100)).problems.filter((each) => each.id !== problems[0]?.id)
    const drawn_ids = others.slice(0, 1).map((each) => each.id)
    await office.pool.db.updateTable('look_back_sample').set({ drawn_ids }).where('id', '=', id).execute()
    expect((await read(staff.reviewer, id)).isSame).toBe(false)
  })

  it('is listed with the others of the organisation and below, the last first', async () => {
    const { id } = await draw(staff.reviewer, 1)
    expect((await list(staff.reviewer, office.city))[0]).toMatchObject({
      id,
      organisation: { name: office.water.name },
    })
    expect((await list(staff.organiser)).map((each) => each.id)).toContain(id)
  })
})

describe('a sample is not there', () => {
  it.each<Role>(['head', 'handler', 'member', 'system_admin'])('for a %s', async (role) => {
    const { id } = await draw(staff.reviewer, 1)
    const by = await office.employ(office.water, role)
    await expect(read(by, id)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    await expect(list(by)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  })

  it('for who looks back elsewhere only', async () => {
    const { id } = await draw(staff.reviewer, 1)
    const other = await office.employ(office.education, 'organiser')
    await expect(read(other, id)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})
