import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { endpoints } from '@duizhao/contract'
import { officialDocument } from '@duizhao/report'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explainFailure } from './explain-failure.ts'
import { readConfig } from './platform/config.ts'
import { startServer } from './server.ts'
import type { Pool } from './platform/database/pool.ts'
import { testDatabase } from './testing/database.ts'
import { openOffice } from './testing/office.ts'
import { smallDisk } from './testing/small-disk.ts'
import { signInAt, startProcess } from './testing/server-process.ts'

let database: Pool & { readonly url: string }
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-failures-'))
  await chmod(folder, 0o755)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

/** The sentences a server with these settings does not start with. */
async function refusedWith(settings: Readonly<Record<string, string>>): Promise<string | null> {
  const config = readConfig({ DUIZHAO_DATA: folder, DUIZHAO_PORT: '0', DUIZHAO_LOG: 'silent', ...settings })
  const failure: unknown = await startServer(config, { version: '0.0.0' }).then(
    (running) => running.stop(),
    (error: unknown) => error,
  )
  return explainFailure(failure, config)
}

/** The test database under another user, password, host or name. */
function urlWith(change: (url: URL) => void): string {
  const url = new URL(database.url)
  change(url)
  return url.href
}

it('a database that cannot be had is told by what is wrong with its address, without the password', async () => {
  const cases: readonly (readonly [change: (url: URL) => void, told: RegExp])[] = [
    [(url) => (url.password = 'wrong-password'), /不接受这个用户或口令.*核对 DATABASE_URL 里的用户和口令/],
    [(url) => (url.username = 'nobody'), /不接受这个用户或口令/],
    // A socket of the file system is written as its folder.
    [(url) => (url.pathname = '/nowhere'), /没有 [^\s%]+:\d+\/nowhere 这个库.*先建库/],
    [(url) => (url.host = '127.0.0.1:1'), /127\.0\.0\.1:1\/test_\w+ 连不上.*主机和端口/],
    [(url) => (url.hostname = 'nowhere.invalid'), /nowhere\.invalid:\d+\/test_\w+ 连不上/],
  ]
  for (const [change, told] of cases) {
    const url = urlWith(change)
    const words = await refusedWith({ DATABASE_URL: url })
    expect(words).toMatch(told)
    expect(words).not.toContain(new URL(url).password)
  }
})

it('a database of a newer program is not touched', async () => {
  const future = sql`insert into migration (name) values ('9999-of-the-future.sql')`
  await future.execute(database.db)
  expect(await refusedWith({ DATABASE_URL: database.url })).toMatch(/数据库比程序新（9999-of-the-future\.sql）/)
  await sql`delete from migration where name like '9999%'`.execute(database.db)
})

it('a port that is taken, and an address that is not of this machine, are told with the setting to change', async () => {
  const taken = createServer()
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  const address = taken.address()
  const port = String(typeof address === 'object' && address !== null ? address.port : 0)
  try {
    const words = await refusedWith({ DATABASE_URL: database.url, DUIZHAO_PORT: port })
    expect(words).toContain(`端口 ${port} 已被别的程序占用`)
    expect(words).toContain('DUIZHAO_PORT')
  } finally {
    taken.close()
  }
  const foreign = await refusedWith({ DATABASE_URL: database.url, DUIZHAO_HOST: '192.0.2.1' })
  expect(foreign).toMatch(/这台机器没有地址 192\.0\.2\.1/)
})

it('a data folder that cannot be made is told with its path', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  expect(await refusedWith({ DUIZHAO_DATA: join(file, 'data') })).toContain(`${file} 建不成文件夹`)
  expect(await refusedWith({ DUIZHAO_DATA: file })).toContain('路径里已经有一个文件')
})

it.runIf(process.platform === 'linux')('a data folder that is read-only is told with what to do', async () => {
  expect(await refusedWith({ DUIZHAO_DATA: '/sys/duizhao' })).toMatch(
    /^(?:没有权限读写 \/sys\/duizhao|\/sys\/duizhao 所在的磁盘是只读的).*DUIZHAO_DATA/,
  )
})

