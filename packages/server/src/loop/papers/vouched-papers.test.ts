import { dirname } from 'node:path'
import { endpoints, type PaperDetail } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../features.ts'
import { coverHistory, vouchedOf, writeAnchor } from '../../platform/audit/index.ts'
import { paperFile } from '../../testing/calls/paper-calls.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let auditor: Employee
let approved: PaperDetail
beforeEach(async () => {
  office = await openOffice()
  auditor = await office.employ(office.city, 'audit_admin')
  const author = await office.employ(office.water, 'member')
  const head = await office.employ(office.water, 'head')
  const params = { organisationId: office.water.id }
  const { paper } = await author.call(endpoints.createPaper, {
    params,
    query: { title: '检查报告' },
    file: paperFile(),
  })
  const about = { params: { paperId: paper.id } }
  const submitted = await author.call(endpoints.submitPaper, about)
  const body = { opinion: '同意', version: submitted.paper.version }
  approved = await head.call(endpoints.approvePaper, { ...about, body })
  const at = { dataFolder: dirname(office.filesFolder), anchorFile: undefined }
  await writeAnchor(office.pool.db, at, { occasion: 'start', now: new Date() })
})
afterEach(() => office.close())

const verify = () => auditor.call(endpoints.verifyAudit, {})

/** The database's owner, before whom no trigger stands. */
async function asOwner(statement: string): Promise<void> {
  await sql`alter table paper_event disable trigger all`.execute(office.pool.db)
  await sql.raw(statement).execute(office.pool.db)
  await sql`alter table paper_event enable trigger all`.execute(office.pool.db)
}

const rewritings: Readonly<Record<string, string>> = {
  'another opinion': `update paper_event set reason = '不同意' where action = 'approve'`,
  'another who approved': `update paper_event set by_name = '王建国' where action = 'approve'`,
  'another day': `update paper_event set at = at - interval '30 days' where action = 'approve'`,
  'another version': `update paper_event set ordinal = 2 where action = 'approve'`,
  'an event taken out': `delete from paper_event where action = 'submit'`,
}

describe('the history of a paper', () => {
  it('is as the log vouches for it', async () => {
    expect(await verify()).toMatchObject({ intact: true, rewritten: [] })
  })

  it.each(Object.keys(rewritings))('is found rewritten: %s', async (name) => {
    await asOwner(rewritings[name] ?? '')
    const { intact, rewritten } = await verify()
    expect(intact).toBe(false)
    expect(rewritten[0]).toMatch(
      /^(?:文稿《检查报告》|检查报告)的经过被改写：第 \d+ 条（.+）为 1 条作证，现在有 [01] 条/,
    )
  })

  it('is found with an event that no act wrote', async () => {
    const cover = { now: new Date(), origin: { address: '', device: '', requestId: newId() } }
    await coverHistory(office.pool.db, vouchedOf(features), cover)
    await asOwner(`insert into paper_event (id, paper_id, at, account_id, by_name, action, to_state, act)
      select '${newId()}', '${approved.paper.id}', now(), created_by, '王建国', 'approve', 'approved', '${newId()}' from paper`)
    expect((await verify()).rewritten).toEqual(['文稿《检查报告》的一条经过不是系统写下的：没有一条审计记录为它作证。'])
  })

  it('is found contradicted by a paper that was issued in the database alone', async () => {
    await asOwner(`update paper set state = 'issued'`)
    expect((await verify()).rewritten).toEqual(['文稿《检查报告》现在的状态不是经过里走到的状态：在数据库里直接改过。'])
  })
})
