import { endpoints } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { openApp } from '../../server.ts'
import { signInAs } from '../../testing/client.ts'
import { openOffice, PASSWORD, testConfig } from '../../testing/office.ts'
import { isPlainHttp } from './plain-http.ts'

it.each([
  ['127.0.0.1', false, false],
  ['127.9.9.9', false, false],
  ['::1', false, false],
  ['localhost', false, false],
  ['0.0.0.0', false, true],
  ['::', false, true],
  ['10.1.2.3', false, true],
  ['duizhao.linjiang.example', false, true],
  ['0.0.0.0', true, false],
])('at %s, over https: %s, other machines reach it by http: %s', (host, isHttps, is) => {
  expect(isPlainHttp({ host, isHttps })).toBe(is)
})

it('is on the home page of the system administrator, and of nobody else', async () => {
  const office = await openOffice()
  const app = await openApp(
    { ...testConfig, dataFolder: office.filesFolder, host: '0.0.0.0' },
    { pool: office.pool, queue: { enqueue: async () => undefined }, options: { version: '0' } },
  )
  const tasksOf = async (role: 'system_admin' | 'security_admin', place = office.city) => {
    const { login } = await office.register(place, role)
    const { tasks } = await (await signInAs(app, login, PASSWORD)).call(endpoints.readHome, {})
    return tasks.filter(({ id }) => id === 'http')
  }
  expect(await tasksOf('system_admin')).toMatchObject([
    { title: '改用 https', context: expect.stringContaining('0.0.0.0') },
  ])
  expect(await tasksOf('security_admin')).toEqual([])
  expect(await tasksOf('system_admin', office.water)).toEqual([])
  await app.close()
  await office.close()
})
