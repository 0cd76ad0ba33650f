import { endpoints, type Inspection, type Role } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register, someProblem } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
})
afterAll(() => office.close())

const fields = { name: '市委第三轮巡察', edition: 'patrol' as const, fedBackOn: '2026-01-31' }
const registered = (by = organiser, place = office.water): Promise<Inspection> =>
  by.call(endpoints.registerInspection, { params: { organisationId: place.id }, body: fields })
const about = ({ id }: Pick<Inspection, 'id'>) => ({ params: { inspectionId: id } })
const read = (by: Employee, { id }: Inspection, place = office.water) =>
  by.call(endpoints.readInspection, { params: { organisationId: place.id, inspectionId: id } })
const correct = (by: Employee, inspection: Inspection, body = {}) =>
  by.call(endpoints.correctInspection, {
    ...about(inspection),
    body: { ...fields, version: inspection.version, ...body },
  })
const remove = (by: Employee, inspection: Inspection) => by.call(endpoints.removeInspection, about(inspection))
const upwards = (a: number, b: number): number => a - b
const refused = (code: string) => ({ refusal: { code } })

async function withProblem(inspection: Inspection) {
  const body = { ...someProblem('inspection'), inspectionId: inspection.id }
  return organiser.call(endpoints.registerProblem, { params: { organisationId: office.water.id }, body })
}

describe('an inspection', () => {
  it('is corrected, and when plan and report are due follows', async () => {
    const inspection = await registered()
    expect([inspection.planOn, inspection.reportOn]).toEqual(['2026-02-28', '2026-04-30'])
    const body = { name: '省委巡视', edition: 'regulation_2017' as const, fedBackOn: '2026-01-05' }
    const after = await correct(organiser, inspection, body)
    expect(after).toMatchObject({ ...body, planOn: null, reportOn: '2026-03-05', version: inspection.version + 1 })
    expect(await read(organiser, inspection)).toEqual(after)
  })

  it('is not corrected over what somebody else has just written', async () => {
    const inspection = await registered()
    await correct(organiser, inspection, { name: '市委第四轮巡察' })
    await expect(correct(organiser, inspection, { name: '市委第五轮巡察' })).rejects.toMatchObject(refused('conflict'))
    expect((await read(organiser, inspection)).name).toBe('市委第四轮巡察')
  })

  it('is removed while no problem came of it, and is gone then', async () => {
    const inspection = await registered()
    await remove(organiser, inspection)
    await expect(read(organiser, inspection)).rejects.toMatchObject(refused('not_found'))
  })

  it('stays once a problem came of it, even one that was taken back; it leads to just those', async () => {
    const inspection = await registered()
    const [first, second] = [await withProblem(inspection), await withProblem(inspection)]
    await register(organiser, office.water)
    const query = { inspectionId: inspection.id, standing: 'all' as const }
    const numbers = async () =>
      (await organiser.call(endpoints.listProblems, { query })).items.map(({ number }) => number).toSorted(upwards)
    expect(await numbers()).toEqual([first.number, second.number])
    expect((await organiser.call(endpoints.countProblems, { query })).all).toBe(2)
    for (const { id: problemId } of [first, second])
      await organiser.call(endpoints.withdrawProblem, { params: { problemId }, body: { reason: '登记错了' } })
    expect(await numbers()).toEqual([])
    await expect(remove(organiser, inspection)).rejects.toThrow('有 2 个问题（连同撤回的），不能删除')
  })
})

describe('who', () => {
  it('reads it: of its organisation, and of one below as what was told from above; nobody else', async () => {
    const inspection = await registered()
    const below = await office.employ(office.waterOffice, 'handler')
    expect((await read(below, inspection, office.waterOffice)).id).toBe(inspection.id)
    expect((await read(await office.employ(office.city, 'handler'), inspection)).id).toBe(inspection.id)
    await expect(read(await office.employ(office.city, 'handler'), inspection, office.city)).rejects.toMatchObject(
      refused('not_found'),
    )
    const other = await office.employ(office.education, 'organiser')
    for (const place of [office.water, office.education])
      await expect(read(other, inspection, place)).rejects.toMatchObject(refused('not_found'))
  })

  it.each<Role>(['head', 'team_member', 'handler', 'member', 'system_admin', 'audit_admin'])(
    'neither corrects nor removes it: a %s',
    async (role) => {
      const inspection = await registered()
      const by = await office.employ(office.water, role)
      await expect(correct(by, inspection)).rejects.toMatchObject(refused('forbidden'))
      await expect(remove(by, inspection)).rejects.toMatchObject(refused('forbidden'))
    },
  )

  it('organises one below only does not touch what is registered above; elsewhere it is not there', async () => {
    const inspection = await registered()
    const below = await office.employ(office.waterOffice, 'organiser')
    const other = await office.employ(office.education, 'organiser')
    for (const by of [below, other]) {
      await expect(correct(by, inspection)).rejects.toMatchObject(refused('not_found'))
      await expect(remove(by, inspection)).rejects.toMatchObject(refused('not_found'))
    }
  })
})
