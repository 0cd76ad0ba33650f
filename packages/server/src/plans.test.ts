import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { endpoints, type Role } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { remind } from './loop/supervision/index.ts'
import { type Employee, type Office, openOffice } from './testing/office.ts'
import { planOf, statementsOf } from './testing/statements.ts'

/** So many that reading a table from end to end is dearer than any of its indexes. */
const PROBLEMS = 20_000

/** An id as fill-ledger.ts gives them: level 1 the root, 2 cities, 3 counties, 4 units, 5 problems. */
function id(kind: number, number: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}
const [root, city, county, unit, campaign] = [id(1, 0), id(2, 0), id(3, 0), id(4, 0), id(9, 0)]
const places = {
  province: { id: root, name: '省', kind: 'committee', path: [root] },
  city: { id: city, name: '市0', kind: 'committee', path: [root, city] },
  unit: { id: unit, name: '单位0', kind: 'unit', path: [root, city, county, unit] },
} as const

/** What an office of this size has besides its problems. */
const beside = (accountId: string): readonly string[] => [
  `insert into person (id, organisation_id, name) select gen_random_uuid(), organisation_id, '干部' || number from problem`,
  `insert into account (id, person_id, login, password_hash, password_changed_at)
   select gen_random_uuid(), id, 'filled' || row_number() over (), '', now() from person where name like '干部%' limit 2000`,
  `insert into role_grant (id, account_id, role, organisation_id, granted_at)
   select gen_random_uuid(), account.id, 'handler', organisation_id, now()
   from account join person on person.id = person_id where login like 'filled%'`,
  `insert into notification (id, account_id, title, link, at, read_at)
   select gen_random_uuid(), account.id, '消息', '/', now(), case when n > 1 then now() end
   from account, generate_series(1, 10) as n where login like 'filled%'`,
  `insert into notice (id, problem_id, kind, year, serial, organisation_id, text, issued_by, issued_on, answer_due_on, answer)
   select gen_random_uuid(), id, 'remind', 2026, number, a1, '', '${accountId}', '2026-01-05', '2026-02-05',
     case when number % 20 > 0 then '已经整改' end from problem`,
  `insert into problem_version (problem_id, valid_from, a1, a2, a3, a4, organisation_id, source, class, aspect, state, text, due_on)
   select id, '2025-12-01', a1, a2, a3, a4, organisation_id, source, class, aspect, state, text, due_on from problem`,
  `insert into organisation_version (organisation_id, valid_to, parent_id, level, name)
   select id, '2025-12-01'::timestamptz + n * interval '1 day', parent_id, level, name
   from organisation, generate_series(1, 10) as n`,
  `insert into problem_event (id, problem_id, at, by_name, action, to_state)
   select gen_random_uuid(), id, now(), '人', 'register', state from problem`,
  `insert into progress (id, problem_id, dated_on, text, at) select gen_random_uuid(), id, '2026-01-05', '已经补齐', now() from problem`,
  `insert into search_entry (kind, id, a1, a2, a3, a4, title, context, link, words)
   select 'problem', id, a1, a2, a3, a4, text, '', '/', array_to_tsvector(array['第' || number, case when number % 500 = 0 then '渡口' else '台账' end])
   from problem`,
  `insert into audit_entry
   select number + 1000000, '2020-01-01'::timestamptz + number * interval '1 hour', 'person.change', null, 'filled' || number % 500, null, organisation_id, '', true, '', '', '{}', '', ''
   from problem`,
  `insert into inspection (id, organisation_id, name, edition, fed_back_on)
   select gen_random_uuid(), organisation_id, '巡察', 'patrol', '2026-01-05' from problem`,
  `update problem set look_back_on = date '2026-01-01' + (number % 700)::int where state = 'struck_off'`,
  `insert into campaign (id, organisation_id, a1, kind, cycle_year, name, from_on, until_on, lead_workdays, report_days, known, body_kinds, created_by)
   values ('${campaign}', '${root}', '${root}', 'democratic_life', 2026, '2026年度民主生活会', '2026-12-01', '2027-01-31', 10, 15,
     'practice', '{unit}', '${accountId}')`,
  // As many meetings as problems, each with the id of one; of the campaign one of each body.
  `insert into meeting (id, organisation_id, a1, a2, a3, a4, campaign_id, kind, cycle_year, name, planned_on, held_on, created_by)
   select id, organisation_id, a1, a2, a3, a4,
     case when row_number() over (partition by organisation_id order by id) = 1 then '${campaign}'::uuid end, 'democratic_life', 2026,
     '民主生活会' || number, '2027-01-10', case when number % 3 = 0 then date '2026-01-10' end, '${accountId}' from problem`,
  `insert into meeting_standing (meeting_id, organisation_id, a1, a2, a3, a4, campaign_id, done, next_step, next_due)
   select id, organisation_id, a1, a2, a3, a4, campaign_id, '{}', case when name like '%7' then 'study' else 'plan' end,
     date '2026-10-01' + (hashtext(id::text) & 255) from meeting`,
  'analyze',
]

