import { daysAfter } from '@duizhao/engine/wording'
import { monthsAfter, type OrganisationKind, type ProblemState } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { Tx } from '../platform/database/transaction.ts'
import type { FileStore } from '../platform/context.ts'
import { storeFile } from '../platform/files/index.ts'
import {
  enterHistory,
  insertProblems,
  type ProblemChange,
  type ProblemRow,
  updateProblem,
} from '../loop/ledger/index.ts'
import type { CityProblem } from './city/problem.ts'
import { cityOrganisations } from './city/organisations.ts'
import { cityAccounts, cityPeople } from './city/people.ts'
import { cityProblems } from './city/problems.ts'

export interface CityPlace {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly path: readonly string[]
}

export interface CityStaff {
  readonly personId: string
  readonly name: string
  readonly accountId: string | null
}

interface CityLedger {
  readonly now: Date
  readonly files: FileStore
  readonly places: ReadonlyMap<string, CityPlace>
  readonly staff: ReadonlyMap<string, CityStaff>
}

/** The day the city's year was written for; a later start moves it by whole weeks, so that workdays stay workdays. */
const WRITTEN_FOR = '2026-11-21'
const WEEK = 7 * 86_400_000
const LOOK_BACK_MONTHS = 6

/** Enters the city's ledger as it came about: every problem with the steps of its history on their days. */
export async function enterCityLedger(tx: Tx, city: CityLedger): Promise<void> {
  const weeks = Math.max(0, Math.floor((city.now.getTime() - Date.parse(WRITTEN_FOR)) / WEEK))
  const ids = new Map<string, string>()
  const inOrder = cityProblems.toSorted((a, b) => a.registeredOn.localeCompare(b.registeredOn))
  for (const problem of inOrder) {
    const moved = moveDates(problem, weeks * 7)
    const row = await enterProblem(tx, city, { problem: moved, ids })
    ids.set(problem.key, row.id)
  }
}

function moveDates(problem: CityProblem, days: number): CityProblem {
  if (days === 0) return problem
  const move = (date: string): string => daysAfter(date, days)
  const moveOr = (date: string | null): string | null => (date === null ? null : move(date))
  return {
    ...problem,
    registeredOn: move(problem.registeredOn),
    deadline: moveOr(problem.deadline),
    closedOn: moveOr(problem.closedOn),
    measures: problem.measures.map((measure) => ({ ...measure, deadline: moveOr(measure.deadline) })),
    progress: problem.progress.map((progress) => ({ ...progress, on: move(progress.on) })),
  }
}

interface Entering {
  readonly problem: CityProblem
  /** Ids of the problems entered before, by key. */
  readonly ids: ReadonlyMap<string, string>
}

/** A time of day in China. */
function at(date: string, hour: number): Date {
  return new Date(`${date}T${String(hour).padStart(2, '0')}:12:00+08:00`)
}

async function enterProblem(tx: Tx, city: CityLedger, { problem, ids }: Entering): Promise<ProblemRow> {
  const place = city.places.get(problem.organisation)
  const lead = city.staff.get(problem.lead)
  const handler = city.staff.get(problem.handler)
  if (!place || !lead || !handler) throw new Error(`${problem.key} has nobody to answer for it`)
  const registeredAt = at(problem.registeredOn, 9)
  const relapseOf = problem.relapseOf === undefined ? undefined : ids.get(problem.relapseOf)
  const [first] = await insertProblems(tx, [
    {
      id: newId(),
      organisation_id: place.id,
      path: place.path,
      source: problem.source,
      aspect: problem.aspect,
      text: problem.text,
      cause: problem.cause,
      class: problem.kind,
      due_on: problem.deadline,
      state: 'registered',
      registered_on: problem.registeredOn,
      relapse_of: relapseOf ?? null,
      changed_at: registeredAt,
    },
  ])
  if (!first) throw new Error('the problem was not inserted')
  const by = { accountId: null, personName: '台账管理人' }
  await enterHistory(tx, { now: registeredAt, actor: by }, [
    { before: null, after: first, deed: { action: 'register' } },
  ])
  if (relapseOf !== undefined) await markRelapsed(tx, relapseOf, registeredAt)
  const measureIds = await insertMeasures(tx, first, { problem, staff: city.staff })
  const story: Story = { row: first, problem, lead, handler: reporterOf(city, problem) ?? handler, measureIds }
  const assigned = await step(tx, story, {
    at: at(problem.registeredOn, 15),
    by,
    action: 'assign',
    state: 'assigned',
    change: { lead_id: lead.personId, handler_id: handler.personId },
  })
  const worked = await enterProgress(tx, city, { ...story, row: assigned })
  return prove(tx, city, { ...story, row: await close(tx, { ...story, row: worked }) })
}

