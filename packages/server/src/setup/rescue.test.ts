import { RefusedCall } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs } from '../testing/client.ts'
import { type Office, openOffice, PASSWORD } from '../testing/office.ts'
import { setUpDeviceOf } from '../testing/second-factor.ts'
import { rescue, RescueFailure } from './rescue.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const now = () => new Date()

it('gives an administrator who was locked out, even disabled, a new initial password, and says so for good', async () => {
  const { login, accountId } = await office.register(office.city, 'security_admin')
  const { db } = office.pool
  await db.updateTable('account').set({ disabled_at: now() }).where('id', '=', accountId).execute()
  const { password } = await rescue(db, { login, now: now() })
  await expect(signInAs(office.app, login, PASSWORD)).rejects.toThrow(RefusedCall)
  const { session } = await signInAs(office.app, login, password)
  expect(session).toMatchObject({ mustChangePassword: true, resets: [{ by: ['在服务器上'] }] })
  const entries = await db.selectFrom('audit_entry').select('subject').where('action', '=', 'system.rescue').execute()
  expect(entries).toEqual([{ subject: login }])
})

it('takes the second step away with the password, and tells its owner of both', async () => {
  const { login } = await office.register(office.city, 'audit_admin')
  await setUpDeviceOf(office.app, login)
  const { password } = await rescue(office.pool.db, { login, now: now() })
  const { session } = await signInAs(office.app, login, password)
  expect(session.secondFactor.isOn).toBe(false)
  expect(session.resets.map(({ of }) => of).toSorted()).toEqual(['password', 'second_factor'])
})

it('makes a new administrator over the root of a login nobody has', async () => {
  const { db } = office.pool
  await expect(rescue(db, { login: 'jiuji', now: now() })).rejects.toThrow(RescueFailure)
  const { password, roleName } = await rescue(db, { login: 'jiuji', role: 'audit_admin', now: now() })
  expect(roleName).toBe('审计管理员')
  const { session } = await signInAs(office.app, 'jiuji', password)
  expect(session.grants.map(({ role, organisation }) => [role, organisation.id])).toEqual([
    ['audit_admin', office.city.id],
  ])
})

it('is for administrators only', async () => {
  const { login } = await office.register(office.water, 'head')
  await expect(rescue(office.pool.db, { login, now: now() })).rejects.toThrow('不是管理员')
})
