import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { endpoints } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice, testConfig } from '../../testing/office.ts'
import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { hashOf } from './chained-entry.ts'
import { keepAnchors, record, writeAnchor } from './index.ts'
import { entriesFrom } from './queries.ts'

let office: Office
let auditor: Employee
let dataFolder: string
beforeEach(async () => {
  office = await openOffice()
  auditor = await office.employ(office.city, 'audit_admin')
  dataFolder = dirname(office.filesFolder)
})
afterEach(() => office.close())

const file = (): string => join(dataFolder, 'anchors', 'audit.jsonl')
const anchor = (occasion: 'hour' | 'restore' = 'hour') =>
  writeAnchor(office.pool.db, { dataFolder, anchorFile: undefined }, { occasion, now: new Date() })
const verify = (code?: string) => auditor.call(endpoints.verifyAudit, code === undefined ? {} : { query: { code } })

async function acts(howMany: number): Promise<void> {
  for (let at = 0; at < howMany; at += 1)
    await transaction(office.pool.db, (tx) =>
      record(
        tx,
        { now: new Date(), origin: { address: '', device: '', requestId: newId() } },
        { action: 'organisation.create', subject: `第${at}科` },
      ),
    )
}

/** The database's owner: no trigger and no grant stops him. */
async function asOwner(work: (db: Database) => Promise<unknown>): Promise<void> {
  await sql`alter table audit_entry disable trigger all`.execute(office.pool.db)
  await work(office.pool.db)
  await sql`alter table audit_entry enable trigger all`.execute(office.pool.db)
}

/** Takes every hash anew from an entry on, after it was changed or others before it left out, and moves the head. */
async function recompute(db: Database): Promise<void> {
  let previousHash = '0'.repeat(64)
  let number = 0
  for (const { hash: _, ...entry } of await entriesFrom(db, 1, 100_000)) {
    number += 1
    const hash = hashOf({ ...entry, number, previousHash })
    await db
      .updateTable('audit_entry')
      .set({ number, previous_hash: previousHash, hash })
      .where('number', '=', entry.number)
      .execute()
    previousHash = hash
  }
  await db.updateTable('audit_head').set({ number, hash: previousHash }).execute()
}

const cutTail = (after: number) =>
  asOwner(async (db) => {
    await db.deleteFrom('audit_entry').where('number', '>', after).execute()
    const last = await db.selectFrom('audit_entry').select('hash').where('number', '=', after).executeTakeFirstOrThrow()
    await db.updateTable('audit_head').set({ number: after, hash: last.hash }).execute()
  })