it('a data folder to be made on a disk that is read-only, at any depth, is told with what to do', async ({ skip }) => {
  const place = await mkdtemp(join(folder, 'disk-'))
  const disk = smallDisk(place)
  if (disk === null) return skip('nobody may mount here')
  disk.makeReadOnly()
  try {
    for (const data of [join(place, 'data'), join(place, 'far', 'down', 'data')])
      expect(await refusedWith({ DUIZHAO_DATA: data }), data).toMatch(
        new RegExp(`^${place}/\\w+ 所在的磁盘是只读的。.*DUIZHAO_DATA`),
      )
  } finally {
    disk.remove()
  }
})

it('a file for a disk that is full, or has become read-only, is refused in a sentence', async ({ skip }) => {
  const office = await openOffice()
  const { call } = await office.employ(office.city, 'organiser')
  const upload = (words: string) => {
    const bytes = officialDocument({
      title: '督办单',
      number: '',
      addressee: '',
      blocks: [{ kind: 'paragraph', words }],
    })
    const file = new File([new Uint8Array(bytes)], '督办单.docx')
    return call(endpoints.setNoticeTemplate, { params: { organisationId: office.city.id }, file })
  }
  await mkdir(office.filesFolder, { recursive: true })
  const disk = smallDisk(office.filesFolder)
  if (disk === null) return skip('nobody may mount here')
  try {
    const refusalOf = (words: string) => upload(words).catch((error: unknown) => error)
    expect(await refusalOf(randomBytes(1_500_000).toString('base64'))).toMatchObject({
      refusal: { status: 503, code: 'unavailable', title: expect.stringContaining('磁盘满了') },
    })
    expect(await upload('{{文号}}')).toEqual({ fields: ['文号'], unknown: [] })
    disk.makeReadOnly()
    expect(await refusalOf('{{单位}}')).toMatchObject({
      refusal: { status: 503, code: 'unavailable', title: expect.stringContaining('磁盘现在只能读') },
    })
  } finally {
    disk.remove()
    await office.close()
  }
})

it('http for other machines is refused where the settings say so', async () => {
  const settings = { DATABASE_URL: database.url, DUIZHAO_HOST: '0.0.0.0', DUIZHAO_REFUSE_HTTP: 'true' }
  expect(await refusedWith(settings)).toMatch(/没有启动.*0\.0\.0\.0.*DUIZHAO_REFUSE_HTTP 不许.*DUIZHAO_TLS_CERT/)
})

it('a fault of the program is no sentence', () => {
  const config = readConfig({})
  expect(explainFailure(new TypeError('x is not a function'), config)).toBe(null)
  expect(explainFailure('words', config)).toBe(null)
})

it.skipIf(process.platform === 'win32')('a new database there is no room for is told as a full disk', async () => {
  const starting = startProcess(join(folder, 'small'), { largestFile: 64 })
  await expect(starting).rejects.toThrow(/磁盘满了，没有建成数据库。请在 .*small\/postgres 所在的磁盘上腾出空间/)
})

it.skipIf(process.platform === 'win32')(
  'a file there is no room for is refused in a sentence; smaller ones go in',
  async () => {
    const office = await openOffice()
    const { login } = await office.register(office.city, 'organiser')
    const server = await startProcess(folder, { databaseUrl: office.pool.url, largestFile: 64 })
    try {
      const caller = await signInAt(server.address, login)
      const upload = (words: string) => {
        const bytes = officialDocument({
          title: '督办单',
          number: '',
          addressee: '',
          blocks: [{ kind: 'paragraph', words }],
        })
        const file = new File([new Uint8Array(bytes)], '督办单.docx')
        return caller.call(endpoints.setNoticeTemplate, { params: { organisationId: office.city.id }, file })
      }
      const refused = await upload(randomBytes(200_000).toString('hex')).catch((error: unknown) => error)
      expect(refused).toMatchObject({ refusal: { code: 'unavailable', title: expect.stringContaining('磁盘满了') } })
      expect(await upload('{{文号}}')).toEqual({ fields: ['文号'], unknown: [] })
    } finally {
      await server.kill()
      await office.close()
    }
  },
)