/** Never read from end to end, whatever is asked. */
const LARGE = ['problem', 'problem_version', 'problem_event', 'progress', 'search_entry', 'notification', 'notice']
LARGE.push('organisation_version', 'audit_entry', 'inspection', 'person', 'meeting', 'meeting_standing')

let office: Office
const staff = new Map<string, Employee>()

beforeAll(async () => {
  office = await openOffice()
  const fill = join(import.meta.dirname, 'testing/fill-ledger.ts')
  const filled = spawnSync(process.execPath, [fill, office.pool.url, String(PROBLEMS)], { encoding: 'utf8' })
  if (filled.status !== 0) throw new Error(filled.stderr)
  const roles: readonly Role[] = ['organiser', 'system_admin', 'security_admin', 'audit_admin']
  for (const role of roles) staff.set(role, await office.employ(places.city, role))
  staff.set('auditor of all', await office.employ(places.province, 'audit_admin'))
  staff.set('organiser of all', await office.employ(places.province, 'organiser'))
  staff.set('handler', await office.employ(places.unit, 'handler'))
  const accountId = staff.get('organiser')?.session.account.id ?? ''
  for (const statement of beside(accountId)) await office.pool.pool.query(statement)
})
afterAll(() => office.close())

interface Case {
  readonly what: string
  readonly ask: (by: (role: string) => Employee) => Promise<unknown>
  /** The indexes one of which has to be used. */
  readonly uses: readonly string[]
}

