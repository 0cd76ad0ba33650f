import { inject, expect, it } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../testing/database.ts'
import { openPool } from './pool.ts'
import { startQueue } from '../jobs/index.ts'
import { admitService, excessOf } from './service-role.ts'

it('the service works under a role that writes the log and the history, and can neither change nor empty them', async () => {
  const owner = await testDatabase()
  // What the queue of an older installation made belongs to the owner.
  const means = { db: owner.db } as Parameters<typeof startQueue>[2]
  const older = await startQueue(owner.url, [{ name: 'old', work: async () => undefined }], means, () => undefined)
  await older.stop()
  await admitService(owner.url)
  const url = await admitService(owner.url)
  const service = openPool(url, 2)
  try {
    expect(inject('postgres')).not.toContain('duizhao_service')
    expect([await excessOf(owner.url), await excessOf(url)]).toEqual(['是超级用户', null])
    for (const table of ['audit_entry', 'problem_event'])
      for (const statement of [
        `update ${table} set action = ''`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable trigger all`,
        `alter table ${table} drop column action`,
        `drop table ${table}`,
      ])
        await expect(sql.raw(statement).execute(service.db), statement).rejects.toMatchObject({ code: '42501' })
    for (const statement of [
      `set session_replication_role = replica`,
      `delete from audit_head`,
      `insert into migration (name) values ('9999')`,
      `create table of_the_service (id int)`,
      `set role duizhao`,
    ])
      await expect(sql.raw(statement).execute(service.db), statement).rejects.toMatchObject({ code: '42501' })
    await sql`insert into setting (content) values ('{}')`.execute(service.db)
    await sql`update setting set version = version + 1`.execute(service.db)
    const failures: unknown[] = []
    const jobs = [
      { name: 'old', work: async () => undefined },
      { name: 'new', work: async () => undefined },
    ]
    const queue = await startQueue(url, jobs, { ...means, db: service.db }, (_, error) => failures.push(error))
    await queue.stop()
    expect(failures).toEqual([])
  } finally {
    await service.close()
    await owner.close()
  }
})
