import { dirname } from 'node:path'
import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../features.ts'
import { coverHistory, vouchedOf, writeAnchor } from '../../platform/audit/index.ts'
import { assigned, type LedgerStaff, someProblem, staffOf } from '../../testing/ledger.ts'
import { markAllOverdue } from './mark-overdue.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
let auditor: Employee
let problem: ProblemDetail
beforeEach(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  auditor = await office.employ(office.city, 'audit_admin')
  problem = await assigned(staff, office.water)
  const at = { dataFolder: dirname(office.filesFolder), anchorFile: undefined }
  await writeAnchor(office.pool.db, at, { occasion: 'start', now: new Date() })
})
afterEach(() => office.close())

const verify = () => auditor.call(endpoints.verifyAudit, {})
const cover = () =>
  coverHistory(office.pool.db, vouchedOf(features), {
    now: new Date(),
    origin: { address: '', device: '', requestId: newId() },
  })

/** The database's owner, before whom no trigger stands. */
async function asOwner(statement: string): Promise<void> {
  await sql`alter table problem_event disable trigger all`.execute(office.pool.db)
  await sql.raw(statement).execute(office.pool.db)
  await sql`alter table problem_event enable trigger all`.execute(office.pool.db)
}

/** What he can do to the history of a problem while the audit log stays as it is. */
const rewritings: Readonly<Record<string, string>> = {
  'a changed reason': `update problem_event set reason = '别的'`,
  'another name': `update problem_event set by_name = '王建国' where action = 'assign'`,
  'another day': `update problem_event set at = at - interval '30 days' where action = 'assign'`,
  'another state': `update problem_event set to_state = 'rectifying' where action = 'assign'`,
  'another change': `update problem_event set changes = '[]' where action = 'assign'`,
  'another order': `update problem_event set number = default where action = 'register'`,
  'an event taken out': `delete from problem_event where action = 'assign'`,
}

describe('the history of a problem', () => {
  it('is as the log vouches for it, whatever was done with it', async () => {
    const { handler } = staff
    const params = { problemId: problem.id }
    await handler.call(endpoints.reportProgress, { params, body: { on: problem.registeredOn, text: '已经开始' } })
    expect(await verify()).toMatchObject({ intact: true, rewritten: [] })
  })

  it.each(Object.keys(rewritings))('is found rewritten: %s', async (name) => {
    await asOwner(rewritings[name] ?? '')
    const { intact, broken, rewritten } = await verify()
    expect([intact, broken]).toEqual([false, null])
    expect(rewritten[0]).toMatch(
      new RegExp(`^问题 ${problem.number} 号的经过被改写：第 \\d+ 条（.+）为 1 条作证，现在有 [01] 条`),
    )
  })

  it('is found with an event that no act wrote', async () => {
    const forged = (act: string): string =>
      `insert into problem_event (id, problem_id, at, by_name, action, from_state, to_state, act)
       values ('${newId()}', '${problem.id}', now(), '王建国', 'edit', 'assigned', 'assigned', ${act})`
    await cover()
    await asOwner(forged(`'${newId()}'`))
    expect((await verify()).rewritten).toEqual([
      expect.stringContaining(`问题 ${problem.number} 号的一条经过不是系统写下的`),
    ])
    await asOwner(`delete from problem_event where action = 'edit'`)
    await asOwner(forged('null'))
    expect((await verify()).rewritten).toEqual([
      expect.stringMatching('以前的经过被改写：第 \\d+ 条为 0 条作证，现在有 1 条'),
    ])
  })

  it('is found contradicted by a row that was struck off in the database alone', async () => {
    await asOwner(`update problem set state = 'struck_off' where number = ${problem.number}`)
    expect(await verify()).toMatchObject({
      intact: false,
      rewritten: [`问题 ${problem.number} 号现在的状态不是经过里走到的状态：在数据库里直接改过。`],
    })
  })

  it('is found contradicted by a row that was changed in the database alone, whatever it was', async () => {
    const changes = {
      text: `'别的问题'`,
      cause: `'别的原因'`,
      due_on: 'due_on + 30',
      class: `'sustained'`,
      lead_id: 'null',
      registered_on: 'registered_on - 30',
      result: `'已经办好'`,
      approvals: '1',
      look_back_on: 'registered_on',
      requested_by: '(select id from account limit 1)',
    }
    await sql`create table kept as select * from problem`.execute(office.pool.db)
    for (const [column, value] of Object.entries(changes)) {
      await asOwner(`update problem set ${column} = ${value} where number = ${problem.number}`)
      expect(await verify(), column).toMatchObject({
        intact: false,
        rewritten: [`问题 ${problem.number} 号现在写的不是最后一次操作写下的：在数据库里直接改过。`],
      })
      await asOwner(`update problem set ${column} = kept.${column} from kept where kept.id = problem.id`)
    }
    expect(await verify()).toMatchObject({ intact: true })
  })

  it('does not contradict what moves without an act: an organisation, a deadline that passes, another merged into it', async () => {
    const other = await assigned(staff, office.water, someProblem('inspection'))
    const merging = { params: { problemId: other.id } }
    await staff.organiser.call(endpoints.requestMerge, {
      ...merging,
      body: { intoNumber: problem.number, reason: '说的是一件事' },
    })
    await staff.head.call(endpoints.decideMerge, { ...merging, body: { isAccepted: true, reason: '是一件事' } })
    const admin = await office.employ(office.city, 'system_admin')
    const params = { organisationId: office.water.id }
    const { version } = await admin.call(endpoints.readOrganisation, { params })
    await admin.call(endpoints.moveOrganisation, { params, body: { parentId: office.education.id, version } })
    expect(await markAllOverdue(office.pool.db, new Date('2099-12-01T00:00:00Z'))).toBeGreaterThan(0)
    expect(await verify()).toMatchObject({ intact: true, rewritten: [] })
  })

  it('from before it was vouched for is so by one entry, made once', async () => {
    await asOwner('update problem_event set act = null')
    expect((await verify()).rewritten).toContainEqual(expect.stringContaining('没有一条审计记录为它作证'))
    await cover()
    await cover()
    const { items } = await auditor.call(endpoints.listAuditEntries, { query: { action: 'audit.coverHistory' } })
    expect(items).toHaveLength(vouchedOf(features).length)
    await asOwner(`update problem_event set reason = '别的'`)
    expect((await verify()).rewritten).toContainEqual(expect.stringContaining('以前的经过被改写'))
  })
})
