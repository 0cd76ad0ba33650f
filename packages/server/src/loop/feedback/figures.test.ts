import { endpoints, type FigureId } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dateInChina } from '../../platform/calendar/index.ts'
import { someInspection } from '../../testing/feedback.ts'
import { type LedgerStaff, register, someProblem, staffOf, struckOff } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  staff = await staffOf(office)
})
afterAll(() => office.close())

const FIGURES = ['Categories', 'Aspects', 'Items', 'Problems', 'Measures', 'Done', 'Sustained', 'Going']
const days = () => ({ from: '2026-01-01', to: dateInChina(new Date()) })

async function figures(): Promise<Record<string, number>> {
  const params = { organisationId: office.water.id }
  const { figures: all } = await organiser.call(endpoints.listFigures, { params, query: days() })
  const valueOf = (name: string) => all.find(({ figure }) => figure === `feedback${name}`)?.value ?? -1
  return Object.fromEntries(FIGURES.map((name) => [name, valueOf(name)]))
}

const link = (itemId: string, { id: problemId }: { readonly id: string }) =>
  organiser.call(endpoints.linkFeedbackRow, { params: { itemId }, body: { problemId } })

it(
  '4 categories, 12 aspects, 25 problems: figures come to what there is, add up, open their rows, and follow it',
  { timeout: 180_000 },
  async () => {
    const { id: inspectionId } = await someInspection(organiser, office.water)
    const items = Array.from({ length: 25 }, (_, at) => ({
      ...{ category: `大类${at % 4}`, aspect: `方面${at % 12}`, text: `反馈的第${at + 1}个问题没有解决` },
    }))
    const params = { inspectionId }
    const { itemIds } = await organiser.call(endpoints.enterFeedbackItems, { params, body: { items } })
    expect(await figures()).toEqual({
      ...{ Categories: 4, Aspects: 12, Items: 25, Problems: 0, Measures: 0, Done: 0, Sustained: 0, Going: 0 },
    })
    const done = await struckOff(staff, office.water, someProblem('inspection'))
    const sustained = { ...someProblem('inspection'), class: 'sustained' as const, dueOn: null }
    await link(itemIds[0] ?? '', done)
    const place = { organisationId: office.water.id }
    await link(itemIds[1] ?? '', await organiser.call(endpoints.registerProblem, { params: place, body: sustained }))
    for (const itemId of itemIds.slice(2)) await link(itemId, await register(organiser, office.water))
    // One row of two items counts once.
    await link(itemIds[1] ?? '', done)
    const before = await figures()
    expect(before).toMatchObject({ Items: 25, Problems: 25, Done: 1, Sustained: 1, Going: 23 })
    expect(before['Measures']).toBe(done.measures.length)

    for (const name of FIGURES) {
      const figure = `feedback${name}` as FigureId
      const asked = { ...place, figure }
      const { value, rows } = await organiser.call(endpoints.readFigure, { params: asked, query: days() })
      expect([name, rows.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([name, value])
    }

    const text = `市委第二巡察组向我局反馈了意见。针对反馈的4大类12个方面意见，细化梳理出具体问题25个，建立措施${done.measures.length}条。整改中，已完成1个、长期坚持1个、正在推进23个。\n`
    const file = new File([text], '情况说明.txt')
    const paper = await organiser.call(endpoints.createPaper, { params: { organisationId: office.water.id }, file })
    const claims = async () => {
      const asked = { params: { versionId: paper.versions[0]?.id ?? '' }, query: days() }
      const { claims: told } = await organiser.call(endpoints.readPaperFigures, asked)
      return told.map(({ figure, claimed, state }) => [figure, claimed, state])
    }
    expect(await claims()).toEqual([
      ...[
        ['feedbackCategories', 4, 'agrees'],
        ['feedbackAspects', 12, 'agrees'],
        ['feedbackProblems', 25, 'agrees'],
      ],
      ['feedbackMeasures', done.measures.length, 'agrees'],
      ...[
        ['feedbackDone', 1, 'agrees'],
        ['feedbackSustained', 1, 'agrees'],
        ['feedbackGoing', 23, 'agrees'],
      ],
    ])

    // One row more, and the sentence no longer holds.
    await link(itemIds[3] ?? '', await register(organiser, office.water))
    expect(await figures()).toMatchObject({ Problems: 26, Done: 1, Sustained: 1, Going: 24 })
    expect((await claims()).filter(([, , state]) => state === 'differs').map(([figure]) => figure)).toEqual([
      'feedbackProblems',
      'feedbackGoing',
    ])
  },
)

it('of a day before the feedback there are none', async () => {
  const params = { organisationId: office.water.id }
  const query = { from: '2025-01-01', to: '2025-12-31' }
  const { figures: all } = await organiser.call(endpoints.listFigures, { params, query })
  expect(all.filter(({ figure }) => figure.startsWith('feedback'))).toEqual([])
})
