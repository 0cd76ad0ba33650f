import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Endpoint, endpoints, type ProblemDetail, RefusedCall, type Role } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someProblem } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

const source = resolve(import.meta.dirname, '../..')
const roles = ['organiser', 'head', 'reviewer', 'team_member', 'handler'] as const satisfies readonly Role[]

let office: Office
/** Everybody who reads the ledger of 水务局, above it and in it, and how each stands to the problem. */
const readers = new Map<string, Employee>()
const readerOf = (name: string): Employee => {
  const reader = readers.get(name)
  if (!reader) throw new Error(`nobody is ${name}`)
  return reader
}
let personal: ProblemDetail
let ordinary: ProblemDetail
const WORDS = '联系群众走过场'
/** The notice about each, by the problem. */
const notices = new Map<string, string>()

beforeAll(async () => {
  office = await openOffice()
  const { city, water } = office
  for (const role of roles) {
    readers.set(`${role} of the body`, await office.employ(water, role))
    readers.set(`${role} above`, await office.employ(city, role))
  }
  for (const name of ['whom it is about', 'who leads', 'who handles'])
    readers.set(name, await office.employ(water, 'team_member'))
  const organiser = readerOf('organiser of the body')
  const idOf = (name: string): string => readerOf(name).session.person.id
  const params = { organisationId: water.id }
  const body = { ...someProblem('criticism'), text: `${WORDS}，一年只去了一次`, aboutId: idOf('whom it is about') }
  const { id } = await organiser.call(endpoints.registerProblem, { params, body })
  personal = await organiser.call(endpoints.assignProblem, {
    params: { problemId: id },
    body: { leadId: idOf('who leads'), handlerId: idOf('who handles'), class: 'dated', dueOn: '2099-06-30' },
  })
  const other = { ...someProblem('criticism'), text: `${WORDS}的有三个科室` }
  ordinary = await organiser.call(endpoints.registerProblem, { params, body: other })
  // A piece of the same evidence, and words of progress that are the same, hint at one another.
  for (const each of [personal, ordinary]) {
    const file = new File(['一份走访记录'], '走访记录.txt')
    if (each === ordinary)
      await organiser.call(endpoints.assignProblem, {
        params: { problemId: each.id },
        body: { leadId: idOf('who leads'), handlerId: null, class: 'dated', dueOn: '2099-06-30' },
      })
    const about = { params: { problemId: each.id } }
    await organiser.call(endpoints.addEvidence, { ...about, query: { datedOn: '2026-01-05' }, file })
    const demanded = { kind: 'remind' as const, answerDueOn: '2099-01-05' }
    notices.set(each.id, (await organiser.call(endpoints.issueNotice, { ...about, body: demanded })).id)
  }
})
afterAll(() => office.close())

const concerned = ['whom it is about', 'who leads', 'who handles']
const all = [...roles.flatMap((role) => [`${role} of the body`, `${role} above`]), ...concerned]
const seeing = all.filter((name) => concerned.includes(name) || /^(?:organiser|head|reviewer)/.test(name))

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RefusedCall) return error.refusal.code
      throw error
    },
  )
}

