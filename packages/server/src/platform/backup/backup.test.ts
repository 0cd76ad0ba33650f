import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endpoints } from '@duizhao/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyChain } from '../audit/index.ts'
import { openPool } from '../database/pool.ts'
import { fileStore } from '../files/file-store.ts'
import { type Caller, stranger } from '../../testing/client.ts'
import type { Office } from '../../testing/office.ts'
import { backUp } from './back-up.ts'
import { restore, saveBackup, verifyBackup } from './index.ts'
import { openSnapshot, rowsOf, savedTablesOf, sequencesOf } from './snapshot-queries.ts'
import { answer, closed, codesOf, openedRound } from '../../testing/rounds.ts'
import { acting, type BackupScene, openBackupScene } from '../../testing/backups.ts'
import { asOfFirstFormat, editBackup } from './testing/edit-backup.ts'

let scene: BackupScene
let office: Office
let folder: string
beforeEach(async () => {
  scene = await openBackupScene()
  ;({ office, folder } = scene)
})
afterEach(() => scene.close())

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

const pathOf = (hash: string): string => join(folder, 'files', hash.slice(0, 2), hash)

const entriesOf = async (): Promise<number> => (await verifyChain(office.pool.db)).entries

const create = (system: Caller, name: string): Promise<unknown> =>
  system.call(endpoints.createOrganisation, {
    params: { organisationId: office.city.id },
    body: { name, kind: 'unit' },
  })

describe('backup and restore', () => {
  it('has the answers of all rounds though one is closed meanwhile, and the closing only waits', async () => {
    const organiser = await office.employ(office.water, 'organiser')
    const [one, other] = [await openedRound(organiser, office.water.id), await openedRound(organiser, office.water.id)]
    for (const round of [one, other]) await answer(stranger(office.app), codesOf(round)[0]?.[0] ?? '', '会议太多')
    const snapshot = await openSnapshot(office.pool.url)
    const table = (await savedTablesOf(snapshot)).find(({ name }) => name === 'answer')
    const closing = closed(organiser, one)
    await wait(500)
    const lines: string[] = []
    if (table !== undefined) for await (const batch of rowsOf(snapshot, table)) lines.push(...batch)
    expect(lines).toHaveLength(2)
    await snapshot.end()
    expect(await closing).toMatchObject({ state: 'closed', answered: 1 })
    expect(await closed(organiser, other)).toMatchObject({ state: 'closed', answered: 1 })
  })

  it.each([
    ['plain', undefined],
    ['encrypted', '一句只有管理员知道的话'],
  ])('brings back every row and every file, %s', async (_, passphrase) => {
    const system = await office.employ(office.city, 'system_admin')
    await Promise.all(['文旅局', '统计局', '医保局'].map((name) => create(system, `临江市${name}`)))
    const contents = [randomBytes(300_000), Buffer.from('佐证'), Buffer.alloc(0)]
    const kept = await Promise.all(contents.map(async (bytes) => ({ bytes, hash: await scene.keep(bytes) })))
    const path = join(folder, 'backup')
    const secret = passphrase === undefined ? {} : { passphrase }
    const saved = await backUp(path, { ...scene.source, ...secret })
    const entries = await entriesOf()
    const before = await contentsOf(office.pool.url, entries)
    const target = { ...(await scene.elsewhere()), ...secret }
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
    const system = await office.employ(office.city, 'system_admin')
    let isDone = false
    const writing = (async () => {
      for (let i = 0; !isDone; i++) await create(system, `第${i}处`)
    })()
    const path = join(folder, 'backup')
    await backUp(path, scene.source)
    isDone = true
    await writing
    const target = await scene.elsewhere()
    await restore(path, target)
    const pool = openPool(target.databaseUrl, 2)
    expect(await verifyChain(pool.db)).toMatchObject({ intact: true })
    await pool.close()
  })

  it('refuses a wrong passphrase, a cut or changed file, what is no backup, and a target that is in use', async () => {
    const path = join(folder, 'backup')
    await backUp(path, { ...scene.source, passphrase: '一句只有管理员知道的话' })
    await expect(restore(path, { ...(await scene.elsewhere()), passphrase: '猜的' })).rejects.toThrow('口令不对')
    await expect(restore(path, await scene.elsewhere())).rejects.toThrow('加密的')
    const plain = join(folder, 'plain')
    await backUp(plain, scene.source)
    const bytes = await readFile(plain)
    const cut = join(folder, 'cut')
    await writeFile(cut, bytes.subarray(0, bytes.length - 900))
    await expect(restore(cut, await scene.elsewhere())).rejects.toThrow(/不完整|损坏/)
    const changed = join(folder, 'changed')
    const other = Buffer.from(bytes)
    other.writeUInt8(other.readUInt8(600) ^ 1, 600)
    await writeFile(changed, other)
    await expect(restore(changed, await scene.elsewhere())).rejects.toThrow(/不完整|损坏|改动/)
    const noBackup = join(folder, 'none')
    await writeFile(noBackup, '不是备份')
    await expect(restore(noBackup, await scene.elsewhere())).rejects.toThrow('不是对照的备份文件')
    await expect(restore(plain, { ...(await scene.elsewhere()), databaseUrl: office.pool.url })).rejects.toThrow(
      '已有数据',
    )
    await expect(restore(join(folder, 'missing'), await scene.elsewhere())).rejects.toThrow('读不了')
  })

  it('leaves no half-written file behind', async () => {
    await expect(backUp(join(folder, 'missing/backup'), scene.source)).rejects.toThrow('ENOENT')
    await backUp(join(folder, 'backup'), scene.source)
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('files that are not what was kept', () => {
  it('are named, keep nothing else from being saved, and are marked where the rest comes back', async () => {
    const [whole, damaged, missing] = await Promise.all(['一', '二', '三'].map((text) => scene.keep(Buffer.from(text))))
    if (!whole || !damaged || !missing) throw new Error('three files were kept')
    await writeFile(pathOf(damaged), '改过')
    await rm(pathOf(missing))
    const path = join(folder, 'backup')
    const absent = [
      { hash: damaged, state: 'damaged' },
      { hash: missing, state: 'missing' },
    ].toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    expect(await saveBackup(path, { ...scene.source, db: office.pool.db }, acting)).toMatchObject({ files: 1, absent })
    const row = await office.pool.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'system.backup')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ succeeded: false, detail: { files: 1, absent: 2, encrypted: false } })
    const target = await scene.elsewhere()
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
    const hash = await scene.keep(Buffer.from('一'))
    const path = join(folder, 'backup')
    await backUp(path, scene.source)
    const left = join(folder, 'left')
    await editBackup(path, left, (records) =>
      asOfFirstFormat(records.filter(({ head }) => head.kind !== 'file')).map(({ head, content }) => ({
        head: head.kind === 'end' ? { ...head, files: 0 } : head,
        content,
      })),
    )
    const target = await scene.elsewhere()
    expect(await restore(left, target)).toMatchObject({
      summary: { files: 0, absent: [{ hash, state: 'missing' }] },
      signedBy: null,
      signer: 'none',
    })
  })
})
