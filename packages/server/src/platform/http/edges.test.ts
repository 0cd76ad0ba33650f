import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice, PASSWORD, testConfig } from '../../testing/office.ts'
import { openApp } from '../../server.ts'
import { ConfigFailure, readConfig } from '../config.ts'

let office: Office
/** The same office behind a proxy at 10.9.9.9. */
let behind: FastifyInstance
beforeAll(async () => {
  office = await openOffice()
  const config = { ...testConfig, dataFolder: office.filesFolder, proxies: ['10.9.9.9', '10.8.0.0/16'] }
  behind = await openApp(config, {
    pool: office.pool,
    queue: { enqueue: async () => undefined },
    options: { version: '0' },
  })
})
afterAll(async () => {
  await behind.close()
  await office.close()
})

const signIn = (app: FastifyInstance, remoteAddress: string, forwarded?: string) =>
  app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress,
    payload: { login: 'nobody', password: PASSWORD },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })

async function addressesOfFailures(): Promise<string[]> {
  const rows = await office.pool.db
    .selectFrom('audit_entry')
    .select('address')
    .where('action', '=', 'identity.signIn')
    .where('succeeded', '=', false)
    .orderBy('number')
    .execute()
  return rows.map(({ address }) => address)
}

describe('the address a request comes from', () => {
  it('is the one the connection has, whatever the request says of itself', async () => {
    const before = (await addressesOfFailures()).length
    await signIn(office.app, '10.1.1.1', '203.0.113.7')
    await signIn(behind, '10.1.1.2', '203.0.113.7')
    expect((await addressesOfFailures()).slice(before)).toEqual(['10.1.1.1', '10.1.1.2'])
  })

  it('is what a proxy named in the settings saw, not what its client had written before that', async () => {
    const before = (await addressesOfFailures()).length
    await signIn(behind, '10.9.9.9', '203.0.113.7, 10.1.1.3')
    await signIn(behind, '10.8.4.4', '10.1.1.4')
    expect((await addressesOfFailures()).slice(before)).toEqual(['10.1.1.3', '10.1.1.4'])
  })

  it.each(['straight', 'through the proxy'])(
    'cannot be changed to get past the limit of sign-ins (%s)',
    async (way) => {
      const codes: number[] = []
      for (let at = 0; at < 60; at++) {
        const forged = `203.0.113.${at}`
        const answer =
          way === 'straight'
            ? await signIn(office.app, '10.1.2.1', forged)
            : await signIn(behind, '10.9.9.9', `${forged}, 10.1.2.2`)
        codes.push(answer.statusCode)
      }
      expect(codes.slice(30).every((code) => code === 429)).toBe(true)
    },
  )

  it.each(['true', 'loopback', '10.0.0.300', '10.0.0.0/40', 'proxy.example'])(
    'a proxy cannot be named as %s',
    (value) => {
      expect(() => readConfig({ DUIZHAO_TRUST_PROXY: value })).toThrow(ConfigFailure)
    },
  )

  it('of proxies may be several, with networks', () => {
    expect(readConfig({ DUIZHAO_TRUST_PROXY: '127.0.0.1, fd00::/8' }).proxies).toEqual(['127.0.0.1', 'fd00::/8'])
    expect(readConfig({}).proxies).toEqual([])
  })
})

describe('metrics', () => {
  it('are for callers on the machine itself, not for what a proxy on it passes on', async () => {
    const metrics = (remoteAddress: string, headers = {}) =>
      office.app.inject({ url: '/metrics', remoteAddress, headers }).then(({ statusCode }) => statusCode)
    expect(await metrics('127.0.0.1')).toBe(200)
    expect(await metrics('10.1.1.1')).toBe(404)
    expect(await metrics('10.1.1.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await metrics('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(404)
    expect(await metrics('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
  })
})

describe('what the API answers', () => {
  it('is kept by no cache, refusals and downloads included', async () => {
    const someone = await office.employ(office.city, 'organiser')
    await someone.call(endpoints.readHome, {})
    for (const url of ['/api/home', '/api/nowhere', '/api/session'])
      expect((await office.app.inject({ url })).headers['cache-control'], url).toBe('no-store')
  })
})

describe('every answer', () => {
  const signedIn = async (app: FastifyInstance) => {
    const { login } = await office.register(office.city, 'organiser')
    return app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
  }

  it('tells the browser to run nothing from elsewhere, to be framed by nobody and to guess no type', async () => {
    const { headers } = await signedIn(office.app)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    const policy = new Map(
      String(headers['content-security-policy'])
        .split(';')
        .map((line) => line.trim().split(/ (.*)/s))
        .map(([name, value]) => [name, value]),
    )
    const asked = ['default-src', 'script-src', 'frame-ancestors'].map((name) => policy.get(name))
    expect(asked).toEqual(["'none'", "'self'", "'none'"])
  })

  it('keeps the session in a cookie no script reads and no other site sends, over https only where it is set up', async () => {
    const overHttps = await openApp(
      { ...testConfig, dataFolder: office.filesFolder, isHttps: true },
      { pool: office.pool, queue: { enqueue: async () => undefined }, options: { version: '0' } },
    )
    const cookieOf = async (app: FastifyInstance) => (await signedIn(app)).cookies[0]
    expect(await cookieOf(office.app)).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(await cookieOf(overHttps)).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: true })
    expect((await signedIn(overHttps)).headers['strict-transport-security']).toContain('max-age=')
    await overHttps.close()
  })
})

describe('limits', () => {
  it('count a session by itself: who asks too much stops nobody at the same address', async () => {
    const [greedy, other] = [
      await office.employ(office.city, 'organiser'),
      await office.register(office.city, 'organiser'),
    ]
    const cookies: string[] = []
    for (const login of [greedy.login, other.login]) {
      const answer = await behind.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: '10.3.3.3',
        payload: { login, password: PASSWORD },
      })
      cookies.push(answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
    }
    const ask = async (url: string, cookie = ''): Promise<number> =>
      (await behind.inject({ url, remoteAddress: '10.3.3.3', headers: { cookie } })).statusCode
    const codes = new Set<number>()
    // What does not exist is counted like the rest, and asks the database nothing.
    for (let at = 0; at < 1_300; at++) codes.add(await ask('/api/nothing', cookies[0]))
    expect([...codes]).toEqual([404, 429])
    expect(await ask('/api/session', cookies[0])).toBe(429)
    expect(await ask('/api/session', cookies[1])).toBe(200)
  })
})

it('a request that never comes to its end does not hold its connection for ever', () => {
  // Node closes it; waiting for five minutes would show no more than that it was asked to.
  expect(office.app.server.requestTimeout).toBe(300_000)
})