describe('a problem about a person', () => {
  it.each(all)(
    'is read by whom it concerns, who organises and who approves, and is not there for others: %s',
    async (name) => {
      const expected = seeing.includes(name) ? 'done' : 'not_found'
      const about = { params: { problemId: personal.id } }
      const reader = readerOf(name)
      for (const endpoint of [endpoints.readProblem, endpoints.listProblemEvents, endpoints.problemFile] as Endpoint[])
        expect(await codeOf(reader.call(endpoint, about as never)), endpoint.action).toBe(expected)
      expect((await reader.call(endpoints.readProblem, { params: { problemId: ordinary.id } })).id).toBe(ordinary.id)
    },
  )

  it.each(all)('stands in the list and among the notices only for them: %s', async (name) => {
    const reader = readerOf(name)
    const both = seeing.includes(name) ? [personal.id, ordinary.id] : [ordinary.id]
    for (const organisationId of [undefined, office.water.id]) {
      for (const text of ['', WORDS]) {
        const query = { standing: 'all' as const, text, ...(organisationId === undefined ? {} : { organisationId }) }
        const { items } = await reader.call(endpoints.listProblems, { query })
        expect(items.map(({ id }) => id).toSorted(), `${organisationId} ${text}`).toEqual(both.toSorted())
      }
    }
    const { items } = await reader.call(endpoints.listNotices, { query: { limit: 200 } })
    const document = { params: { noticeId: notices.get(personal.id) ?? '' } }
    expect(await codeOf(reader.call(endpoints.noticeDocument, document))).toBe(
      seeing.includes(name) ? 'done' : 'not_found',
    )
    expect(items.map(({ problemId }) => problemId).toSorted()).toEqual(both.toSorted())
  })

  it.each(all)('is not found in words, exported or hinted at for others: %s', async (name) => {
    const reader = readerOf(name)
    const isSeen = seeing.includes(name)
    const { items } = await reader.call(endpoints.findEntries, { query: { text: WORDS } })
    // Whom it concerns finds it where it is his: in the ledger, at home, in what was told him.
    const isFound = isSeen && !concerned.includes(name)
    expect(items.some(({ id }) => id === personal.id)).toBe(isFound)
    expect(items.some(({ id }) => id === ordinary.id)).toBe(true)
    const asOf = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const params = { organisationId: office.water.id }
    const { items: rows } = await reader.call(endpoints.listProblemsAsOf, { params, query: { asOf } })
    expect(rows.map(({ id }) => id).toSorted()).toEqual([personal.id, ordinary.id].toSorted())
    expect(rows.find(({ id }) => id === personal.id)?.text === null).toBe(!isSeen)
  })

  it('is counted for everybody alike', async () => {
    const params = { organisationId: office.water.id }
    const totals = new Set<string>()
    for (const name of all)
      totals.add(JSON.stringify((await readerOf(name).call(endpoints.readLedgerStatistics, { params })).total))
    expect([...totals]).toHaveLength(1)
    expect(JSON.parse([...totals][0] ?? '')).toMatchObject({ going: 2 })
  })

  it('leaves an entry when somebody else reads it, and none when the person does', async () => {
    const { db } = office.pool
    const read = async (name: string): Promise<string[]> => {
      const { login } = readerOf(name)
      const rows = await db
        .selectFrom('audit_entry')
        .select('subject')
        .where('action', '=', 'ledger.read')
        .where('login', '=', login)
        .execute()
      return rows.map(({ subject }) => subject)
    }
    for (const name of ['whom it is about', 'head above'])
      for (const { id } of [personal, ordinary])
        await readerOf(name).call(endpoints.readProblem, { params: { problemId: id } })
    expect(await read('whom it is about')).toEqual([])
    expect(await read('head above')).toEqual([`问题 ${personal.number} 号`])
  })

  it('stays one about the person in what goes on with it', async () => {
    const organiser = readerOf('organiser of the body')
    const params = { organisationId: office.water.id }
    const body = { ...someProblem('criticism'), aboutId: readerOf('whom it is about').session.person.id }
    const { id } = await organiser.call(endpoints.registerProblem, { params, body })
    const split = { texts: ['走访次数少', '走访不记账'], reason: '两件事' }
    const { heirs } = await organiser.call(endpoints.splitProblem, { params: { problemId: id }, body: split })
    expect(heirs).toHaveLength(2)
    for (const heir of heirs) {
      const about = { params: { problemId: heir.id } }
      expect((await organiser.call(endpoints.readProblem, about)).about?.id).toBe(body.aboutId)
      expect(await codeOf(readerOf('handler of the body').call(endpoints.readProblem, about))).toBe('not_found')
    }
  })

  it('is told the person in 我的记录, whatever the person may read', async () => {
    const told = async (name: string): Promise<string[]> => {
      const { groups } = await readerOf(name).call(endpoints.readOwnRecord, {})
      return groups.filter((group) => group.name.startsWith('关于我的问题')).flatMap(({ lines }) => lines)
    }
    expect((await told('whom it is about')).some((line) => line.includes(WORDS))).toBe(true)
    expect(await told('who leads')).toEqual([])
  })

  it('is about somebody of this office', async () => {
    const params = { organisationId: office.water.id }
    const body = { ...someProblem(), aboutId: '0199c0de-0000-7000-8000-000000000000' }
    expect(await codeOf(readerOf('organiser of the body').call(endpoints.registerProblem, { params, body }))).toBe(
      'invalid',
    )
  })
})

it('no query of problems asks for less: the condition of reach alone stands nowhere but in theirs', () => {
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => /\bvisible\(\s*\w+,\s*'problem'/.test(readFileSync(join(source, name), 'utf8')))
  expect(found).toEqual([])
})
