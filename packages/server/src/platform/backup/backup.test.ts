import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpoints } from '@duizhao/contract'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { verifyChain } from '../audit/index.ts'
import { openPool } from '../database/pool.ts'
import { fileStore } from '../files/file-store.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { backUp, restore } from './index.ts'
import { openSnapshot, rowsOf, sequencesOf, tablesOf } from './snapshot-queries.ts'

let office: Office
let system: Employee
let folder: string
const opened: string[] = []

beforeEach(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
  folder = await mkdtemp(join(tmpdir(), 'duizhao-backup-'))
})
afterEach(async () => {
  await office.close()
  for (const name of opened.splice(0)) await onServer(`drop database if exists ${name} with (force)`)
})

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** An empty database and an empty folder. */
async function elsewhere(): Promise<{ databaseUrl: string; filesFolder: string }> {
  const name = `restored_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  opened.push(name)
  return { databaseUrl: inject('postgres').replace(/\/[^/]*$/, `/${name}`), filesFolder: join(folder, `files-${name}`) }
}

/** Every row of every table and every sequence, as text. */
async function contentsOf(url: string): Promise<unknown> {
  const client = await openSnapshot(url)
  const tables: Record<string, string[]> = {}
  for (const table of await tablesOf(client)) {
    const lines: string[] = []
    for await (const batch of rowsOf(client, table)) lines.push(...batch)
    // When a migration was applied is the only thing a restored database knows of its own.
    tables[table.name] = table.name === 'migration' ? lines.map((line) => line.split(',')[0] ?? '') : lines
  }
  const sequences = await sequencesOf(client)
  await client.end()
  return { tables, sequences }
}

const source = () => ({
  databaseUrl: office.pool.url,
  filesFolder: join(folder, 'files'),
  program: 'test',
  now: new Date('2026-03-01T08:00:00Z'),
})

const create = (name: string): Promise<unknown> =>
  system.call(endpoints.createOrganisation, {
    params: { organisationId: office.city.id },
    body: { name, kind: 'unit' },
  })

describe('backup and restore', () => {
  it.each([
    ['plain', undefined],
    ['encrypted', '一句只有管理员知道的话'],
  ])('brings back every row and every file, %s', async (_, passphrase) => {
    await Promise.all(['文旅局', '统计局', '医保局'].map((name) => create(`临江市${name}`)))
    const files = fileStore(join(folder, 'files'))
    const contents = [randomBytes(300_000), Buffer.from('佐证'), Buffer.alloc(0)]
    const kept = await Promise.all(contents.map(async (bytes) => ({ bytes, hash: await files.put(bytes) })))
    const path = join(folder, 'backup')
    const secret = passphrase === undefined ? {} : { passphrase }
    const saved = await backUp(path, { ...source(), ...secret })
    const before = await contentsOf(office.pool.url)
    const target = { ...(await elsewhere()), ...secret }
    expect(await restore(path, target)).toEqual(saved)
    expect(await contentsOf(target.databaseUrl)).toEqual(before)
    const restored = fileStore(target.filesFolder)
    for (const { hash, bytes } of kept) expect(await restored.get(hash)).toEqual({ state: 'whole', bytes })
    const pool = openPool(target.databaseUrl, 2)
    expect(await verifyChain(pool.db)).toMatchObject({ intact: true })
    // Rows are guarded as before: what must not be changed still must not.
    await expect(pool.db.deleteFrom('audit_entry').execute()).rejects.toThrow('不能修改或删除')
    await pool.close()
  })

  it('is of one moment while others write', async () => {
    let isDone = false
    const writing = (async () => {
      for (let i = 0; !isDone; i++) await create(`第${i}处`)
    })()
    const path = join(folder, 'backup')
    await backUp(path, source())
    isDone = true
    await writing
    const target = await elsewhere()
    await restore(path, target)
    const pool = openPool(target.databaseUrl, 2)
    expect(await verifyChain(pool.db)).toMatchObject({ intact: true })
    await pool.close()
  })

  it('refuses a wrong passphrase, a cut or changed file, what is no backup, and a target that is in use', async () => {
    const path = join(folder, 'backup')
    await backUp(path, { ...source(), passphrase: '一句只有管理员知道的话' })
    await expect(restore(path, { ...(await elsewhere()), passphrase: '猜的' })).rejects.toThrow('口令不对')
    await expect(restore(path, await elsewhere())).rejects.toThrow('加密的')
    const plain = join(folder, 'plain')
    await backUp(plain, source())
    const bytes = await readFile(plain)
    const cut = join(folder, 'cut')
    await writeFile(cut, bytes.subarray(0, bytes.length - 900))
    await expect(restore(cut, await elsewhere())).rejects.toThrow(/不完整|损坏/)
    const changed = join(folder, 'changed')
    const other = Buffer.from(bytes)
    other.writeUInt8(other.readUInt8(600) ^ 1, 600)
    await writeFile(changed, other)
    await expect(restore(changed, await elsewhere())).rejects.toThrow(/不完整|损坏|改动/)
    const noBackup = join(folder, 'none')
    await writeFile(noBackup, '不是备份')
    await expect(restore(noBackup, await elsewhere())).rejects.toThrow('不是对照的备份文件')
    await expect(restore(plain, { databaseUrl: office.pool.url, filesFolder: join(folder, 'new') })).rejects.toThrow(
      '已有数据',
    )
    await expect(restore(join(folder, 'missing'), await elsewhere())).rejects.toThrow('读不了')
  })

  it('leaves no half-written file behind', async () => {
    await expect(backUp(join(folder, 'missing/backup'), source())).rejects.toThrow('ENOENT')
    await backUp(join(folder, 'backup'), source())
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
