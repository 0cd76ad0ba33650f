import { endpoints, type OutcomeFields } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { feedbackPaper, someInspection } from '../../testing/feedback.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
})
afterAll(() => office.close())

const refused = (code: string) => ({ refusal: { code } })

async function inspected() {
  const { id: inspectionId, planOn, reportOn } = await someInspection(organiser, office.water)
  const params = { inspectionId }
  const enter = (body: Partial<OutcomeFields> & Pick<OutcomeFields, 'kind'>) =>
    organiser.call(endpoints.enterInspectionOutcome, { params, body: { onDay: '2026-01-06', ...body } })
  const read = (by = organiser) => by.call(endpoints.listFeedbackItems, { params })
  return { inspectionId, planOn, reportOn, enter, read }
}

it('plan and report are handed up as papers that were approved, each late by the days of the edition', async () => {
  const { enter, read, planOn } = await inspected()
  expect(planOn).toBe('2026-02-05')
  const head = await office.employ(office.water, 'head')
  const versionId = await feedbackPaper({ author: organiser, approver: head }, office.water, '整改方案\n\n一、任务\n')
  const { paper } = await organiser.call(endpoints.readPaperText, { params: { versionId } })
  await expect(enter({ kind: 'plan', text: '已报市委巡察办' })).rejects.toMatchObject(refused('invalid'))
  await enter({ kind: 'plan', paperId: paper.id, onDay: '2026-02-05' })
  await enter({ kind: 'plan', paperId: paper.id, onDay: '2026-02-06' })
  expect(
    (await read()).outcomes.map(({ kind, onDay, isLate, paper: told }) => [kind, onDay, isLate, told?.id]),
  ).toEqual([
    ['plan', '2026-02-05', false, paper.id],
    ['plan', '2026-02-06', true, paper.id],
  ])
  const file = new File(['整改报告\n\n一、情况\n'], '报告.txt')
  const draft = await organiser.call(endpoints.createPaper, { params: { organisationId: office.water.id }, file })
  await expect(enter({ kind: 'report', paperId: draft.paper.id })).rejects.toThrow('还没有审定')
  const below = await office.employ(office.water, 'handler')
  expect((await read(below)).outcomes[0]?.paper?.title).toBe(paper.title)
})

it('the conclusion and the answer to who raised it are kept, and taken back with a reason', async () => {
  const { enter, read } = await inspected()
  await enter({ kind: 'answer', text: '整改情况已书面答复市委巡察办' })
  await enter({ kind: 'conclusion', text: '整改到位，同意销号' })
  await expect(enter({ kind: 'conclusion', text: '' })).rejects.toMatchObject(refused('invalid'))
  for (const onDay of ['2026-01-04', '2099-01-01'])
    await expect(enter({ kind: 'answer', text: '答复', onDay })).rejects.toMatchObject(refused('invalid'))
  const [first, second] = (await read()).outcomes
  expect([first?.kind, second?.kind]).toEqual(['answer', 'conclusion'])
  const params = { outcomeId: first?.id ?? '' }
  const withdraw = (by: Employee) =>
    by.call(endpoints.withdrawInspectionOutcome, { params, body: { reason: '写错了单位' } })
  await expect(withdraw(await office.employ(office.water, 'head'))).rejects.toMatchObject(refused('forbidden'))
  await withdraw(organiser)
  const { outcomes, events } = await read()
  expect(outcomes.map(({ kind }) => kind)).toEqual(['conclusion'])
  expect(events[0]?.text).toBe('答复：写错了单位')
})

it('a special meeting opened from the day of the feedback is found by that day', async () => {
  const body = {
    kind: 'inspection_rectification',
    cycleYear: 2026,
    name: '巡察整改专题民主生活会',
    trigger: 'feedback',
    triggerOn: '2026-01-05',
  } as const
  const params = { organisationId: office.water.id }
  const meeting = await organiser.call(endpoints.createMeeting, { params, body })
  const { items } = await organiser.call(endpoints.listMeetings, { params, query: {} })
  expect(items).toMatchObject([{ id: meeting.id, trigger: 'feedback', triggerOn: '2026-01-05' }])
})
