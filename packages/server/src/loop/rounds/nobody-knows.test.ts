import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { call, type Carrier, endpoints, RefusedCall } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { openPool } from '../../platform/database/pool.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { insertGrant } from '../../office/organisation/index.ts'
import { stranger } from '../../testing/client.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { answer, closed, codesOf, openedRound } from '../../testing/rounds.ts'
import { type RemoteCaller, type ServerProcess, signInAt, startProcess } from '../../testing/server-process.ts'

const MANY = { groups: [{ name: '全体职工', invited: 40 }] }

describe('who has the database in hand', () => {
  let office: Office
  let organiser: Employee
  beforeAll(async () => {
    office = await openOffice()
    organiser = await office.employ(office.water, 'organiser')
  })
  afterAll(() => office.close())

  it.each(['answer', 'invitation'])(
    'finds in the table %s no person, no time, no order, no tie to another',
    async (table) => {
      const { rows: columns } = await sql<{ name: string; type: string; fallback: string | null }>`
      select column_name as name, data_type as type, column_default as fallback from information_schema.columns
      where table_schema = current_schema() and table_name = ${table} order by 1`.execute(office.pool.db)
      const own =
        table === 'answer' ? ['body', 'group_id', 'round_id', 'token_hash'] : ['code_hash', 'group_id', 'round_id']
      expect(columns.map(({ name }) => name)).toEqual(own)
      expect(columns.filter(({ type, fallback }) => fallback !== null || !['bytea', 'uuid'].includes(type))).toEqual([])
      const { rows: ties } = await sql`select conname from pg_constraint where contype = 'f'
      and ${table}::regclass in (conrelid, confrelid)`.execute(office.pool.db)
      expect(ties).toEqual([])
      const { rows: triggers } = await sql`select tgname from pg_trigger where tgrelid = ${table}::regclass`.execute(
        office.pool.db,
      )
      expect(triggers).toEqual([])
    },
  )

  it('cannot tell answers apart before the closing, nor put opinions into the order of the answers after it', async () => {
    const { db } = office.pool
    const round = await openedRound(organiser, office.water.id, MANY)
    const [codes = []] = codesOf(round)
    for (const [index, code] of codes.entries())
      await answer(stranger(office.app), code, '短'.repeat(1 + index) + `第${String(index).padStart(2, '0')}人`)
    const { rows: sealed } = await sql<{ length: number; readable: boolean }>`select length(body) as length,
      position(convert_to('人', 'utf8') in body) > 0 as readable from answer order by xmin::text::bigint`.execute(db)
    expect([sealed.length, new Set(sealed.map(({ length }) => length)).size]).toEqual([40, 1])
    // Three bytes of a character come up by chance in so many random ones about once in a thousand answers.
    expect(sealed.filter(({ readable }) => readable).length).toBeLessThan(3)
    const other = await openedRound(organiser, office.water.id, MANY)
    const [otherCodes = []] = codesOf(other)
    for (const [index, code] of otherCodes.entries()) await answer(stranger(office.app), code, `${index}`)
    await closed(organiser, round)
    const { rows: after } = await sql<{ text: string; born: string }>`select text, xmin::text as born from opinion
      where round_id = ${round.round.id} order by ctid`.execute(db)
    expect(after).toHaveLength(40)
    expect(new Set(after.map(({ born }) => born)).size).toBe(1)
    const order = after.map(({ text }) => Number(/第(\d+)人/.exec(text)?.[1]))
    const neighbours = order.filter((number, at) => at > 0 && number === (order[at - 1] ?? 0) + 1).length
    expect(neighbours).toBeLessThan(8)
    const { rows: left } = await sql<{ round: string; count: number; births: number }>`select round_id as round,
      count(*)::int as count, count(distinct xmin::text)::int as births from answer group by round_id`.execute(db)
    // The other round's answers are all there, and have lost their order with this closing.
    expect(left).toEqual([{ round: other.round.id, count: 40, births: 1 }])
    expect(await closed(organiser, other)).toMatchObject({ answered: 40 })
    const { rows: bytes } = await sql<{ bytes: number }>`select (pg_relation_size('answer') +
      pg_relation_size((select reltoastrelid from pg_class where oid = 'answer'::regclass)))::int as bytes`.execute(db)
    expect(bytes).toEqual([{ bytes: 0 }])
  })

  it('finds in no table the codes, the keys or their private half', async () => {
    const round = await openedRound(organiser, office.water.id, MANY)
    const [[code = ''] = []] = codesOf(round)
    await answer(stranger(office.app), code, '找得到这句话吗')
    const parts = /钥匙：\d\.([\w-]+)/.exec(round.keys[0] ?? '')?.[1] ?? ''
    const wanted = [
      code,
      code.replaceAll('-', ''),
      parts,
      Buffer.from(parts, 'base64url').subarray(0, 32).toString('hex'),
    ]
    const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(office.pool.db)
    for (const { name } of tables)
      for (const word of [...wanted, '找得到这句话吗']) {
        const { rows } = await sql`select 1 from ${sql.table(name)} as one where one::text like ${`%${word}%`}`.execute(
          office.pool.db,
        )
        expect(rows, `${name}: ${word}`).toEqual([])
      }
  })
})

