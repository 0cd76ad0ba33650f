import { endpoints, type GivenCall, monthsAfter } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedRules, keptInstitution, type PaperAsInstitution } from '../../testing/institutions.ts'
import { someProblem } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { someRecord } from '../../testing/records.ts'
import { today } from '../../testing/scene.ts'

let office: Office
let organiser: Employee
let head: Employee
let keeper: Employee
let school: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  head = await office.employ(office.water, 'head')
  keeper = await office.employ(office.water, 'handler')
  school = await office.employ(office.education, 'organiser')
})
afterAll(() => office.close())

const refused = (code: string) => ({ refusal: { code } })
const rules = () => approvedRules(keeper, head, office.water.id)
type Fields = Partial<GivenCall<typeof endpoints.keepInstitution>['body']>

async function institution(fields: Fields = {}, paperId?: string): Promise<PaperAsInstitution & { paperId: string }> {
  const id = paperId ?? (await rules())
  const told = await keptInstitution(organiser, id, { responsibleId: keeper.session.person.id, ...fields })
  return { ...told, paperId: id }
}

const listed = async (query: object = {}, by = organiser, place: { readonly id: string } = office.water) => {
  const { items } = await by.call(endpoints.listInstitutions, { params: { organisationId: place.id }, query })
  return items.map(({ paperId }) => paperId)
}
const look = (by: Employee, paperId: string, body: Partial<GivenCall<typeof endpoints.lookIntoInstitution>['body']>) =>
  by.call(endpoints.lookIntoInstitution, {
    params: { paperId },
    body: { on: today(), result: 'kept', text: '抽查 12 张单据，都经两人审批', ...body },
  })

describe('an institution', () => {
  it('is a paper that was approved, of the kind that sets rules; nothing else, and by who keeps them', async () => {
    const file = new File(['关于检查情况的报告\n\n检查了 3 个科室。\n'], '报告.txt')
    const params = { organisationId: office.water.id }
    const { paper } = await organiser.call(endpoints.createPaper, { params, query: { kind: 'rules' }, file })
    await expect(institution({}, paper.id)).rejects.toMatchObject(refused('invalid'))
    const paperId = await rules()
    const fields = { responsibleId: keeper.session.person.id }
    await expect(keptInstitution(keeper, paperId, fields)).rejects.toMatchObject(refused('forbidden'))
    await expect(keptInstitution(school, paperId, fields)).rejects.toMatchObject(refused('not_found'))
    const { institution: kept, mayLook } = await institution({}, paperId)
    expect(kept).toMatchObject({ change: 'made', state: 'in_force', version: 1, organisation: { id: office.water.id } })
    expect(mayLook).toBe(true)
    await expect(institution({}, paperId)).rejects.toMatchObject(refused('conflict'))
    const corrected = await institution({ change: 'revised', version: 1 }, paperId)
    expect(corrected.institution).toMatchObject({ change: 'revised', version: 2 })
    await organiser.call(endpoints.removeInstitution, { params: { paperId } })
    expect(await listed({ only: 'all' })).not.toContain(paperId)
  })

  it('is in force from its day until another takes its place or it is repealed, as of any day', async () => {
    const old = await institution({ effectiveOn: '2025-03-01' })
    const next = await institution({ effectiveOn: '2025-09-01', change: 'revised', replacesId: old.paperId })
    expect(await listed({ on: '2025-02-28' })).not.toContain(old.paperId)
    expect(await listed({ on: '2025-08-31' })).toContain(old.paperId)
    const then = await listed({ on: '2025-09-01' })
    expect([then.includes(old.paperId), then.includes(next.paperId)]).toEqual([false, true])
    const read = await keeper.call(endpoints.readInstitution, { params: { paperId: old.paperId } })
    expect(read.institution).toMatchObject({ state: 'replaced', replacedBy: { id: next.paperId }, lookDueOn: null })
    // Two take the place of none, nothing of what came later, nothing of itself.
    const third = await rules()
    for (const replacesId of [old.paperId, third])
      await expect(institution({ replacesId, effectiveOn: '2026-02-01' }, third)).rejects.toMatchObject(
        refused('invalid'),
      )
    const early = { replacesId: next.paperId, effectiveOn: '2025-09-01' }
    await expect(institution(early, third)).rejects.toMatchObject(refused('invalid'))
    await expect(institution({ effectiveOn: '2025-09-01', version: 1 }, old.paperId)).rejects.toMatchObject(
      refused('invalid'),
    )

    const repeal = (repealed: { on: string; reason: string } | null) =>
      organiser.call(endpoints.repealInstitution, { params: { paperId: next.paperId }, body: { repealed } })
    await expect(repeal({ on: '2025-08-01', reason: '不再适用' })).rejects.toMatchObject(refused('invalid'))
    const gone = await repeal({ on: '2026-04-01', reason: '市委办〔2026〕9号' })
    expect(gone.institution).toMatchObject({ state: 'repealed', lookDueOn: null })
    expect(await listed({ on: '2026-03-31' })).toContain(next.paperId)
    expect(await listed({ on: '2026-04-01' })).not.toContain(next.paperId)
    expect(await listed({ only: 'repealed' })).toContain(next.paperId)
    await expect(
      organiser.call(endpoints.removeInstitution, { params: { paperId: old.paperId } }),
    ).rejects.toMatchObject(refused('conflict'))
    expect((await repeal(null)).institution).toMatchObject({ state: 'in_force', repealReason: '' })
  })

  it('is none any more once its paper is void, and what it took the place of is in force again', async () => {
    const old = await institution({ effectiveOn: '2025-03-01' })
    const next = await institution({ effectiveOn: '2025-09-01', replacesId: old.paperId })
    await head.call(endpoints.voidPaper, { params: { paperId: next.paperId }, body: { reason: '发错了' } })
    const now = await listed({})
    expect([now.includes(old.paperId), now.includes(next.paperId)]).toEqual([true, false])
  })

  it('takes along no more than its own body’s; a superior sees them with those below', async () => {
    const { paperId } = await institution()
    const city = await office.employ(office.city, 'organiser')
    expect(await listed({ below: true, limit: 200 }, city, office.city)).toContain(paperId)
    expect(await listed({}, city, office.city)).not.toContain(paperId)
    await expect(listed({}, school)).rejects.toMatchObject(refused('not_found'))
    const theirs = await approvedRules(school, await office.employ(office.education, 'head'), office.education.id)
    await expect(institution({ replacesId: theirs, effectiveOn: '2026-05-01' })).rejects.toMatchObject(
      refused('invalid'),
    )
  })
})

