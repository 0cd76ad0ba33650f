import { dirname } from 'node:path'
import { endpoints } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { signInAs } from '../../testing/client.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { writeAnchor } from './index.ts'

let office: Office
let system: Employee
let auditor: Employee
beforeEach(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
  auditor = await office.employ(office.city, 'audit_admin')
  for (const name of ['临江市文旅局', '临江市统计局', '临江市医保局', '临江市体育局', '临江市林业局'])
    await system.call(endpoints.createOrganisation, {
      params: { organisationId: office.city.id },
      body: { name, kind: 'unit' },
    })
  const at = { dataFolder: dirname(office.filesFolder), anchorFile: undefined }
  await writeAnchor(office.pool.db, at, { occasion: 'start', now: new Date() })
})
afterEach(() => office.close())

const verify = () => auditor.call(endpoints.verifyAudit, {})

it('writes who did what, with before and after, and shows it to the auditor by filter', async () => {
  const { items } = await auditor.call(endpoints.listAuditEntries, { query: { action: 'organisation.create' } })
  expect(items.map(({ subject }) => subject)).toEqual([
    '临江市林业局',
    '临江市体育局',
    '临江市医保局',
    '临江市统计局',
    '临江市文旅局',
  ])
  expect(items[0]).toMatchObject({ actionName: '新建组织', actor: { login: system.login }, succeeded: true })
  await signInAs(office.app, auditor.login, PASSWORD)
  const { items: own } = await auditor.call(endpoints.listAuditEntries, {
    query: { login: auditor.login.toUpperCase() },
  })
  expect(own.map(({ action }) => action)).toEqual(['identity.signIn', 'audit.list'])
})

it('is whole after many acts at once', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      system.call(endpoints.createOrganisation, {
        params: { organisationId: office.water.id },
        body: { name: `第${at}科`, kind: 'department' },
      }),
    ),
  )
  const result = await verify()
  expect(result).toMatchObject({ intact: true, broken: null })
  const { count } = await office.pool.db
    .selectFrom('audit_entry')
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  // The verification itself is an entry too, written after it.
  expect(count).toBe(result.entries + 1)
})

it('cannot be changed through the database as it is', async () => {
  const { db } = office.pool
  await expect(db.updateTable('audit_entry').set({ subject: 'x' }).execute()).rejects.toThrow('审计日志不能修改或删除')
  await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('审计日志不能修改或删除')
  await expect(sql`truncate audit_entry`.execute(db)).rejects.toThrow('审计日志不能修改或删除')
})

/** What someone could do who controls the database itself. */
const tampering: Readonly<Record<string, string>> = {
  'an edited word': `update audit_entry set subject = '别的' where number = 3`,
  'an edited time': `update audit_entry set at = at + interval '1 second' where number = 2`,
  'an edited detail': `update audit_entry set detail = '{}' where number = 4`,
  'a deleted entry': `delete from audit_entry where number = 3`,
  'a deleted end': `delete from audit_entry where number = (select max(number) from audit_entry)`,
  'two entries exchanged': `update audit_entry set number = case number when 3 then 1004 when 4 then 1003 end where number in (3, 4);
    update audit_entry set number = number - 1000 where number > 1000`,
}

it.each(Object.keys(tampering))('finds %s', async (name) => {
  await sql.raw('alter table audit_entry disable trigger all').execute(office.pool.db)
  for (const statement of (tampering[name] ?? '').split(';')) await sql.raw(statement).execute(office.pool.db)
  expect(await verify()).toMatchObject({ intact: false })
})

it('keeps an act out of the log that was rolled back', async () => {
  const taken = system.call(endpoints.createOrganisation, {
    params: { organisationId: office.city.id },
    body: { name: '临江市文旅局', kind: 'unit' },
  })
  await expect(taken).rejects.toThrow('已有')
  const { items } = await auditor.call(endpoints.listAuditEntries, { query: { action: 'organisation.create' } })
  expect(items).toHaveLength(5)
})
