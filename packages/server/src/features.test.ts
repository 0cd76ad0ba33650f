import { globSync } from 'node:fs'
import { endpoints, features as contractFeatures, type ProblemDetail, RefusedCall } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from './features.ts'
import { columnsOf } from './platform/access.ts'
import { assigned, type LedgerStaff, someProblem, staffOf } from './testing/ledger.ts'
import { someCampaign, someMeeting } from './testing/meetings.ts'
import { type Employee, type Office, openOffice } from './testing/office.ts'
import { someRecord } from './testing/records.ts'
import { preparedRound } from './testing/rounds.ts'

let office: Office
let system: Employee
let organiser: Employee
let staff: LedgerStaff
/** A problem of 水务局, assigned, with its history. */
let problem: ProblemDetail

beforeAll(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
  organiser = await office.employ(office.city, 'organiser')
  staff = await staffOf(office)
  problem = await assigned(staff, office.water)
})
afterAll(() => office.close())

describe('the features', () => {
  it('are the features of the contract, each once, and serve every endpoint of theirs', () => {
    expect(
      features.map(({ name }) => name).toSorted(),
      '新功能要在 server 和 contract 的 features.ts 里各写一行',
    ).toEqual(Object.keys(contractFeatures).toSorted())
    for (const { method, path } of Object.values(endpoints)) {
      const url = `/api${path.replace(/\/$/, '')}`
      expect(office.app.hasRoute({ method, url }), `${method} ${url}`).toBe(true)
    }
  })

  it('are all that are on disk: every folder of office/ and loop/, and those of platform/ that have routes', () => {
    const onDisk = globSync(['platform/*/routes.ts', '{office,loop}/*/'], { cwd: import.meta.dirname })
    const names = onDisk.map((path) => path.replaceAll('\\', '/').split('/')[1] ?? '')
    expect(features.map(({ name }) => name).toSorted(), '新功能的文件夹要在 features.ts 里写一行').toEqual(
      names.toSorted(),
    )
  })

  it('have jobs, kinds of search entries and tables of history of different names', () => {
    const names = features.flatMap(({ jobs, searches, history }) => [
      ...(jobs ?? []).map(({ name }) => `job ${name}`),
      ...(searches ?? []).map(({ kind }) => `search ${kind}`),
      ...(history ?? []).map((table) => `history ${table}`),
    ])
    expect(new Set(names).size).toBe(names.length)
  })

  it('enter into the search only what they say they do', async () => {
    const kinds = await office.pool.db.selectFrom('search_entry').select('kind').distinct().execute()
    const declared = features.flatMap(({ searches }) => searches ?? []).map(({ kind }) => kind)
    expect(kinds.length).toBeGreaterThan(0)
    expect(declared).toEqual(expect.arrayContaining(kinds.map(({ kind }) => kind)))
  })
})

it('an endpoint’s constant is named as its action: the words of the action stand in it in their order', () => {
  const words = (name: string): string[] => name.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
  const misnamed = Object.entries(endpoints).filter(([name, { action }]) => {
    const wanted = words(action.slice(action.indexOf('.') + 1))
    const found = words(name)
    let at = 0
    for (const word of found) if (word === wanted[at]) at += 1
    return at < wanted.length
  })
  expect(misnamed.map(([name, { action }]) => `${name} = ${action}`)).toEqual([])
})

const path = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8']

