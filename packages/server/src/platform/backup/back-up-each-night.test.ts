import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpoints } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Employee, type Office, openOffice, testConfig } from '../../testing/office.ts'
import { fileStore } from '../files/index.ts'
import { installationKey } from '../keys/index.ts'
import { backUpEachNight, saveBackup, verifyBackup } from './index.ts'

let office: Office
let system: Employee
let folder: string

beforeEach(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
  folder = await mkdtemp(join(tmpdir(), 'duizhao-nights-'))
})
afterEach(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

const backups = (): string => join(folder, 'backups')

/** The night of a day, with so many backups to be kept. */
function night(day: number, keep = 2): Promise<void> {
  const now = new Date(Date.UTC(2026, 2, day, 17, 20))
  return backUpEachNight.work(
    {
      db: office.pool.patient,
      databaseUrl: office.pool.url,
      files: fileStore(join(folder, 'files')),
      config: { ...testConfig, dataFolder: folder, backup: { folder: backups(), keep, warnAfterDays: 7 } },
      now,
      enqueue: async () => undefined,
    },
    {},
  )
}

const nameOf = (day: number): string => `duizhao-202603${String(day).padStart(2, '0')}T172000Z.backup`

it('keeps the newest that are whole, and whatever else lies in the folder', async () => {
  await night(1)
  await writeFile(join(backups(), 'notes.txt'), '别删')
  await writeFile(join(backups(), `${nameOf(1)}.part`), '断了')
  for (const day of [2, 3]) await night(day)
  expect((await readdir(backups())).toSorted()).toEqual([nameOf(2), nameOf(3), 'notes.txt'])
  expect(await verifyBackup(join(backups(), nameOf(3)), { keys: { own: null } })).toMatchObject({
    summary: { absent: [] },
  })
})

it('never removes the last that holds everything', async () => {
  await night(1)
  const bytes = Buffer.from('佐证')
  const hash = await fileStore(join(folder, 'files')).put(bytes)
  await office.pool.db
    .insertInto('stored_file')
    .values({ hash, size: bytes.length, media_type: 'text/plain' })
    .execute()
  await night(2)
  await rm(join(folder, 'files', hash.slice(0, 2), hash))
  for (const day of [3, 4, 5]) await night(day)
  expect((await readdir(backups())).toSorted()).toEqual([nameOf(2), nameOf(4), nameOf(5)])
})

it('leaves the older ones and writes it down if a night fails', async () => {
  await night(1, 1)
  // A file that cannot be read, for a reason that says nothing of its contents.
  const hash = 'a'.repeat(64)
  await mkdir(join(folder, 'files/aa', hash), { recursive: true })
  await office.pool.db.insertInto('stored_file').values({ hash, size: 1, media_type: 'text/plain' }).execute()
  await expect(night(2, 1)).rejects.toThrow('EISDIR')
  expect(await readdir(backups())).toEqual([nameOf(1)])
  const rows = await office.pool.db
    .selectFrom('audit_entry')
    .select(['succeeded', 'detail'])
    .where('action', '=', 'system.backup')
    .orderBy('number')
    .execute()
  expect(rows).toMatchObject([
    { succeeded: true },
    { succeeded: false, detail: { reason: expect.stringContaining('EISDIR') } },
  ])
})

const tasks = async (): Promise<string[]> =>
  (await system.call(endpoints.readHome, {})).tasks.filter(({ id }) => id === 'backup').map(({ context }) => context)

/** As if everything so far had been so many days ago. */
async function passDays(days: number): Promise<void> {
  await office.pool.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update audit_entry set at = at - make_interval(days => ${days})`.execute(tx)
  })
}

it('is asked for on the home of the system administrator when the last good one is old', async () => {
  await system.call(endpoints.createOrganisation, {
    params: { organisationId: office.city.id },
    body: { name: '临江市统计局', kind: 'unit' },
  })
  expect(await tasks()).toEqual([])
  await passDays(8)
  expect(await tasks()).toEqual(['用了 8 天，还没有做成过一次备份'])
  const source = { db: office.pool.db, databaseUrl: office.pool.url, files: fileStore(join(folder, 'files')) }
  const key = await installationKey(folder)
  const origin = { address: '本机', device: '测试', requestId: 'r' }
  await saveBackup(join(folder, 'by-hand'), { ...source, key }, { now: new Date(), origin })
  expect(await tasks()).toEqual([])
  await passDays(10)
  expect(await tasks()).toEqual(['上一次完好的备份是 10 天前的'])
  const head = await office.employ(office.water, 'system_admin')
  const { tasks: ofBureau } = await head.call(endpoints.readHome, {})
  expect(ofBureau.filter(({ id }) => id === 'backup')).toEqual([])
})
