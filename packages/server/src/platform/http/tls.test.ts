import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openApp } from '../../server.ts'
import { type Office, openOffice, PASSWORD, testConfig } from '../../testing/office.ts'
import { ConfigFailure, readConfig } from '../config.ts'
import { readTls } from './tls.ts'

const PAIRS = join(import.meta.dirname, '../../testing/tls')

let office: Office
let folder: string
let files: { readonly certificate: string; readonly key: string }
beforeAll(async () => {
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-tls-'))
  files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

async function lay(certificate: string, key: string): Promise<void> {
  await copyFile(join(PAIRS, `${certificate}.cert.pem`), files.certificate)
  await copyFile(join(PAIRS, `${key}.key.pem`), files.key)
}

interface Answered {
  /** The name in the certificate. */
  readonly name: string
  readonly status: number | undefined
  readonly cookies: readonly string[]
}

/** Signs in over a connection of its own. */
function signInOver(port: number, login: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/api/session', method: 'POST', rejectUnauthorized: false }
    const asked = request({ ...options, agent: false, headers: { 'content-type': 'application/json' } }, (response) => {
      const name = String((response.socket as TLSSocket).getPeerCertificate().subject.CN)
      response.resume()
      resolve({ name, status: response.statusCode, cookies: response.headers['set-cookie'] ?? [] })
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ login, password: PASSWORD }))
  })
}

it('speaks https by itself, with secure cookies, and takes up a new certificate while it runs', async () => {
  await lay('first', 'first')
  const config = readConfig({ DUIZHAO_TLS_CERT: files.certificate, DUIZHAO_TLS_KEY: files.key, DUIZHAO_LOG: 'silent' })
  const { tls, isHttps } = config
  const app = await openApp(
    { ...testConfig, dataFolder: folder, tls, isHttps },
    { pool: office.pool, queue: { enqueue: async () => undefined }, options: { version: '0' } },
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { login } = await office.register(office.city, 'organiser')
  try {
    const { name, status, cookies } = await signInOver(port, login)
    expect([name, status]).toEqual(['first.linjiang.example', 200])
    expect(cookies[0]).toContain('Secure')
    // Half of a change, as while the files are being copied: the one in use stays.
    await lay('second', 'first')
    await new Promise((done) => setTimeout(done, 6_000))
    expect((await signInOver(port, login)).name).toBe('first.linjiang.example')
    await lay('second', 'second')
    await vi.waitUntil(async () => (await signInOver(port, login)).name === 'second.linjiang.example', {
      timeout: 30_000,
      interval: 500,
    })
  } finally {
    await app.close()
  }
})

it('says of a certificate that cannot be used what is wrong with it', async () => {
  expect(() => readConfig({ DUIZHAO_TLS_CERT: files.certificate })).toThrow('证书和私钥要一起写')
  await lay('first', 'second')
  expect(() => readTls(files)).toThrow(/不是证书 .*cert\.pem 的私钥/)
  await writeFile(files.certificate, '证书')
  expect(() => readTls(files)).toThrow(/DUIZHAO_TLS_CERT：.*cert\.pem 不是没有口令的 PEM 文件/)
  await rm(files.certificate)
  expect(() => readTls(files)).toThrow(ConfigFailure)
  expect(() => readTls(files)).toThrow(/DUIZHAO_TLS_CERT：读不了 .*cert\.pem/)
})