async function markRelapsed(tx: Tx, id: string, now: Date): Promise<void> {
  const row = await tx.selectFrom('problem').select(['state']).where('id', '=', id).executeTakeFirst()
  if (row?.state !== 'struck_off') return
  const before = await updateProblem(tx, id, { changed_at: now })
  const after = await updateProblem(tx, id, { state: 'relapsed', changed_at: now })
  await enterHistory(tx, { now, actor: { accountId: null, personName: '市直机关工委' } }, [
    { before, after, deed: { action: 'findRelapse', reason: '回头看发现问题又出现了' } },
  ])
}

interface Story {
  readonly row: ProblemRow
  readonly problem: CityProblem
  readonly lead: CityStaff
  readonly handler: CityStaff
  readonly measureIds: readonly string[]
}

interface Step {
  readonly at: Date
  readonly by: { readonly accountId: string | null; readonly personName: string }
  readonly action: string
  readonly state: ProblemState
  readonly reason?: string
  readonly change?: ProblemChange
}

async function step(
  tx: Tx,
  { row }: Story,
  { at: when, by, action, state, reason, change }: Step,
): Promise<ProblemRow> {
  const after = await updateProblem(tx, row.id, { ...change, state, changed_at: when })
  const deed = { action, ...(reason === undefined ? {} : { reason }) }
  await enterHistory(tx, { now: when, actor: by }, [{ before: row, after, deed }])
  return after
}

/** Who reports for a unit where the one in charge has no account: its liaison, or that of the unit above. */
function reporterOf({ staff }: CityLedger, { handler, organisation }: CityProblem): CityStaff | undefined {
  const known = staff.get(handler)
  if (known?.accountId) return known
  for (let key: string | null = organisation; key !== null; key = parents.get(key) ?? null) {
    const place = key
    const liaison = cityAccounts.find(({ roles }) =>
      roles.some((grant) => grant.role === 'handler' && grant.organisation === place),
    )
    if (liaison) return staff.get(liaison.person)
  }
  return undefined
}

const parents = new Map(cityOrganisations.map(({ key, parent }) => [key, parent]))
const positions = new Map(cityPeople.map(({ key, position }) => [key, position]))

interface Planned {
  readonly problem: CityProblem
  readonly staff: CityLedger['staff']
}

async function insertMeasures(
  tx: Tx,
  { id }: ProblemRow,
  { problem: { measures, outcome, closedOn }, staff }: Planned,
): Promise<string[]> {
  const values = measures.map(({ text, responsible, deadline, funding, contingency }, position) => ({
    id: newId(),
    problem_id: id,
    position,
    text,
    responsible: [staff.get(responsible)?.name, positions.get(responsible)].filter(Boolean).join('，'),
    due_on: deadline,
    funding,
    contingency,
    done_on: outcome === 'struck_off' ? closedOn : null,
  }))
  await tx.insertInto('measure').values(values).execute()
  return values.map((value) => value.id)
}

