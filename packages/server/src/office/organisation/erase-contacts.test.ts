import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { setUpDevice } from '../../testing/second-factor.ts'
import { eraseContactsEachNight } from './erase-contacts.ts'

let office: Office
let system: Employee
beforeAll(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
})
afterAll(() => office.close())

const DAY = 86_400_000

/** Somebody with a mailbox, a second step and a password that was replaced, who left so many days ago or is still there. */
async function person(daysGone: number | null): Promise<string> {
  const employee = await office.employ(office.water, 'handler')
  await setUpDevice(employee)
  await employee.call(endpoints.changePassword, { body: { current: PASSWORD, next: 'Fuxing#Lu-77' } })
  const { id } = employee.session.person
  const { db } = office.pool
  await db
    .updateTable('person')
    .set({ email: `${employee.login}@linjiang.test` })
    .where('id', '=', id)
    .execute()
  if (daysGone === null) return id
  await system.call(endpoints.removePerson, { params: { personId: id } })
  const gone = new Date(Date.now() - daysGone * DAY)
  await db.updateTable('person').set({ left_at: gone }).where('id', '=', id).execute()
  return id
}

/** What is kept of a person, one of each kind of thing. */
async function kept(id: string) {
  const { db } = office.pool
  const { name, email, accountId } = await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select(['person.name', 'person.email', 'account.id as accountId'])
    .where('person.id', '=', id)
    .executeTakeFirstOrThrow()
  const rows = await Promise.all(
    (['second_factor', 'recovery_code', 'previous_password'] as const).map((table) =>
      db.selectFrom(table).select('account_id').where('account_id', '=', accountId).execute(),
    ),
  )
  return { name, hasContact: email !== '', counts: rows.map(({ length }) => length) }
}

/** As the queue does it; returns whose data it says it erased. */
async function night(): Promise<string[]> {
  const { db, url: databaseUrl } = office.pool
  const needed = { db, databaseUrl, now: new Date() }
  await eraseContactsEachNight.work(needed as Parameters<typeof eraseContactsEachNight.work>[0], {})
  const entries = await db
    .selectFrom('audit_entry')
    .select('subject')
    .where('action', '=', 'person.eraseContact')
    .orderBy('number')
    .execute()
  return entries.map(({ subject }) => subject)
}

it('erases what people who left long ago were reached and signed in by, once, and keeps their name', async () => {
  const [present, recent, old] = [await person(null), await person(179), await person(181)]
  const { name } = await kept(old)
  expect(await night()).toEqual([name])
  expect(await kept(old)).toEqual({ name, hasContact: false, counts: [0, 0, 0] })
  for (const id of [present, recent]) expect(await kept(id)).toMatchObject({ hasContact: true, counts: [1, 10, 1] })
  expect(await night()).toEqual([name])
})

it('keeps it for as long as the office has set', async () => {
  const id = await person(40)
  const { mailIsConfigured: _, ...before } = await system.call(endpoints.readSettings, {})
  expect(before.contactDays).toBe(180)
  await system.call(endpoints.changeSettings, { body: { ...before, contactDays: 30 } })
  await night()
  expect(await kept(id)).toMatchObject({ hasContact: false })
})
