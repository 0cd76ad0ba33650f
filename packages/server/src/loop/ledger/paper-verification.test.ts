import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyChain } from '../../platform/audit/index.ts'
import {
  handedByAll,
  type LedgerStaff,
  paperOf,
  rectified,
  requestStrikeOff,
  someProblem,
  staffOf,
} from '../../testing/ledger.ts'
import { expectSoundLedger } from '../../testing/ledger-invariants.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const at = ({ id }: Pick<ProblemDetail, 'id'>) => ({ params: { problemId: id } })
const file = (by: Employee, problem: ProblemDetail) =>
  by.call(endpoints.filePaper, { ...at(problem), ...paperOf(problem.text) })
const decide = (by: Employee, problem: ProblemDetail, isAccepted = true) =>
  by.call(endpoints.decidePaper, { ...at(problem), body: { isAccepted, opinion: '和纪委存的原件核对过' } })

/** A strike-off is asked for, and everybody has had a hand in it. */
async function unapprovable(): Promise<ProblemDetail> {
  const problem = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
  await handedByAll(office, problem.id)
  return staff.handler.call(endpoints.readProblem, at(problem))
}

it('an office of three, all of whom worked on it and above whom there is nobody, closes on paper', async () => {
  const root = await office.addOrganisation(null, '临江市史志研究室')
  const three = await staffOf({ ...office, city: office.education, water: root })
  const { id } = await rectified(three, root, someProblem('inspection'))
  const params = { problemId: id }
  for (const leadId of [three.head, three.second].map(({ session }) => session.person.id))
    await three.organiser.call(endpoints.assignProblem, {
      params,
      body: { leadId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
    })
  const asked = await requestStrikeOff(three.organiser, id)
  expect(asked.approvals.map(({ fallsTo }) => fallsTo)).toEqual(['nobody', 'nobody'])
  expect(asked.allowed).toContain('filePaper')
  const filed = await file(three.handler, asked)
  expect(filed.paper).toMatchObject({ authority: '临江市纪委', signedBy: '周正', by: expect.any(String) })
  expect(filed.evidence.at(-1)?.kind).toBe('verification')
  const done = await decide(three.head, filed)
  expect([done.state, done.lookBackOn !== null, done.paper]).toEqual(['struck_off_on_paper', true, null])
  expect(done.approvals.map(({ isDone, onPaper }) => [isDone, onPaper])).toEqual([
    [true, '临江市纪委'],
    [true, '临江市纪委'],
  ])
  const statistics = await three.organiser.call(endpoints.readLedgerStatistics, { params: { organisationId: root.id } })
  expect([statistics.total.done, statistics.total.onPaper]).toEqual([1, 1])
  const summary = await three.organiser.call(endpoints.ledgerSummary, { params: { organisationId: root.id } })
  const report = await read(new Uint8Array(await summary.arrayBuffer()), '报告.docx')
  expect(isUnreadable(report) ? '' : report.text).toContain('上级书面核验销号的1个')
  await expectSoundLedger(office.pool.db)
})

it('counts only when another than who filed it confirms it, and that is in the audit log', async () => {
  const problem = await file(staff.organiser, await unapprovable())
  expect(problem.allowed).not.toContain('strikeOffOnPaper')
  const task = `paper-${problem.id}`
  const tasksOf = async (by: Employee) => (await by.call(endpoints.readHome, {})).tasks.map(({ id }) => id)
  const shown = [staff.organiser, staff.second, staff.reviewer].map(async (by) => (await tasksOf(by)).includes(task))
  expect(await Promise.all(shown)).toEqual([false, false, true])
  expect(problem.paper?.mayConfirm).toEqual([staff.reviewer.session.person.name])
  expect((await refusalOf(decide(staff.organiser, problem))).title).toContain('不是自己登记的书面核验')
  const { rows } = await office.pool.pool.query<{ subject: string; succeeded: boolean }>(
    `select subject, succeeded from audit_entry where action like 'ledger.%OnPaper' order by number desc limit 1`,
  )
  expect(rows).toEqual([{ subject: `问题 ${problem.number} 号`, succeeded: false }])
  expect((await decide(staff.reviewer, problem)).state).toBe('struck_off_on_paper')
  expect((await verifyChain(office.pool.db)).intact).toBe(true)
})

it('stands only for the levels that nobody may take: the others are taken by their people', async () => {
  const problem = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
  const undo = await handedByAll(office, problem.id)
  const filed = await file(staff.handler, problem)
  await undo()
  expect((await refusalOf(decide(staff.reviewer, filed))).title).toContain('没有人能办这一级审批')
  await handedByAll(office, problem.id)
  const newcomer = await office.employ(office.water, 'organiser')
  expect((await decide(staff.reviewer, filed)).state).toBe('unit_confirmed')
  const body = { opinion: '看过现场，属实' }
  expect((await newcomer.call(endpoints.approveStrikeOff, { ...at(problem), body })).state).toBe('struck_off')
})

it('is not filed where somebody may approve, nor twice, nor dated to come, nor without a file', async () => {
  const approvable = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
  expect((await refusalOf(file(staff.handler, approvable))).title).toContain('没有人能办这一级审批')
  const problem = await unapprovable()
  const { query, file: paper } = paperOf(problem.text)
  const send = (more: Partial<typeof query>, sent: File) =>
    refusalOf(staff.handler.call(endpoints.filePaper, { ...at(problem), query: { ...query, ...more }, file: sent }))
  expect((await send({ datedOn: '2099-01-05' }, paper)).places).toMatchObject([{ field: 'datedOn' }])
  expect((await send({ datedOn: '2026-01-05' }, paper)).places).toMatchObject([{ field: 'datedOn' }])
  expect((await send({}, new File([], '核验意见.pdf'))).title).toBe('文件是空的。')
  await file(staff.handler, problem)
  expect((await refusalOf(file(staff.organiser, problem))).title).toContain('没有等待确认的上级书面核验')
})

it('refused, taken back or returned stands for nothing; another can be filed', async () => {
  const problem = await file(staff.handler, await unapprovable())
  const refused = await decide(staff.reviewer, problem, false)
  expect([refused.state, refused.paper, refused.allowed.includes('strikeOffOnPaper')]).toEqual([
    'strike_off_requested',
    null,
    false,
  ])
  await file(staff.handler, problem)
  await staff.handler.call(endpoints.withdrawStrikeOff, { ...at(problem), body: { reason: '还要补一份材料' } })
  const again = await requestStrikeOff(staff.handler, problem.id)
  expect([again.paper, again.approvals.every(({ onPaper }) => onPaper === null)]).toEqual([null, true])
})

it('is not confirmed where what is stored is not what was filed', async () => {
  const problem = await file(staff.handler, await unapprovable())
  const hash = problem.evidence.at(-1)?.file?.hash ?? ''
  const [stored] = readdirSync(office.filesFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(hash),
  )
  writeFileSync(join(office.filesFolder, stored ?? ''), '改过的核验意见')
  expect((await refusalOf(decide(staff.reviewer, problem))).title).toContain('损坏或被改动过')
})

it('is for the superior to confirm whom somebody below only named so that nobody seemed to be left', async () => {
  const { id } = await rectified(staff, office.water, someProblem('inspection'))
  const { rows } = await office.pool.pool.query<{ person_id: string }>(
    `select person_id from role_grant join account on account.id = account_id
     where role in ('head', 'organiser', 'reviewer') and organisation_id in ('${office.city.id}', '${office.water.id}')`,
  )
  for (const leadId of rows.map(({ person_id }) => person_id))
    await staff.organiser.call(endpoints.assignProblem, {
      params: { problemId: id },
      body: { leadId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
    })
  const filed = await file(staff.organiser, await requestStrikeOff(staff.organiser, id))
  const refused = await refusalOf(decide(staff.head, filed))
  expect([refused.code, refused.title]).toEqual(['conflict', expect.stringContaining('由上级的人和原件核对')])
  expect((await decide(staff.reviewer, filed)).state).toBe('struck_off_on_paper')
})

it('is signed by no office for itself or what is below it, and by nobody who worked on the problem', async () => {
  const problem = await unapprovable()
  const { query, file: paper } = paperOf(problem.text)
  const send = (more: Partial<typeof query>) =>
    staff.handler.call(endpoints.filePaper, { ...at(problem), query: { ...query, ...more }, file: paper })
  for (const { name } of [office.water, office.waterOffice])
    expect((await refusalOf(send({ authority: name }))).places).toMatchObject([{ field: 'authority' }])
  const { name: signedBy } = staff.leaderPerson
  expect((await refusalOf(send({ signedBy }))).places).toMatchObject([{ field: 'signedBy' }])
  expect((await send({ signedBy: `${signedBy}（市纪委）` })).paper).toMatchObject({ authority: query.authority })
})

it('that waits is nobody’s task any more once somebody here has approved', async () => {
  const problem = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
  const undo = await handedByAll(office, problem.id)
  await file(staff.handler, problem)
  await undo()
  const body = { opinion: '看过现场，属实' }
  await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body })
  const left = await staff.organiser.call(endpoints.readProblem, at(problem))
  expect([left.state, left.paper]).toEqual(['unit_confirmed', null])
  await staff.second.call(endpoints.approveStrikeOff, { ...at(problem), body })
  const { tasks } = await staff.reviewer.call(endpoints.readHome, {})
  expect(tasks.map(({ link }) => link)).not.toContain(`/problems/${problem.id}`)
})