describe('what was written down outside the database', () => {
  it('is found again in a chain that was left alone', async () => {
    await acts(3)
    const first = await anchor()
    await acts(2)
    const last = await anchor()
    expect(last.number).toBe(first.number + 2)
    expect(await verify()).toMatchObject({
      intact: true,
      broken: null,
      anchors: { compared: 2, latest: { number: last.number }, faults: [], notes: [] },
    })
  })

  it('finds an end that was cut off together with the head', async () => {
    await acts(5)
    const { number } = await anchor()
    await cutTail(number - 3)
    const { intact, broken, anchors } = await verify()
    expect([intact, broken]).toEqual([false, null])
    expect(anchors.faults).toEqual([
      expect.stringMatching(`末尾被删去了：.+的锚点记着第 ${number} 条，现在只到第 ${number - 3} 条`),
    ])
  })

  it('finds a chain with an entry changed or left out and all hashes taken anew, and says since which anchor', async () => {
    await acts(3)
    const before = await anchor()
    await acts(4)
    const after = await anchor()
    await acts(2)
    await asOwner(async (db) => {
      await db
        .updateTable('audit_entry')
        .set({ subject: '别的' })
        .where('number', '=', before.number + 2)
        .execute()
      await recompute(db)
    })
    const changed = await verify()
    expect([changed.intact, changed.broken]).toEqual([false, null])
    expect(changed.anchors.faults).toEqual([
      expect.stringMatching(
        `第 ${after.number} 条与.+的锚点不符：第 ${before.number + 1} 条到第 ${after.number} 条之间.+最后相符的是.+（第 ${before.number} 条）`,
      ),
    ])
    await asOwner(async (db) => {
      await db.deleteFrom('audit_entry').where('number', '=', 2).execute()
      await recompute(db)
    })
    const { anchors } = await verify()
    expect(anchors.faults).toEqual([expect.stringContaining('没有更早的锚点相符')])
  })

  it('tells a restored older backup as what it is, and takes no entry’s word for it', async () => {
    await acts(2)
    await anchor()
    const from = (await verify()).entries + 1
    await acts(5)
    const lost = await anchor()
    await cutTail(from)
    const restoration = {
      action: 'system.restore',
      subject: '全部数据',
      detail: { backupOf: '2026-01-08T01:20:00.000Z' },
    }
    await transaction(office.pool.db, (tx) =>
      record(tx, { now: new Date(), origin: { address: '', device: '', requestId: newId() } }, restoration),
    )
    const forged = await verify()
    expect(forged.anchors.faults).toEqual([
      expect.stringContaining(`记着第 ${lost.number} 条`),
      `第 ${from + 1} 条说恢复过备份，但这次恢复没有写进锚点文件。`,
    ])
    await cutTail(from + 1)
    await anchor('restore')
    const honest = await verify()
    expect([honest.intact, honest.anchors.faults]).toEqual([true, []])
    expect(honest.anchors.notes).toEqual([
      expect.stringMatching(`恢复过 2026年1月8日.*的备份（第 ${from + 1} 条）：.+到第 ${lost.number} 条不在这份备份里`),
    ])
  })

  it('is a file in which a changed line, or one of another key, is found; one broken off by a power cut is passed over', async () => {
    await acts(2)
    await anchor()
    await appendFile(file(), '{"number":9,"ha')
    await anchor()
    expect(await verify()).toMatchObject({ intact: true, anchors: { compared: 2 } })
    const text = await readFile(file(), 'utf8')
    await writeFile(file(), text.replace('"number":', '"number":1'))
    const changed = await verify()
    expect([changed.intact, changed.anchors.faults]).toEqual([false, ['锚点文件第 2 行的签名不对：这一行被改过。']])
    await writeFile(file(), text)
    const elsewhere = join(dataFolder, 'elsewhere')
    await writeAnchor(
      office.pool.db,
      { dataFolder: elsewhere, anchorFile: file() },
      { occasion: 'hour', now: new Date() },
    )
    const foreign = await verify()
    expect([foreign.intact, foreign.anchors.faults]).toEqual([false, [expect.stringContaining('另一把密钥签的')]])
  })
})

describe('a file of anchors somebody laid hands on', () => {
  const lines = async (): Promise<string[]> =>
    (await readFile(file(), 'utf8')).split('\n').filter((line) => line !== '')
  const three = async (): Promise<string[]> => {
    for (let at = 0; at < 3; at += 1) {
      await acts(2)
      await anchor()
    }
    return lines()
  }

  it.each<[how: string, change: (written: readonly string[]) => readonly string[]]>([
    ['the first line taken out', (written) => written.slice(1)],
    ['a line taken out of the middle', (written) => written.filter((_, at) => at !== 1)],
    ['a line made unreadable', (written) => written.map((line, at) => (at === 1 ? line.slice(1) : line))],
    ['lines in another order', (written) => written.toReversed()],
    ['nothing left in it', () => []],
    ['every line made unreadable', (written) => written.map((line) => line.slice(1))],
  ])('is found: %s', async (_, change) => {
    await writeFile(file(), change(await three()).join('\n'))
    const { intact, broken, anchors } = await verify()
    expect([intact, broken, anchors.faults.length > 0]).toEqual([false, null, true])
  })

  it('is found when it was deleted, and does not count as one that was never there', async () => {
    await three()
    await rm(file())
    const { intact, anchors } = await verify()
    expect([intact, anchors.faults]).toEqual([false, [expect.stringContaining('没有锚点文件')]])
  })

  it('is found when its end was cut off under a running service', async () => {
    const told: string[] = []
    const stop = await keepAnchors({
      db: office.pool.db,
      config: { ...testConfig, dataFolder },
      acting: (now: Date) => ({ now, origin: { address: '', device: '', requestId: newId() } }),
      tell: (words) => void told.push(words),
    })
    await writeFile(file(), (await lines()).slice(0, -1).join('\n'))
    await stop()
    expect(told).toEqual([expect.stringContaining('上次写下的一行不在了')])
    expect((await verify()).anchors.faults).toEqual([expect.stringContaining('有锚点被删去')])
  })

  it('is believed without the key only by the fingerprint one names', async () => {
    await three()
    await rm(join(dataFolder, 'keys'), { recursive: true })
    const { intact, anchors } = await verify()
    expect([intact, anchors.faults]).toEqual([false, [expect.stringContaining('没有本系统的密钥')]])
  })

  it('written down with the clock ahead, a restoration explains nothing that was written down after it', async () => {
    await acts(2)
    const ahead = new Date(Date.now() + 10 * 365 * 86_400_000)
    const restoration = { action: 'system.restore', subject: '全部数据', detail: { backupOf: ahead.toISOString() } }
    await transaction(office.pool.db, (tx) =>
      record(tx, { now: ahead, origin: { address: '', device: '', requestId: newId() } }, restoration),
    )
    const { number } = await anchor('restore')
    await acts(4)
    const later = await anchor()
    await cutTail(number + 1)
    expect((await verify()).anchors.faults).toEqual([expect.stringContaining(`记着第 ${later.number} 条`)])
  })
})