async function enterProgress(tx: Tx, city: CityLedger, story: Story): Promise<ProblemRow> {
  const { problem, handler, measureIds } = story
  let { row } = story
  for (const [number, { on, text, evidence }] of problem.progress.entries()) {
    const when = at(on, 16)
    await tx
      .insertInto('progress')
      .values({ id: newId(), problem_id: row.id, account_id: handler.accountId, dated_on: on, text, at: when })
      .execute()
    for (const { name, text: content } of evidence) {
      const bytes = new TextEncoder().encode(content)
      const hash = await storeFile(tx, { files: city.files, now: when }, { bytes, mediaType: 'text/plain' })
      await tx
        .insertInto('evidence')
        .values({
          id: newId(),
          problem_id: row.id,
          measure_id: measureIds[number % Math.max(1, measureIds.length)] ?? null,
          file_hash: hash,
          name,
          kind: kindOf(name),
          dated_on: on,
          account_id: handler.accountId,
          at: when,
        })
        .execute()
    }
    const by = { accountId: handler.accountId, personName: handler.name }
    row = await step(
      tx,
      { ...story, row },
      { at: when, by, action: 'reportProgress', state: 'rectifying', reason: text },
    )
  }
  return row
}

function kindOf(name: string): string {
  if (/纪要|会议/.test(name)) return 'minutes'
  if (/制度|办法|规定|细则/.test(name)) return 'regulation'
  if (/通知|方案/.test(name)) return 'notice'
  if (/台账|清单|表|记录/.test(name)) return 'table'
  return 'other'
}

/** The steps towards the strike-off, as far as the problem has come. */
async function close(tx: Tx, story: Story): Promise<ProblemRow> {
  const { problem, lead, handler } = story
  const last = problem.progress.at(-1)
  const isAsked = ['requested', 'returned', 'struck_off'].includes(problem.outcome)
  if (!isAsked) return story.row
  const askedOn = problem.closedOn ?? last?.on ?? problem.registeredOn
  const result = last?.text ?? '已经整改'
  const by = { accountId: handler.accountId, personName: handler.name }
  const change = { result, requested_by: handler.accountId }
  let row = await step(tx, story, {
    at: at(askedOn, 17),
    by,
    action: 'requestStrikeOff',
    state: 'strike_off_requested',
    reason: result,
    change,
  })
  const head = { accountId: lead.accountId, personName: lead.name }
  if (problem.outcome === 'returned')
    return step(
      tx,
      { ...story, row },
      {
        at: at(askedOn, 18),
        by: head,
        action: 'return',
        state: 'rectifying',
        reason: '佐证材料还不能说明问题已经解决，请补充',
        change: { requested_by: null },
      },
    )
  if (problem.outcome !== 'struck_off' || problem.closedOn === null) return row
  const confirmed = {
    at: at(askedOn, 18),
    by: head,
    action: 'confirm',
    state: 'unit_confirmed',
    reason: '情况属实',
  } as const
  row = await step(tx, { ...story, row }, confirmed)
  return step(
    tx,
    { ...story, row },
    {
      at: at(askedOn, 19),
      by: { accountId: null, personName: '市直机关工委' },
      action: 'strikeOff',
      state: 'struck_off',
      reason: '核对佐证材料，同意销号',
      change: {
        approvals: 2,
        struck_off_on: problem.closedOn,
        look_back_on: monthsAfter(problem.closedOn, LOOK_BACK_MONTHS),
      },
    },
  )
}

/** Look-backs up to so many days ago have been held; the later ones wait to be. */
const HELD_BEFORE = 60

/** The look-back of what was closed long ago and has not come back. */
async function prove(tx: Tx, { now }: CityLedger, story: Story): Promise<ProblemRow> {
  const { row, problem } = story
  const cameBack = cityProblems.some(({ relapseOf }) => relapseOf === problem.key)
  const heldUntil = daysAfter(now.toISOString().slice(0, 10), -HELD_BEFORE)
  if (row.lookBackOn === null || cameBack || row.lookBackOn > heldUntil) return row
  return step(tx, story, {
    at: at(row.lookBackOn, 10),
    by: { accountId: null, personName: '市直机关工委' },
    action: 'proveEffective',
    state: 'struck_off',
    reason: '现场看过，没有反弹',
    change: { proved_on: row.lookBackOn },
  })
}
