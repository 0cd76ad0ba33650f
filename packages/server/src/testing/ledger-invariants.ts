import { problemMachine } from '@duizhao/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Database } from '../platform/database/pool.ts'

/** What has to hold of every ledger, whatever was done with it, asked of the rows themselves. */
export async function expectSoundLedger(db: Database): Promise<void> {
  const wrongCounts = await sql`
    with direct as (
      select above.id as organisation_id, source, class, state, proved_on is not null as is_proved, is_overdue, count(*)::int as count
      from problem, unnest(array[a1, a2, a3, a4, a5, a6, a7, a8]) as above(id)
      where above.id is not null and state not in ('superseded', 'relapsed', 'withdrawn') group by 1, 2, 3, 4, 5, 6)
    select * from direct full join (select * from problem_count where count <> 0) as kept
      using (organisation_id, source, class, state, is_proved, is_overdue)
    where direct.count is distinct from kept.count`.execute(db)
  expect(wrongCounts.rows, 'the counters are the counts of the rows').toEqual([])
  const wrongFlows = await sql`
    with ordered as (
      select version.*, problem.registered_on, problem.split_from, (valid_from at time zone 'Asia/Shanghai')::date as entered_on,
        version.state in ('struck_off', 'struck_off_on_paper', 'closed_on_import') as is_closed
      from problem_version as version join problem on problem.id = problem_id),
    begun as (select distinct on (problem_id) * from ordered order by problem_id, valid_from),
    taken_back as (select distinct on (problem_id) problem_id, entered_on as day from ordered where state = 'withdrawn' order by problem_id, valid_from),
    closed as (select distinct on (problem_id) * from ordered where is_closed order by problem_id, valid_from),
    entered as (
      select a1, a2, a3, a4, a5, a6, a7, a8, registered_on as dated_on, entered_on, 1 as registered, 0 as struck_off, 0 as withdrawn, 0 as mistaken
        from begun where split_from is null
      union all select a1, a2, a3, a4, a5, a6, a7, a8, struck_off_on, entered_on, 0, 1, 0, 0 from closed where struck_off_on is not null
      union all select a1, a2, a3, a4, a5, a6, a7, a8, registered_on, day, 0, 0, 1, 0 from begun join taken_back using (problem_id)
      union all select a1, a2, a3, a4, a5, a6, a7, a8, registered_on, entered_on, 0, 0, 0, 1 from begun join taken_back using (problem_id)),
    direct as (
      select above.id as organisation_id, dated_on, entered_on, sum(registered)::int as registered, sum(struck_off)::int as struck_off, sum(withdrawn)::int as withdrawn,
        sum(mistaken)::int as mistaken
      from entered, unnest(array[a1, a2, a3, a4, a5, a6, a7, a8]) as above(id) where above.id is not null group by 1, 2, 3)
    select * from direct full join problem_flow as kept using (organisation_id, dated_on, entered_on)
    where (direct.registered, direct.struck_off, direct.withdrawn, direct.mistaken)
      is distinct from (kept.registered, kept.struck_off, kept.withdrawn, kept.mistaken)`.execute(db)
  expect(wrongFlows.rows, 'the sums of a day are what was entered').toEqual([])
  const broken = await sql`
    select * from (
      select problem_id, from_state, lag(to_state) over told as before, to_state, lead(event.id) over told as next, state
      from problem_event as event join problem on problem.id = problem_id
      window told as (partition by problem_id order by event.number)) as history
    where from_state is distinct from before or (next is null and to_state <> state)`.execute(db)
  expect(broken.rows, 'the history replays to the state').toEqual([])
  await expectSteps(db)
  await expectVersions(db)
  const waiting = await sql`
    select id, open_notices from problem
    where open_notices <> (select count(*) from notice where problem_id = problem.id and answer is null)`.execute(db)
  expect(waiting.rows, 'the number of open notices is that of the notices').toEqual([])
  const unverified = await sql`
    select problem.id from problem
    where struck_off_on is not null and state <> 'closure_claimed' and not exists (
      select from problem_event as closing join problem_event as asking using (problem_id)
      where problem_id = problem.id
        and (closing.action in ('strikeOff', 'strikeOffOnPaper') and asking.action = 'requestStrikeOff'
          or closing.action = 'acceptClosure' and asking.action = 'import')
        and asking.number < closing.number and asking.account_id <> closing.account_id)`.execute(db)
  expect(unverified.rows, 'nothing is struck off but by another than who asked or imported it').toEqual([])
}

/** Of every instant since it was registered there is one version of a problem, and one that still holds. */
export async function expectVersions(db: Database): Promise<void> {
  const gaps = await sql`
    select * from (
      select problem_id, valid_to, lead(valid_from) over (partition by problem_id order by valid_from) as next
      from problem_version) as version
    where valid_to <> coalesce(next, 'infinity'::timestamptz)`.execute(db)
  expect(gaps.rows, 'the versions follow each other without gaps').toEqual([])
}

/** Every step of every problem's history is one of the machine's. */
export async function expectSteps(db: Database): Promise<void> {
  const steps = await sql<{ action: string; from: string | null; to: string }>`
    select distinct action, from_state as from, to_state as to from problem_event`.execute(db)
  const past = steps.rows.filter(({ action, from, to }) => !isStep(action, from, to))
  expect(past, 'nothing sets a state past the machine').toEqual([])
}

function isStep(action: string, state: string | null, after: string): boolean {
  return problemMachine.transitions.some(({ action: done, from, to }) => {
    const isFrom = from === null || state === null ? from === state : from.some((each) => each === state)
    return done === action && isFrom && (to ?? state) === after
  })
}