describe('who has the logs in hand, or kills the service', () => {
  let folder: string
  let server: ServerProcess
  let organisationId: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-rounds-'))
    await chmod(folder, 0o755)
    server = await startProcess(folder, { isLogged: true })
    const pool = openPool(server.databaseUrl)
    const account = await pool.db
      .selectFrom('account')
      .selectAll()
      .where('login', '=', 'xitong')
      .executeTakeFirstOrThrow()
    const root = await pool.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
    organisationId = root.id
    const over = { accountId: account.id, role: 'organiser', organisationId: root.id, grantedBy: null } as const
    await transaction(pool.db, (tx) => insertGrant(tx, { ...over, id: newId(), now: new Date() }))
    await pool.close()
  }, 120_000)
  afterAll(async () => {
    await server.kill()
    const embedded = await startEmbedded(join(folder, 'postgres'))
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const carrier: Carrier = (path, init) => fetch(`${server.address}${path}`, init)
  const send = (code: string, text: string) =>
    call(carrier, endpoints.sendAnswer, { body: { code, opinions: [{ text }] } })
  const organising = (): Promise<RemoteCaller> => signInAt(server.address)

  it('finds nothing of who reads the questions and answers: no line, no figure, no entry', async () => {
    const organiser = await organising()
    const round = await openedRound({ session: null, call: organiser.call }, organisationId, MANY)
    const [[code = '', other = ''] = []] = codesOf(round)
    const before = await audited()
    await call(carrier, endpoints.readAnswerForm, { body: { code } })
    await send(code, '会议太多')
    await expect(send(code, '会议太多')).rejects.toThrow('已经收到')
    await expect(send('AAAA-AAAA-AAAA', '会议太多')).rejects.toBeInstanceOf(RefusedCall)
    await expect(call(carrier, endpoints.listAnswerResults, { body: { code: other } })).rejects.toThrow('还没有公布')
    expect(await audited()).toEqual(before)
    await organiser.call(endpoints.readRound, { params: { roundId: round.round.id } })
    await wait(300)
    const log = server.log().join('\n')
    expect(log).toContain('/api/rounds/:roundId')
    expect(log).not.toContain('/api/answer')
    const figures = await (await fetch(`${server.address}/metrics`)).text()
    expect(figures).toContain('/api/rounds/:roundId')
    expect(figures).not.toContain('/api/answer')
  })

  it('loses nobody’s answer and lets nobody answer twice, killed as answers come', { timeout: 120_000 }, async () => {
    const organiser = await organising()
    const round = await openedRound({ session: null, call: organiser.call }, organisationId, MANY)
    const [codes = []] = codesOf(round)
    const acknowledged = new Set<string>()
    const sending = Promise.allSettled(
      codes.map(async (code, index) => {
        await wait(index * 8)
        await send(code, code)
        acknowledged.add(code)
      }),
    )
    await wait(120)
    await server.kill()
    await sending
    server = await startProcess(folder, { isLogged: true })
    // Who did not hear that it arrived sends it once more: it is there, or arrives now.
    const again = await Promise.allSettled(codes.map((code) => send(code, code)))
    const refused = codes.filter((_, index) => again[index]?.status === 'rejected')
    expect(refused).toEqual(expect.arrayContaining([...acknowledged]))
    const anew = await organising()
    const over = await closed({ session: null, call: anew.call }, round)
    expect(over).toMatchObject({ state: 'closed', answered: codes.length, unended: codes.length })
    const { items } = await anew.call(endpoints.listOpinions, { params: { roundId: over.id } })
    expect(items.map(({ text }) => text).toSorted()).toEqual(codes.toSorted())
  })

  it(
    'loses nobody’s answer, killed as a round is closed: it is closed with all, or open with all',
    { timeout: 120_000 },
    async () => {
      const organiser = await organising()
      const round = await openedRound({ session: null, call: organiser.call }, organisationId, MANY)
      const [codes = []] = codesOf(round)
      for (const code of codes) await send(code, code)
      const closing = closed({ session: null, call: organiser.call }, round).catch(() => null)
      await wait(15)
      await server.kill()
      await closing
      server = await startProcess(folder, { isLogged: true })
      const anew = await organising()
      const params = { roundId: round.round.id }
      const now = await anew.call(endpoints.readRound, { params })
      expect([now.state, now.answered]).toEqual([now.state === 'closed' ? 'closed' : 'open', codes.length])
      const { state } = now.state === 'closed' ? now : await closed({ session: null, call: anew.call }, round)
      expect(state).toBe('closed')
      const { items } = await anew.call(endpoints.listOpinions, { params })
      expect(items.map(({ text }) => text).toSorted()).toEqual(codes.toSorted())
    },
  )

  /** What people did; what the service does by itself in the meantime is its own. */
  async function audited(): Promise<string[]> {
    const pool = openPool(server.databaseUrl)
    const rows = await pool.db.selectFrom('audit_entry').select('action').orderBy('number').execute()
    await pool.close()
    return rows.map(({ action }) => action).filter((action) => !['audit.anchor', 'ledger.remind'].includes(action))
  }
})
