import {
  type Answer,
  defaultApprovalChains,
  endpoints,
  type LedgerImportPreview,
  type ProblemDetail,
  type ProblemSource,
} from '@duizhao/contract'
import { type CellValue, writeXlsx } from '@duizhao/report'
import { sql } from 'kysely'
import type { Employee, Office, Registered } from './office.ts'
import { type Caller, signInAs } from './client.ts'
import { PASSWORD } from './office.ts'

export type Place = Office['water']

/** The people around a ledger: of 水务局, and above it. */
export interface LedgerStaff {
  readonly organiser: Employee
  readonly second: Employee
  readonly head: Employee
  readonly handler: Employee
  readonly leader: Employee
  readonly reviewer: Employee
  readonly handlerPerson: Registered
  readonly leaderPerson: Registered
}

export async function staffOf(office: Office): Promise<LedgerStaff> {
  const { city, water } = office
  const handlerPerson = await office.register(water, 'handler')
  const leaderPerson = await office.register(water, 'team_member')
  const signIn = async ({ login }: Registered): Promise<Employee> => ({
    ...(await signInAs(office.app, login, PASSWORD)),
    login,
  })
  return {
    organiser: await office.employ(water, 'organiser'),
    second: await office.employ(water, 'organiser'),
    head: await office.employ(water, 'head'),
    handler: await signIn(handlerPerson),
    leader: await signIn(leaderPerson),
    reviewer: await office.employ(city, 'reviewer'),
    handlerPerson,
    leaderPerson,
  }
}

/** Today's date where the office is. */
function todayInChina(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}

let registered = 0

/** What is needed to register a problem; a text of its own each time. */
export function someProblem(source: ProblemSource = 'other', dueOn: string | null = '2099-06-30') {
  registered += 1
  return {
    source,
    aspect: '河湖管护',
    text: `第 ${registered} 处河段的日常巡查记录缺了 ${registered} 次`,
    cause: '责任没有落到人',
    goal: '巡查记录齐全',
    class: 'dated' as const,
    dueOn,
  }
}

export function register(by: Caller, place: Place, given = someProblem()): Promise<ProblemDetail> {
  return by.call(endpoints.registerProblem, { params: { organisationId: place.id }, body: given })
}

/** Registered and assigned to the handler under the leader. */
export async function assigned(staff: LedgerStaff, place: Place, given = someProblem()): Promise<ProblemDetail> {
  const { id } = await register(staff.organiser, place, given)
  return staff.organiser.call(endpoints.assignProblem, {
    params: { problemId: id },
    body: {
      leadId: staff.leaderPerson.personId,
      handlerId: staff.handlerPerson.personId,
      class: given.class,
      dueOn: given.dueOn,
    },
  })
}

/** The same with one measure that is done, progress and evidence: all that a strike-off asks for. */
export async function rectified(staff: LedgerStaff, place: Place, given = someProblem()): Promise<ProblemDetail> {
  const { id, version } = await assigned(staff, place, given)
  const params = { problemId: id }
  const today = todayInChina()
  const measure = {
    id: null,
    text: '每周巡查一次并拍照留存',
    responsible: '河长制科',
    dueOn: given.dueOn,
    funding: '不需要',
    contingency: '由副科长补查',
    doneOn: null,
  }
  const planned = await staff.handler.call(endpoints.planMeasures, { params, body: { measures: [measure], version } })
  const [{ id: measureId } = { id: '' }] = planned.measures
  await staff.handler.call(endpoints.reportProgress, {
    params,
    body: { on: today, text: `${given.text}：已经补齐并建账`, doneMeasureIds: [measureId] },
  })
  return staff.handler.call(endpoints.addEvidence, {
    params,
    query: { kind: 'table', datedOn: today, measureId },
    file: new File([`巡查台账 ${given.text}`], '巡查台账.txt'),
  })
}

export function requestStrikeOff(
  by: Employee,
  problemId: string,
  body: { result: string; exception?: string } = { result: '补齐巡查记录 12 次' },
): Promise<Answer<typeof endpoints.requestStrikeOff>> {
  return by.call(endpoints.requestStrikeOff, { params: { problemId }, body })
}

/** Struck off through its whole chain. */
export async function struckOff(staff: LedgerStaff, place: Place, given = someProblem()): Promise<ProblemDetail> {
  const { id } = await rectified(staff, place, given)
  const params = { problemId: id }
  await requestStrikeOff(staff.handler, id)
  const body = { opinion: '看过现场，属实' }
  await staff.head.call(endpoints.approveStrikeOff, { params, body })
  const last = defaultApprovalChains[given.source].at(-1)?.isSuperior === true ? staff.reviewer : staff.organiser
  return last.call(endpoints.approveStrikeOff, { params, body })
}

/** Makes it so that everybody has had a hand in a problem: nobody is left who may approve it. Undone by the returned. */
export async function handedByAll({ pool }: Pick<Office, 'pool'>, problemId: string): Promise<() => Promise<void>> {
  const { rows } = await sql<{ person_id: string; deed: string }>`
    insert into problem_hand select ${problemId}, person.id, 'worked' from person on conflict do nothing
    returning person_id, deed`.execute(pool.db)
  return async () => {
    const people = rows.map(({ person_id }) => person_id)
    await sql`
      delete from problem_hand
      where problem_id = ${problemId} and deed = 'worked' and person_id = any(${people}::uuid[])`.execute(pool.db)
  }
}

/** A paper of a superior's, to be filed. */
export function paperOf(text: string) {
  const query = { authority: '临江市纪委', signedBy: '周正', datedOn: todayInChina() }
  return { query, file: new File([`核验意见 ${text}`], '核验意见.txt') }
}

/** Struck off on a superior's paper; afterwards nobody has a hand in it who had none. */
export async function struckOffOnPaper(staff: LedgerStaff, office: Office): Promise<ProblemDetail> {
  const { id } = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
  const params = { problemId: id }
  const undo = await handedByAll(office, id)
  await staff.handler.call(endpoints.filePaper, { params, ...paperOf(id) })
  await staff.reviewer.call(endpoints.decidePaper, { params, body: { isAccepted: true, opinion: '核对过原件' } })
  await undo()
  return staff.organiser.call(endpoints.readProblem, { params })
}

const COLUMNS = ['序号', '问题来源', '存在问题', '整改措施', '完成时限', '整改进展', '完成情况', '销号日期']

/** What is almost like something there is new all the same. */
export function allNew({ alike }: LedgerImportPreview) {
  return { same: alike.map(({ line }) => ({ line, isSame: false })) }
}

/** Brings a ledger of these rows, as an office keeps it in Excel, all of them new; what its preview said. */
export async function importRows(
  by: Caller,
  { id }: Pick<Place, 'id'>,
  rows: readonly (readonly CellValue[])[],
): Promise<LedgerImportPreview> {
  const bytes = writeXlsx([{ name: '台账', columns: COLUMNS.map((header) => ({ header, width: 12 })), rows }])
  const file = new File([new Uint8Array(bytes)], '整改台账.xlsx')
  const preview = await by.call(endpoints.previewLedgerImport, { params: { organisationId: id }, file })
  await by.call(endpoints.confirmLedgerImport, { params: { importId: preview.id }, body: allNew(preview) })
  return preview
}