const atCity = { params: { organisationId: city } }
const atProvince = { params: { organisationId: root } }
const cases: readonly Case[] = [
  {
    what: 'the open problems one may see',
    ask: (by) => by('organiser').call(endpoints.listProblems, {}),
    uses: ['problem_open_a2'],
  },
  {
    what: 'the open problems of a unit',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { organisationId: unit } }),
    uses: ['problem_open_a4'],
  },
  {
    what: 'all problems of a city',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { organisationId: city, standing: 'all' } }),
    uses: ['problem_all_a2'],
  },
  {
    what: 'the overdue problems of a city',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { organisationId: city, standing: 'overdue' } }),
    uses: ['problem_open_a2'],
  },
  {
    what: 'the problems of a city by number, the newest first',
    ask: (by) =>
      by('organiser').call(endpoints.listProblems, {
        query: { organisationId: city, standing: 'all', sort: 'number', isDescending: true },
      }),
    uses: ['problem_number_key'],
  },
  {
    what: 'the open problems of a city by day of registration',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { organisationId: city, sort: 'registered' } }),
    uses: ['problem_registered'],
  },
  {
    what: 'the open problems of a city by unit',
    ask: (by) =>
      by('organiser').call(endpoints.listProblems, { query: { organisationId: city, sort: 'organisation' } }),
    uses: ['problem_unit_a2', 'problem_open_a2'],
  },
  {
    what: 'all problems of a province by unit, the last first',
    ask: (by) =>
      by('organiser of all').call(endpoints.listProblems, {
        query: { organisationId: places.province.id, standing: 'all', sort: 'organisation', isDescending: true },
      }),
    uses: ['problem_unit_a1'],
  },
  {
    what: 'the open problems of a city by the name of who leads',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { organisationId: city, sort: 'lead' } }),
    uses: ['problem_open_a2'],
  },
  ...(['lead', 'handler'] as const).map((sort) => ({
    what: `all problems of a province by ${sort}`,
    ask: (by: (role: string) => Employee) =>
      by('organiser of all').call(endpoints.listProblems, {
        query: { organisationId: places.province.id, standing: 'all', sort },
      }),
    uses: [`problem_${sort}_a1`],
  })),
  {
    what: 'all problems of a province by who leads, the last first',
    ask: (by) =>
      by('organiser of all').call(endpoints.listProblems, {
        query: { organisationId: places.province.id, standing: 'all', sort: 'lead', isDescending: true },
      }),
    uses: ['problem_lead_back_a1'],
  },
  {
    what: 'all problems of a province by state, the last first',
    ask: (by) =>
      by('organiser of all').call(endpoints.listProblems, {
        query: { organisationId: places.province.id, standing: 'all', sort: 'state', isDescending: true },
      }),
    uses: ['problem_state_a1'],
  },
  {
    what: 'the open problems of a province by state, the last first',
    ask: (by) =>
      by('organiser of all').call(endpoints.listProblems, {
        query: { organisationId: places.province.id, sort: 'state', isDescending: true },
      }),
    uses: ['problem_state_open_a1'],
  },
  {
    what: 'all problems of a unit by state, the last first',
    ask: (by) =>
      by('organiser').call(endpoints.listProblems, {
        query: { organisationId: unit, standing: 'all', sort: 'state', isDescending: true },
      }),
    uses: ['problem_all_a4'],
  },
  {
    what: 'what stands beside a problem among the open ones of a city',
    ask: (by) =>
      by('organiser').call(endpoints.readNeighbours, {
        params: { problemId: id(5, 0) },
        query: { organisationId: city },
      }),
    uses: ['problem_open_a2'],
  },
  {
    what: 'how many problems of a unit are open',
    ask: (by) => by('organiser').call(endpoints.countProblems, { query: { organisationId: unit } }),
    uses: ['problem_open_a4'],
  },
  {
    what: 'a problem by its number',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { text: '1234号', standing: 'all' } }),
    uses: ['problem_number_key'],
  },
  {
    what: 'one’s own problems',
    ask: (by) => by('handler').call(endpoints.listProblems, { query: { isMine: true } }),
    uses: ['problem_of_lead', 'problem_open_a4'],
  },
  {
    what: 'problems with a word',
    ask: (by) => by('organiser').call(endpoints.listProblems, { query: { text: '渡口' } }),
    uses: ['search_entry_words'],
  },
  {
    what: 'what came back in a city in a year',
    ask: (by) => by('organiser').call(endpoints.listCameBack, { ...atCity, query: { year: 2026 } }),
    uses: ['problem_relapse', 'problem_pkey'],
  },
  {
    what: 'whether a problem was there before',
    ask: (by) => by('organiser').call(endpoints.readRecurrence, { params: { problemId: id(5, 0) } }),
    uses: ['problem_all_a4', 'problem_of_organisation', 'problem_registered'],
  },
  {
    what: 'the counters',
    ask: (by) => by('organiser').call(endpoints.readLedgerStatistics, atCity),
    uses: ['problem_count_pkey'],
  },
  {
    what: 'the ledger of a day gone by',
    ask: (by) =>
      by('organiser').call(endpoints.listProblemsAsOf, {
        params: { organisationId: unit },
        query: { asOf: '2026-01-05' },
      }),
    uses: ['problem_version_a4'],
  },
  {
    what: 'the counts of a day gone by',
    ask: (by) =>
      by('organiser').call(endpoints.readLedgerStatistics, {
        params: { organisationId: unit },
        query: { asOf: '2026-01-05' },
      }),
    uses: ['problem_version_a4'],
  },
  {
    what: 'what lay below on a day gone by',
    ask: (by) =>
      by('organiser').call(endpoints.readLedgerStatistics, {
        params: { organisationId: county },
        query: { asOf: '2025-12-05' },
      }),
    uses: ['organisation_version_children'],
  },
  {
    what: 'the timeline of a problem',
    ask: (by) => by('organiser').call(endpoints.listProblemEvents, { params: { problemId: id(5, 0) } }),
    uses: ['problem_event_of_problem'],
  },
  { what: 'notices', ask: (by) => by('organiser').call(endpoints.listNotices, {}), uses: ['notice_pkey'] },
  {
    what: 'notices without an answer',
    ask: (by) => by('organiser').call(endpoints.listNotices, { query: { isOpen: true } }),
    uses: ['notice_open'],
  },
  {
    what: 'the notices of a problem',
    ask: (by) => by('organiser').call(endpoints.listNotices, { query: { problemId: id(5, 0) } }),
    uses: ['notice_of_problem'],
  },
  {
    what: 'the notices of a problem without an answer',
    ask: (by) => by('organiser').call(endpoints.listNotices, { query: { problemId: id(5, 0), isOpen: true } }),
    uses: ['notice_of_problem', 'notice_open'],
  },
  {
    what: 'inspections',
    ask: (by) => by('organiser').call(endpoints.listInspections, { params: { organisationId: unit } }),
    uses: ['inspection_of_organisation'],
  },
  {
    what: 'organisations below',
    ask: (by) => by('organiser').call(endpoints.listOrganisationChildren, atCity),
    uses: ['organisation_children'],
  },
  {
    what: 'people',
    ask: (by) => by('organiser').call(endpoints.listPeople, { params: { organisationId: unit } }),
    uses: ['person_of_organisation'],
  },
  {
    what: 'grants',
    ask: (by) => by('security_admin').call(endpoints.listGrants, { params: { organisationId: unit } }),
    uses: ['role_grant_of_organisation'],
  },
  {
    what: 'the search',
    ask: (by) => by('organiser').call(endpoints.findEntries, { query: { text: '渡口' } }),
    uses: ['search_entry_words'],
  },
  {
    what: 'one’s notifications',
    ask: (by) => by('organiser').call(endpoints.listNotifications, {}),
    uses: ['notification_of_account'],
  },
  {
    what: 'how many are unread',
    ask: (by) => by('organiser').call(endpoints.readNotifications, { body: { ids: [] } }),
    uses: ['notification_unread'],
  },
  {
    what: 'the audit log',
    ask: (by) => by('auditor of all').call(endpoints.listAuditEntries, {}),
    uses: ['audit_entry_pkey'],
  },
  {
    what: 'the audit log of a city',
    ask: (by) => by('audit_admin').call(endpoints.listAuditEntries, {}),
    uses: ['audit_entry_organisation', 'audit_entry_pkey'],
  },
  {
    what: 'the audit log of somebody',
    ask: (by) => by('auditor of all').call(endpoints.listAuditEntries, { query: { login: 'filled7' } }),
    uses: ['audit_entry_login'],
  },
  {
    what: 'the audit log of one action',
    ask: (by) => by('auditor of all').call(endpoints.listAuditEntries, { query: { action: 'setting.change' } }),
    uses: ['audit_entry_action'],
  },
  {
    what: 'how the accounts of a city stand',
    ask: (by) => by('security_admin').call(endpoints.readHomeFacts, {}),
    uses: ['account_last_used'],
  },
  {
    what: 'who is to act and cannot sign in',
    ask: (by) => by('system_admin').call(endpoints.readHomeFacts, {}),
    uses: ['problem_led', 'problem_of_lead'],
  },
  {
    what: 'what did not succeed this week',
    ask: (by) => by('auditor of all').call(endpoints.readHomeFacts, {}),
    uses: ['audit_entry_unsuccessful'],
  },
  { what: 'what there is to do', ask: (by) => by('handler').call(endpoints.readHome, {}), uses: ['problem_open_a4'] },
  {
    what: 'the board of the meetings of a province',
    ask: (by) => by('organiser of all').call(endpoints.listMeetings, { ...atProvince, query: { below: true } }),
    uses: ['meeting_standing_a1'],
  },
  {
    what: 'the meetings of a city of which something is late',
    ask: (by) => by('organiser').call(endpoints.listMeetings, { ...atCity, query: { below: true, standing: 'late' } }),
    uses: ['meeting_standing_a2'],
  },
  {
    what: 'the meetings of a campaign that are at one step',
    ask: (by) =>
      by('organiser of all').call(endpoints.listMeetings, {
        ...atProvince,
        query: { below: true, campaignId: campaign, step: 'study' },
      }),
    uses: ['meeting_standing_of_campaign', 'meeting_standing_a1'],
  },
  {
    what: 'the meetings of a body',
    ask: (by) => by('organiser').call(endpoints.listMeetings, { params: { organisationId: unit } }),
    uses: ['meeting_standing_of_body'],
  },
  {
    what: 'one’s own meetings',
    ask: (by) => by('handler').call(endpoints.listOwnMeetings, {}),
    uses: ['meeting_standing_of_body'],
  },
  {
    what: 'a meeting with all its steps follow from',
    ask: (by) => by('organiser').call(endpoints.readMeeting, { params: { meetingId: id(5, 0) } }),
    uses: ['problem_of_meeting'],
  },
  {
    what: 'a session of a meeting, with what the meeting before left',
    ask: (by) =>
      by('organiser').call(endpoints.readMeetingSession, { params: { meetingId: id(5, 0), circle: 'team' } }),
    uses: ['meeting_standing_pkey', 'meeting_pkey'],
  },
  {
    what: 'the morning’s reminders',
    ask: () => remind(office.pool.db, async () => undefined, new Date('2026-11-23T00:10:00Z')),
    uses: ['problem_due'],
  },
]

it.each(cases)('$what: by index, and no large table from end to end', async ({ ask, uses }) => {
  const by = (role: string): Employee => {
    const one = staff.get(role)
    if (!one) throw new Error(`nobody is ${role}`)
    return one
  }
  const statements = await statementsOf(office.pool.pool, () => ask(by))
  const used = new Set<string>()
  for (const statement of statements.filter(({ text }) => /^\s*(?:with|select)/i.test(text))) {
    const { indexes, whole } = await planOf(office.pool.pool, statement)
    for (const index of indexes) used.add(index)
    expect(
      whole.filter((table) => LARGE.includes(table)),
      statement.text,
    ).toEqual([])
  }
  expect(
    uses.filter((index) => used.has(index)),
    [...used].join(' '),
  ).not.toEqual([])
})