describe('whether it is carried out', () => {
  it('is due six months after it is in force and known, again until it is, and is on the day of who is responsible', async () => {
    const { paperId, institution: kept } = await institution()
    expect(kept?.lookDueOn).toBe(monthsAfter(today(), 6))
    const ago = daysAfter(today(), -200)
    await office.pool.db
      .updateTable('institution')
      .set({ registered_on: ago, effective_on: ago })
      .where('paper_id', '=', paperId)
      .execute()
    const tasks = async (by: Employee) =>
      (await by.call(endpoints.readHome, {})).tasks.filter(({ link }) => link === `/papers/${paperId}`)
    expect((await tasks(keeper)).map(({ dueOn }) => dueOn)).toEqual([monthsAfter(ago, 6)])
    expect(await listed({ only: 'late' })).toContain(paperId)
    expect((await tasks(organiser)).length).toBe(monthsAfter(ago, 6) <= daysAfter(today(), -14) ? 1 : 0)

    await expect(look(school, paperId, {})).rejects.toMatchObject(refused('not_found'))
    const other = await office.employ(office.water, 'handler')
    await expect(look(other, paperId, {})).rejects.toMatchObject(refused('forbidden'))
    await expect(look(keeper, paperId, { on: daysAfter(today(), 1) })).rejects.toMatchObject(refused('invalid'))
    await expect(look(keeper, paperId, { on: daysAfter(ago, -1) })).rejects.toMatchObject(refused('invalid'))
    await expect(look(keeper, paperId, { text: '' })).rejects.toMatchObject(refused('invalid'))
    const partly = await look(keeper, paperId, { result: 'partly' })
    expect(partly.institution).toMatchObject({
      looked: { on: today(), result: 'partly' },
      lookDueOn: monthsAfter(today(), 6),
    })
    expect(await tasks(keeper)).toEqual([])
    const params = { organisationId: office.water.id }
    const { id: recordId } = await organiser.call(endpoints.createRecord, { params, body: someRecord() })
    const done = await look(organiser, paperId, { text: '', recordId })
    expect(done.institution?.lookDueOn).toBeNull()
    expect(done.looks.map(({ result, record, by }) => [result, record?.id, by])).toEqual([
      ['kept', recordId, organiser.session.person.name],
      ['partly', undefined, keeper.session.person.name],
    ])
    expect(await listed({ only: 'late' })).not.toContain(paperId)
    await expect(organiser.call(endpoints.removeInstitution, { params: { paperId } })).rejects.toMatchObject(
      refused('conflict'),
    )
    const { groups } = await keeper.call(endpoints.readOwnRecord, {})
    expect(groups.find(({ name }) => name.includes('制度'))?.lines.join()).toContain('检查过是否执行')
  })
})