describe('moving an organisation', () => {
  it('takes every row along that carries its path, of tables nobody has heard of too; history keeps its day', async () => {
    const { db } = office.pool
    await sql`create table unheard_of (id uuid primary key, ${sql.raw(path.map((column) => `${column} uuid`).join(', '))})`.execute(
      db,
    )
    const at = columnsOf(office.waterOffice.path)
    await sql`insert into unheard_of (id, ${sql.join(Object.keys(at).map((column) => sql.ref(column)))})
      values (${newId()}, ${sql.join(Object.values(at))})`.execute(db)
    const to = await office.addOrganisation(office.city, '临江市农业农村局')
    const { version } = await system.call(endpoints.readOrganisation, { params: { organisationId: office.water.id } })
    await system.call(endpoints.moveOrganisation, {
      params: { organisationId: office.water.id },
      body: { parentId: to.id, version },
    })
    const history = new Set(features.flatMap((feature) => feature.history ?? []))
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = current_schema() and column_name = 'a8'`.execute(db)
    const filled = ['organisation', 'problem', 'problem_version', 'search_entry', 'unheard_of']
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(filled))
    for (const { name } of rows) {
      const lies = await sql<{ a1: string; a2: string; a3: string }>`select a1, a2, a3 from ${sql.table(name)}
        where ${office.water.id} in (a1, a2, a3, a4, a5, a6, a7, a8)`.execute(db)
      if (filled.includes(name)) expect(lies.rows.length, name).toBeGreaterThan(0)
      else if (lies.rows.length === 0) continue
      const where = new Set(lies.rows.map(({ a1, a2, a3 }) => [a1, a2, a3].join(' ')))
      const now = [office.city.id, to.id, office.water.id].join(' ')
      if (history.has(name)) expect(where.size, name).toBeGreaterThan(1)
      else expect([...where], name).toEqual([now])
    }
    await sql`drop table unheard_of`.execute(db)
  })
})

/** Tables that refer to an organisation, one that no feature knows among them: a row for one that is to be removed. */
const holders: Readonly<Record<string, (organisationId: string) => Promise<unknown>>> = {
  organisation: (organisationId) =>
    system.call(endpoints.createOrganisation, { params: { organisationId }, body: { name: '下级', kind: 'unit' } }),
  person: (organisationId) =>
    system.call(endpoints.createPerson, {
      params: { organisationId },
      body: { name: '王建国', position: '', email: '', isPartyMember: true },
    }),
  role_grant: (organisationId) =>
    sql`insert into role_grant (id, account_id, role, organisation_id, granted_at)
      values (${newId()}, ${system.session.account.id}, 'system_admin', ${organisationId}, now())`.execute(
      office.pool.db,
    ),
  inspection: (organisationId) =>
    organiser.call(endpoints.registerInspection, {
      params: { organisationId },
      body: { name: '市委巡察一组', edition: 'patrol', fedBackOn: '2026-01-08' },
    }),
  problem: (organisationId) =>
    organiser.call(endpoints.registerProblem, { params: { organisationId }, body: someProblem('other') }),
  problem_count: (organisationId) =>
    sql`insert into problem_count select ${organisationId}, source, class, state, is_proved, is_overdue, 0
      from problem_count limit 1`.execute(office.pool.db),
  round: (organisationId) => preparedRound(organiser, organisationId),
  notice: (organisationId) =>
    sql`insert into notice (id, problem_id, kind, year, serial, organisation_id, text, issued_by, issued_on, answer_due_on)
      values (${newId()}, ${problem.id}, 'remind', 2026, 1, ${organisationId}, '请整改', ${system.session.account.id},
        '2026-01-08', '2026-01-09')`.execute(office.pool.db),
  notice_template: async (organisationId) => {
    await sql`insert into stored_file (hash, size, media_type) values (${'0'.repeat(64)}, 1, 'x')
      on conflict do nothing`.execute(office.pool.db)
    await sql`insert into notice_template values (${organisationId}, ${'0'.repeat(64)}, '督办单.docx')`.execute(
      office.pool.db,
    )
  },
  record: (organisationId) =>
    organiser.call(endpoints.createRecord, { params: { organisationId }, body: someRecord() }),
  campaign: (organisationId) =>
    organiser.call(endpoints.createCampaign, { params: { organisationId }, body: someCampaign() }),
  meeting: (organisationId) =>
    organiser.call(endpoints.createMeeting, { params: { organisationId }, body: someMeeting() }),
  duty: (organisationId) =>
    organiser.call(endpoints.createDuty, {
      params: { organisationId },
      body: {
        ...{ name: '召开党员大会', kinds: ['branch_meeting'], list: 'organisation_life', amount: 1, unit: 'times' },
        ...{ per: 'quarter', fromOn: '2026-01-01' },
      },
    }),
  record_keeping: (organisationId) =>
    organiser.call(endpoints.setRecordKeeping, {
      params: { organisationId },
      body: { fromOn: '2026-01-01', version: null },
    }),
  unheard_of: (organisationId) => sql`insert into unheard_of values (${organisationId})`.execute(office.pool.db),
}
it('an organisation that any table refers to is not removed, with a sentence that says why', async () => {
  await sql`create table unheard_of (organisation_id uuid references organisation)`.execute(office.pool.db)
  const { rows } = await sql<{ name: string }>`select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'organisation'::regclass order by 1`.execute(office.pool.db)
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(holders)))
  for (const [table, hold] of Object.entries(holders)) {
    const { id } = await office.addOrganisation(office.city, `挂着 ${table}`)
    await hold(id)
    const refusal: unknown = await system
      .call(endpoints.removeOrganisation, { params: { organisationId: id } })
      .catch((error: unknown) => error)
    expect(refusal, table).toBeInstanceOf(RefusedCall)
    if (refusal instanceof RefusedCall) expect(refusal.refusal, table).toMatchObject({ code: 'conflict' })
  }
})

/** Where 我的记录 tells of each column that names a person or an account: a heading, or what tells of it besides. */
const toldUnder: Readonly<Record<string, string>> = {
  'account.person_id': '账号',
  'duty_waiver.created_by': '写过的不适用、免做',
  'duty_waiver.person_id': '我的不适用、免做',
  'evidence.account_id': '上传的佐证材料',
  'extension.decided_by': '在问题上办过的事',
  'extension.requested_by': '在问题上办过的事',
  'import_draft.account_id': '导入的预览',
  'ledger_import.account_id': '导入的台账',
  'ledger_import.withdrawn_by': '撤销的台账导入',
  'notice.answered_by': '答复的督办单',
  'notice.issued_by': '签发的督办单',
  'notification.account_id': '消息',
  'participation.person_id': '写着本人缺席、列席、谈话的履职记录',
  'campaign.created_by': '录入的专题',
  'meeting.created_by': '另开的会议',
  'opinion.about_person_id': '征求到的对我的意见',
  'ballot_result.person_id': '对我的评议、测评',
  'round.created_by': '准备的征求意见',
  'feedback_claim.account_id': '认领的反馈问题',
  'feedback_claim.person_id': '认领的反馈问题',
  'feedback_event.account_id': '巡视巡察反馈的问题',
  'feedback_item.created_by': '巡视巡察反馈的问题',
  'feedback_row.account_id': '巡视巡察反馈的问题',
  'inspection_outcome.account_id': '巡视巡察反馈的问题',
  'incoming.about_person_id': '不说：谁反映的会看得出来',
  'incoming.created_by': '登记、承办的来件',
  'incoming.handler_id': '登记、承办的来件',
  'incoming_event.account_id': '登记、承办的来件',
  'institution.created_by': '登记、负责、检查过的制度',
  'institution.responsible_id': '登记、负责、检查过的制度',
  'institution_look.account_id': '登记、负责、检查过的制度',
  'institution_problem.account_id': '登记、负责、检查过的制度',
  'look_back_sample.account_id': '抽取的回头看',
  'matter.about_person_id': '会上对我的批评意见和自我批评',
  'matter.created_by': '会上的发言',
  'matter.from_person_id': '会上的发言',
  'meeting_session.begun_by': '记录的会议',
  'meeting_session.host_id': '主持、正在发言的会议',
  'meeting_session.speaking_id': '主持、正在发言的会议',
  'session_line.created_by': '记录的会议',
  'session_line.person_id': '会上宣读的书面发言',
  'session_presence.created_by': '记录的会议',
  'session_presence.person_id': '会上到会的例外',
  'meeting_waiver.account_id': '会议里不照办的理由',
  'origin.account_id': '在问题上办过的事',
  'problem.about_person_id': '关于我的问题',
  'paper.created_by': '起草的文稿',
  'paper_batch.account_id': '成批放进来的文件',
  'paper_batch_file.person_id': '别人成批放进来、认出是本人材料的文件',
  'paper_event.account_id': '在文稿上办过的事',
  'paper_version.account_id': '提交的各版文稿',
  'review_mark.account_id': '审核文稿时逐条说的',
  'recurrence_verdict.account_id': '认定的老问题',
  'figure_snapshot.kept_by': '记下的文稿里的数',
  'paper_verification.decided_by': '在问题上办过的事',
  'paper_verification.filed_by': '在问题上办过的事',
  'password_reset.account_id': '口令重置',
  'password_reset.asked_by': '操作记录',
  'password_reset.confirmed_by': '操作记录',
  'post.person_id': '任职',
  'previous_password.account_id': '账号',
  'problem.handler_id': '承办的问题',
  'problem.lead_id': '牵头的问题',
  'problem.merge_asked_by': '在问题上办过的事',
  'problem.requested_by': '在问题上办过的事',
  'problem_event.account_id': '在问题上办过的事',
  'problem_hand.person_id': '记着经手过的问题',
  'progress.account_id': '报告的进展',
  'record.created_by': '录入的履职记录',
  'record.host_id': '主持、讲课、谈话的履职记录',
  'recovery_code.account_id': '两步验证',
  'role_grant.account_id': '授权',
  'role_grant.granted_by': '操作记录',
  'role_grant.revoked_by': '操作记录',
  'second_factor.account_id': '两步验证',
  'ledger_view.account_id': '存的台账视图',
  'sweep.asked_by': '提出、答复的举一反三',
  'sweep_answer.answered_by': '提出、答复的举一反三',
  'session.account_id': '现有登录',
}

it('我的记录 knows every column that names a person', async () => {
  const { rows } = await sql<{ name: string }>`
    select conrelid::regclass || '.' || attname as name
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' and confrelid in ('person'::regclass, 'account'::regclass)`.execute(office.pool.db)
  const unheard = rows.map(({ name }) => name).filter((name) => !(name in toldUnder))
  expect(unheard, '请在功能的 ownRecord 里说出来，再记到 toldUnder').toEqual([])
  expect(rows.length).toBe(Object.keys(toldUnder).length)
})

it('我的记录 tells all that is held about a person, from every feature that holds anything', async () => {
  const { groups } = await staff.handler.call(endpoints.readOwnRecord, {})
  const names = groups.map(({ name }) => name.replace(/（.*/, ''))
  expect(names).toEqual(
    expect.arrayContaining([
      '本人资料',
      '账号',
      '授权',
      '导入的预览',
      '现有登录',
      '承办的问题',
      '记着经手过的问题',
      '消息',
      '操作记录',
    ]),
  )
  expect(groups.find(({ name }) => name.startsWith('承办的问题'))?.lines[0]).toContain(`问题 ${problem.number} 号`)
})
