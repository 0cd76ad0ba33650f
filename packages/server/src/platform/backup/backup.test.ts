import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpoints } from '@duizhao/contract'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type Acting, verifyChain } from '../audit/index.ts'
import { openPool } from '../database/pool.ts'
import { fileStore } from '../files/file-store.ts'
import { type InstallationKey, installationKey } from '../keys/index.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { backUp } from './back-up.ts'
import { restore, saveBackup, verifyBackup } from './index.ts'
import type { RestoreTarget } from './restore.ts'
import { openSnapshot, rowsOf, savedTablesOf, sequencesOf } from './snapshot-queries.ts'
import type { BackupRecord } from './archive-format.ts'
import { editBackup, signAgain } from './testing/edit-backup.ts'

let office: Office
let system: Employee
let folder: string
let key: InstallationKey
const opened: string[] = []

beforeEach(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
  folder = await mkdtemp(join(tmpdir(), 'duizhao-backup-'))
  key = await installationKey(folder)
})
afterEach(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
  for (const name of opened.splice(0)) await onServer(`drop database if exists ${name} with (force)`)
})

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** An empty database and an empty folder. */
async function elsewhere(): Promise<RestoreTarget> {
  const name = `restored_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  opened.push(name)
  return {
    databaseUrl: inject('postgres').replace(/\/[^/]*$/, `/${name}`),
    filesFolder: join(folder, `files-${name}`),
    keys: { own: null },
    acting,
  }
}

const acting: Acting = {
  now: new Date('2026-03-02T08:00:00Z'),
  origin: { address: '本机', device: '测试', requestId: 'r' },
}

/** Every row of every table that is kept and every sequence, as text; of the audit log only the first `entries`. */
async function contentsOf(url: string, entries: number): Promise<unknown> {
  const client = await openSnapshot(url)
  const tables: Record<string, string[]> = {}
  for (const table of await savedTablesOf(client)) {
    if (table.name === 'audit_head') continue
    const lines: string[] = []
    for await (const batch of rowsOf(client, table)) lines.push(...batch)
    // When a migration was applied is the only thing a restored database knows of its own.
    tables[table.name] = table.name === 'migration' ? lines.map((line) => line.split(',')[0] ?? '') : lines
    if (table.name === 'audit_entry') lines.splice(entries)
  }
  const sequences = await sequencesOf(client)
  await client.end()
  return { tables, sequences }
}

const source = () => ({
  databaseUrl: office.pool.url,
  files: fileStore(join(folder, 'files')),
  program: 'test',
  now: new Date('2026-03-01T08:00:00Z'),
  key,
})

/** Keeps a file as the service does: its bytes, then its row. */
async function keep(bytes: Buffer): Promise<string> {
  const hash = await fileStore(join(folder, 'files')).put(bytes)
  await office.pool.db
    .insertInto('stored_file')
    .values({ hash, size: bytes.length, media_type: 'text/plain' })
    .execute()
  return hash
}

const pathOf = (hash: string): string => join(folder, 'files', hash.slice(0, 2), hash)

const entriesOf = async (): Promise<number> => (await verifyChain(office.pool.db)).entries

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
    const contents = [randomBytes(300_000), Buffer.from('佐证'), Buffer.alloc(0)]
    const kept = await Promise.all(contents.map(async (bytes) => ({ bytes, hash: await keep(bytes) })))
    const path = join(folder, 'backup')
    const secret = passphrase === undefined ? {} : { passphrase }
    const saved = await backUp(path, { ...source(), ...secret })
    const entries = await entriesOf()
    const before = await contentsOf(office.pool.url, entries)
    const target = { ...(await elsewhere()), ...secret }
    expect((await verifyBackup(path, target)).summary).toEqual(saved)
    const restored = await restore(path, target)
    expect(restored.summary).toEqual(saved)
    expect(restored.chain).toMatchObject({ intact: true, entries })
    expect(await contentsOf(target.databaseUrl, entries)).toEqual(before)
    const files = fileStore(target.filesFolder)
    for (const { hash, bytes } of kept) expect(await files.get(hash)).toEqual({ state: 'whole', bytes })
    const pool = openPool(target.databaseUrl, 2)
    expect(await verifyChain(pool.db)).toMatchObject({ intact: true, entries: entries + 1 })
    expect(await pool.db.selectFrom('session').selectAll().execute()).toEqual([])
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
    await expect(restore(plain, { ...(await elsewhere()), databaseUrl: office.pool.url })).rejects.toThrow('已有数据')
    await expect(restore(join(folder, 'missing'), await elsewhere())).rejects.toThrow('读不了')
  })

  it('leaves no half-written file behind', async () => {
    await expect(backUp(join(folder, 'missing/backup'), source())).rejects.toThrow('ENOENT')
    await backUp(join(folder, 'backup'), source())
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('files that are not what was kept', () => {
  it('are named, keep nothing else from being saved, and are marked where the rest comes back', async () => {
    const [whole, damaged, missing] = await Promise.all(['一', '二', '三'].map((text) => keep(Buffer.from(text))))
    if (!whole || !damaged || !missing) throw new Error('three files were kept')
    await writeFile(pathOf(damaged), '改过')
    await rm(pathOf(missing))
    const path = join(folder, 'backup')
    const absent = [
      { hash: damaged, state: 'damaged' },
      { hash: missing, state: 'missing' },
    ].toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    expect(await saveBackup(path, { ...source(), db: office.pool.db }, acting)).toMatchObject({ files: 1, absent })
    const row = await office.pool.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'system.backup')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ succeeded: false, detail: { files: 1, absent: 2, encrypted: false } })
    const target = await elsewhere()
    expect((await restore(path, target)).summary).toMatchObject({ files: 1, absent })
    const pool = openPool(target.databaseUrl, 2)
    const states = await pool.db.selectFrom('stored_file').select(['hash', 'state']).execute()
    expect(new Map(states.map(({ hash, state }) => [hash, state]))).toEqual(
      new Map([
        [whole, 'whole'],
        [damaged, 'missing'],
        [missing, 'missing'],
      ]),
    )
    const restored = await pool.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'system.restore')
      .execute()
    expect(restored).toMatchObject([{ succeeded: false, detail: { files: 1, absent: 2, chainIntact: true } }])
    await pool.close()
  })

  it('are found by the rows, where the backup says nothing of them', async () => {
    const hash = await keep(Buffer.from('一'))
    const path = join(folder, 'backup')
    await backUp(path, source())
    const left = join(folder, 'left')
    await editBackup(path, left, (records) =>
      asOfFirstFormat(records.filter(({ head }) => head.kind !== 'file')).map(({ head, content }) => ({
        head: head.kind === 'end' ? { ...head, files: 0 } : head,
        content,
      })),
    )
    const target = await elsewhere()
    expect(await restore(left, target)).toMatchObject({
      summary: { files: 0, absent: [{ hash, state: 'missing' }] },
      signedBy: null,
      signer: 'none',
    })
  })
})

/** As programs before signatures wrote it. */
function asOfFirstFormat(records: readonly BackupRecord[]): BackupRecord[] {
  return records
    .filter(({ head }) => head.kind !== 'signature')
    .map(({ head, content }) => ({ head: head.kind === 'begin' ? { ...head, version: 1 as const } : head, content }))
}

/** A name changed in the rows of organisations, with a hash that fits again. */
function forged(records: readonly BackupRecord[]): BackupRecord[] {
  const changed = (content: Buffer): Buffer => Buffer.from(content.toString('utf8').replaceAll('临江', '临河'))
  const rows = records.filter(({ head }) => head.kind === 'rows' && head.table === 'organisation')
  const digest = createHash('sha256')
  for (const { content } of rows) digest.update(changed(content))
  const hash = digest.digest('hex')
  return records.map(({ head, content }) => {
    if (head.kind === 'rows' && head.table === 'organisation') return { head, content: changed(content) }
    if (head.kind !== 'end') return { head, content }
    const tables = head.tables.map((table) => (table.name === 'organisation' ? { ...table, hash } : table))
    return { head: { ...head, tables }, content }
  })
}

describe('a backup that was edited', () => {
  const edits: readonly [string, (records: readonly BackupRecord[]) => BackupRecord[]][] = [
    ['a name changed, hash and all', forged],
    [
      'a table left out of the end',
      (records) => withTables(records, (names) => names.filter((name) => name !== 'account')),
    ],
    [
      'a table left out altogether',
      (records) =>
        withTables(
          records.filter(({ head }) => head.kind !== 'rows' || head.table !== 'account'),
          (names) => names.filter((name) => name !== 'account'),
        ),
    ],
    ['a table named twice', (records) => withTables(records, (names) => [...names, 'account'])],
    ['the end left out', (records) => records.filter(({ head }) => head.kind !== 'end')],
    ['the beginning left out', (records) => records.slice(1)],
    ['a sequence left out', (records) => records.filter(({ head }) => head.kind !== 'sequence')],
    ['a file left out', (records) => records.filter(({ head }) => head.kind !== 'file')],
    ['something after the signature', (records) => [...records, ...records.slice(1, 2)]],
    [
      'said to be of another day',
      (records) =>
        records.map(({ head, content }) => ({
          head: head.kind === 'begin' ? { ...head, at: '2026-02-01T00:00:00Z' } : head,
          content,
        })),
    ],
    ['the signature left out', (records) => records.filter(({ head }) => head.kind !== 'signature')],
  ]

  it.each(edits)('is refused: %s; a second try with the right one works', async (_, edit) => {
    await keep(randomBytes(100))
    const path = join(folder, 'backup')
    await backUp(path, source())
    const edited = join(folder, 'edited')
    await editBackup(path, edited, edit)
    const target = await elsewhere()
    await expect(verifyBackup(edited, target)).rejects.toThrow(/损坏|不完整/)
    await expect(restore(edited, target)).rejects.toThrow(/损坏|不完整/)
    expect((await readdir(folder)).filter((name) => name.startsWith('files-'))).toEqual([])
    expect((await restore(path, target)).summary.files).toBe(1)
  })

  it('and signed again is refused where the key is known, and said where it is not', async () => {
    const path = join(folder, 'backup')
    await backUp(path, source())
    const edited = join(folder, 'edited')
    const other = await installationKey(join(folder, 'other'))
    await editBackup(path, edited, (records) => signAgain(forged(records), other))
    const target = await elsewhere()
    for (const keys of [{ own: key.fingerprint }, { own: null, named: key.fingerprint }]) {
      await expect(verifyBackup(edited, { keys })).rejects.toThrow(/不是本系统签的|不是要的那把/)
      await expect(restore(edited, { ...target, keys })).rejects.toThrow(/不是本系统签的|不是要的那把/)
    }
    expect(await verifyBackup(edited, target)).toMatchObject({ signer: 'unknown', signedBy: other.fingerprint })
    expect(await verifyBackup(path, { keys: { own: key.fingerprint } })).toMatchObject({ signer: 'own' })
    expect(await restore(path, { ...target, keys: { own: null, named: key.fingerprint } })).toMatchObject({
      signer: 'named',
      signedBy: key.fingerprint,
    })
  })

  it('and made one of the first format is told as not signed, and refused where a key is asked for', async () => {
    const path = join(folder, 'backup')
    await backUp(path, source())
    const old = join(folder, 'old')
    await editBackup(path, old, asOfFirstFormat)
    const target = await elsewhere()
    await expect(restore(old, { ...target, keys: { own: null, named: key.fingerprint } })).rejects.toThrow('没有签名')
    expect(await restore(old, target)).toMatchObject({ signer: 'none', signedBy: null })
  })

  it.each([
    ['plain', undefined, 12],
    ['encrypted', '一句只有管理员知道的话', 5],
  ])('is found wherever a byte is changed or the rest cut off, %s', async (_, passphrase, count) => {
    await keep(randomBytes(2_000))
    const path = join(folder, 'backup')
    await backUp(path, { ...source(), passphrase })
    const bytes = await readFile(path)
    const spoilt = join(folder, 'spoilt')
    const look = () => verifyBackup(spoilt, { passphrase, keys: { own: null } })
    // The first 64 bytes hold marks and the date in the head of gzip, which says nothing of the contents.
    for (let at = 0; at < count; at++) {
      const place = 64 + Math.floor(((bytes.length - 64) * at) / count)
      const changed = Buffer.from(bytes)
      changed.writeUInt8(bytes.readUInt8(place) ^ 0x10, place)
      for (const content of [changed, bytes.subarray(0, place)]) {
        await writeFile(spoilt, content)
        await expect(look(), `${place}`).rejects.toThrow(/损坏|改动|不完整/)
      }
    }
  })
})

function withTables(
  records: readonly BackupRecord[],
  change: (names: readonly string[]) => readonly string[],
): BackupRecord[] {
  return records.map(({ head, content }) => {
    if (head.kind !== 'end') return { head, content }
    const tables = change(head.tables.map(({ name }) => name)).flatMap(
      (name) => head.tables.find((table) => table.name === name) ?? [],
    )
    return { head: { ...head, tables }, content }
  })
}