it('the end of the chain is printed as a code, which is found again later, or not', async () => {
  await acts(3)
  const head = await auditor.call(endpoints.readAuditHead, {})
  expect(head).toMatchObject({ anchor: null, code: expect.stringMatching(/^\d+(-[0-9a-f]{4}){6}$/) })
  await anchor()
  expect((await auditor.call(endpoints.readAuditHead, {})).anchor).toMatchObject({ number: head.number })
  expect(await verify(head.code.toUpperCase().replaceAll('-', ' '))).toMatchObject({ intact: true })
  await expect(verify('不是')).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  await asOwner(async (db) => {
    await db.updateTable('audit_entry').set({ subject: '别的' }).where('number', '=', 2).execute()
    await recompute(db)
  })
  await writeFile(file(), '')
  expect((await verify(head.code)).anchors.faults).toEqual([
    expect.stringContaining('里没有锚点'),
    expect.stringContaining('与抄下的链尾码不符'),
  ])
})

it('the head is written down at start and at stop; where that cannot be, it is told and stands in the log', async () => {
  const config = { ...testConfig, dataFolder }
  const told: string[] = []
  const means = {
    db: office.pool.db,
    acting: (now: Date) => ({ now, origin: { address: '', device: '', requestId: newId() } }),
    tell: (words: string) => void told.push(words),
  }
  const stop = await keepAnchors({ ...means, config })
  await acts(2)
  await stop()
  const { anchors } = await verify()
  expect([anchors.compared, anchors.faults, told]).toEqual([2, [], []])
  const blocked = join(file(), 'under-a-file.jsonl')
  await (
    await keepAnchors({ ...means, config: { ...config, anchorFile: blocked } })
  )()
  expect(told).toEqual([expect.stringContaining(blocked), expect.stringContaining(blocked)])
  const { items } = await auditor.call(endpoints.listAuditEntries, { query: { action: 'audit.anchor' } })
  expect(items.map(({ succeeded }) => succeeded)).toEqual([false, false])
})

describe('the home of the system administrator', () => {
  const HOUR = 3_600_000
  const asked = async (who: Employee): Promise<string[]> => {
    const { tasks } = await who.call(endpoints.readHome, {})
    return tasks.filter(({ id }) => id === 'anchor').map(({ context }) => context.replace(/（.*/, ''))
  }
  const anchorBefore = (hours: number) =>
    writeAnchor(
      office.pool.db,
      { dataFolder, anchorFile: undefined },
      { occasion: 'hour', now: new Date(Date.now() - hours * HOUR) },
    )

  it('asks for anchors when the last is old, or one has failed since', async () => {
    const system = await office.employ(office.city, 'system_admin')
    const ofBureau = await office.employ(office.water, 'system_admin')
    expect(await asked(system)).toEqual([])
    await anchorBefore(60)
    expect(await asked(system)).toEqual(['上一个锚点是 2 天前写的'])
    expect(await asked(ofBureau)).toEqual([])
    await anchorBefore(4)
    expect(await asked(system)).toEqual(['上一个锚点是 4 小时前写的'])
    await anchorBefore(1)
    expect(await asked(system)).toEqual([])
    // A line that somebody made up is none.
    await appendFile(
      file(),
      (await readFile(file(), 'utf8'))
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/"number":\d+/, '"number":9') ?? '',
    )
    expect(await asked(system)).toEqual([])
    const acting = (now: Date) => ({ now, origin: { address: '', device: '', requestId: newId() } })
    const config = { ...testConfig, dataFolder, anchorFile: '/proc/nowhere/audit.jsonl' }
    const end = await keepAnchors({ db: office.pool.db, config, acting, tell: () => undefined })
    expect(await asked(system)).toEqual(['上一个锚点是 1 小时前写的'])
    await end()
    await anchorBefore(0)
    expect(await asked(system)).toEqual([])
  })
})