describe('what it came of', () => {
  const problem = (body: object = {}) =>
    organiser.call(endpoints.registerProblem, {
      params: { organisationId: office.water.id },
      body: { ...someProblem('other'), ...body },
    })
  const left = async (by: Employee, problemId: string) =>
    (await by.call(endpoints.listProblemInstitutions, { params: { problemId } })).items

  it('is told at both: the problem with its measure, and the institution; and is taken back', async () => {
    const { id: problemId, version } = await problem()
    const measure = {
      text: '制定单据审批制度',
      responsible: '',
      dueOn: null,
      funding: '',
      contingency: '',
      doneOn: null,
    }
    const { measures } = await organiser.call(endpoints.planMeasures, {
      params: { problemId },
      body: { measures: [{ ...measure, id: null }], version },
    })
    const measureId = measures[0]?.id ?? ''
    const { paperId } = await institution()
    const params = { problemId, paperId }
    await organiser.call(endpoints.linkInstitution, { params, body: { measureId: null } })
    await organiser.call(endpoints.linkInstitution, { params, body: { measureId } })
    expect((await left(keeper, problemId)).map(({ institution: { paperId: id }, measure: of }) => [id, of])).toEqual([
      [paperId, measure.text],
    ])
    const { sources } = await keeper.call(endpoints.readInstitution, { params: { paperId } })
    expect(sources.map(({ problem: { id }, measure: of }) => [id, of])).toEqual([[problemId, measure.text]])
    // A measure that is planned away leaves the institution with the problem.
    const now = await organiser.call(endpoints.readProblem, { params: { problemId } })
    await organiser.call(endpoints.planMeasures, {
      params: { problemId },
      body: { measures: [{ ...measure, text: '每季度抽查', id: null }], version: now.version },
    })
    expect((await left(keeper, problemId)).map(({ measure: of }) => of)).toEqual([null])
    await expect(organiser.call(endpoints.linkInstitution, { params, body: { measureId } })).rejects.toMatchObject(
      refused('invalid'),
    )
    await expect(school.call(endpoints.linkInstitution, { params, body: { measureId: null } })).rejects.toMatchObject(
      refused('not_found'),
    )
    await organiser.call(endpoints.unlinkInstitution, { params })
    expect(await left(keeper, problemId)).toEqual([])
  })

  it('is not told to whom the problem is not: one about a person', async () => {
    const person = await office.employ(office.water, 'team_member')
    const { id: problemId } = await problem({ aboutId: person.session.person.id })
    const { paperId } = await institution()
    await organiser.call(endpoints.linkInstitution, { params: { problemId, paperId }, body: { measureId: null } })
    const sources = async (by: Employee) =>
      (await by.call(endpoints.readInstitution, { params: { paperId } })).sources.map(({ problem: { id } }) => id)
    expect([await sources(organiser), await sources(keeper)]).toEqual([[problemId], []])
    await expect(left(keeper, problemId)).rejects.toMatchObject(refused('not_found'))
  })
})

describe('their figures', () => {
  it('are what a body made, revised and repealed in some days, with the papers; a text that says otherwise is told', async () => {
    const place = await office.addOrganisation(office.city, '临江市机关事务局')
    const by = await office.employ(place, 'organiser')
    const boss = await office.employ(place, 'head')
    const made = async (fields: Fields) => {
      const paperId = await approvedRules(by, boss, place.id)
      await keptInstitution(by, paperId, { responsibleId: by.session.person.id, ...fields })
      return paperId
    }
    const first = await made({ effectiveOn: '2026-02-01' })
    await made({ effectiveOn: '2026-03-01' })
    await made({ effectiveOn: '2026-04-01', change: 'revised', replacesId: first })
    const gone = await made({ effectiveOn: '2024-04-01' })
    const body = { repealed: { on: '2026-05-01', reason: '不再适用' } }
    await by.call(endpoints.repealInstitution, { params: { paperId: gone }, body })
    const days = { from: '2026-01-01', to: '2026-12-31' }
    const params = { organisationId: place.id }
    const { figures } = await by.call(endpoints.listFigures, { params, query: days })
    const value = (figure: string) => figures.find((each) => each.figure === figure)?.value
    expect(['institutionsMade', 'institutionsRevised', 'institutionsRepealed'].map(value)).toEqual([2, 1, 1])
    const { rows } = await by.call(endpoints.readFigure, {
      params: { ...params, figure: 'institutionsRepealed' },
      query: days,
    })
    expect(rows.map(({ id, day }) => [id, day])).toEqual([[gone, '2026-05-01']])

    const file = new File(['全年制定制度2项，修订制度3项，废止制度1项。\n'], '总结.txt')
    const { versions } = await by.call(endpoints.createPaper, { params, file })
    const { claims } = await by.call(endpoints.readPaperFigures, {
      params: { versionId: versions[0]?.id ?? '' },
      query: days,
    })
    expect(claims.map(({ figure, state, value: found }) => [figure, state, found])).toEqual([
      ['institutionsMade', 'agrees', 2],
      ['institutionsRevised', 'differs', 1],
      ['institutionsRepealed', 'agrees', 1],
    ])

    const workbook = await by.call(endpoints.exportInstitutions, { params, query: { only: 'all' } })
    expect(workbook.size).toBeGreaterThan(1_000)
    const catalogue = await by.call(endpoints.institutionCatalogue, { params, query: { on: '2026-03-31' } })
    expect(catalogue.size).toBeGreaterThan(1_000)
  })
})
