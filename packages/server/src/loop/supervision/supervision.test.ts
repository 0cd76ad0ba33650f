import { daysAfter } from '@duizhao/engine/wording'
import { endpoints, type NoticeKind, type ProblemDetail } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { officialDocument } from '@duizhao/report'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateInChina, startOfDay } from '../../platform/calendar/index.ts'
import { readHome } from '../../platform/home/read-home.ts'
import { route } from '../../platform/http/route.ts'
import {
  assigned,
  type LedgerStaff,
  register,
  rectified,
  requestStrikeOff,
  someProblem,
  staffOf,
  struckOff,
} from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice, testConfig } from '../../testing/office.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileStore, storeFile } from '../../platform/files/index.ts'
import { demandOf } from './notice-words.ts'
import { writeTemplate } from './template-queries.ts'
import { remind, supervision } from './index.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let staff: LedgerStaff

/** The tasks of this feature alone, whatever else the home page is given. */
const readTasks = { ...endpoints.readHome, path: '/supervision-tasks' } as const

beforeAll(async () => {
  office = await openOffice()
  route(office.app, readTasks, (_, context) =>
    readHome(context, { features: [supervision], config: { ...testConfig, dataFolder: '' } }),
  )
  staff = await staffOf(office)
})
afterAll(() => office.close())

const today = dateInChina(new Date())
const nextMonth = daysAfter(today, 30)

function issue(by: Employee, { id }: ProblemDetail, kind: NoticeKind = 'remind', text = '') {
  return by.call(endpoints.issueNotice, { params: { problemId: id }, body: { kind, text, answerDueOn: nextMonth } })
}

/** A problem to be kept up for good, assigned; it has no deadline. */
async function sustained(by: LedgerStaff, place: Office['water']): Promise<ProblemDetail> {
  const body = { ...someProblem('other', null), class: 'sustained' as const }
  const { id } = await by.organiser.call(endpoints.registerProblem, { params: { organisationId: place.id }, body })
  return by.organiser.call(endpoints.assignProblem, {
    params: { problemId: id },
    body: {
      leadId: by.leaderPerson.personId,
      handlerId: by.handlerPerson.personId,
      class: 'sustained',
      dueOn: null,
    },
  })
}

async function notificationsOf(by: Employee): Promise<string[]> {
  const { items } = await by.call(endpoints.listNotifications, { query: { unread: false, limit: 200 } })
  return items.map(({ title }) => title)
}

async function textOf(blob: Blob): Promise<string> {
  const document = await read(new Uint8Array(await blob.arrayBuffer()), '督办单.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document.text
}

describe('issuing a notice', () => {
  it('takes one step of the ladder after the other, and says which comes first', async () => {
    const problem = await assigned(staff, office.water)
    const early = await refusalOf(issue(staff.reviewer, problem, 'urge'))
    expect(early).toMatchObject({ code: 'conflict', title: expect.stringContaining('督查指导书') })
    const kinds = ['remind', 'guide', 'urge', 'admonish'] as const
    for (const kind of kinds) expect((await issue(staff.reviewer, problem, kind)).kind).toBe(kind)
    const again = await issue(staff.reviewer, problem, 'remind')
    expect(again.number).toMatch(/^督〔\d{4}〕\d+号$/)
    const { items } = await staff.handler.call(endpoints.listNotices, { query: { problemId: problem.id } })
    expect(items.map(({ kind }) => kind)).toEqual([...kinds, 'remind'].toReversed())
  })

  it('drafts the text from the ledger: problem, deadline, overdue workdays, measures, what is asked', async () => {
    const problem = await rectified(staff, office.water, someProblem('other', '2026-01-30'))
    const { text } = await issue(staff.reviewer, problem)
    expect(text).toContain(`第 ${problem.number} 号问题：“${problem.text}”`)
    expect(text).toMatch(/整改时限为2026年1月30日，截至\d{4}年\d+月\d+日已超期 [1-9]\d* 个工作日/)
    expect(text).toContain('已制定整改措施 1 条，完成 1 条：1.每周巡查一次并拍照留存。')
    expect(text).toContain(demandOf('remind', nextMonth))
    const bare = await assigned(staff, office.water)
    expect((await issue(staff.reviewer, bare)).text).toContain('至今没有制定整改措施')
    expect((await issue(staff.reviewer, bare, 'remind', '请尽快整改。')).text).toBe('请尽快整改。')
  })

  it('refuses a date of answer that is not after today, and who may not demand', async () => {
    const problem = await assigned(staff, office.water)
    const params = { problemId: problem.id }
    const late = staff.reviewer.call(endpoints.issueNotice, { params, body: { kind: 'remind', answerDueOn: today } })
    expect(await refusalOf(late)).toMatchObject({ code: 'invalid', places: [{ field: 'answerDueOn' }] })
    expect((await refusalOf(issue(staff.handler, problem))).code).toBe('forbidden')
    const stranger = await office.employ(office.education, 'organiser')
    expect((await refusalOf(issue(stranger, problem))).code).toBe('not_found')
  })

  it('tells lead and handler, and the head from the urge on', async () => {
    const problem = await assigned(staff, office.water)
    for (const kind of ['remind', 'guide', 'urge'] as const) await issue(staff.reviewer, problem, kind)
    const about = async (by: Employee) =>
      (await notificationsOf(by)).filter((title) => title.startsWith('收到') && title.includes(problem.text))
    expect(await about(staff.handler)).toHaveLength(3)
    expect(await about(staff.leader)).toHaveLength(3)
    expect(await about(staff.head)).toEqual([expect.stringContaining('督办通知书')])
    expect(await about(staff.reviewer)).toEqual([])
  })

  it('numbers twenty issued at once without a gap or a number twice, each organisation its own', async () => {
    const { city, education } = office
    const reviewer = await office.employ(education, 'reviewer')
    const problems = []
    for (let i = 0; i < 20; i += 1) {
      const problem = await register(reviewer, education)
      const lead = await office.register(education, 'team_member')
      problems.push(problem)
      await reviewer.call(endpoints.assignProblem, {
        params: { problemId: problem.id },
        body: { leadId: lead.personId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
      })
    }
    const issued = await Promise.all(problems.map((problem) => issue(reviewer, problem)))
    const serials = issued.map(({ number }) => Number(/〕(\d+)号/.exec(number)?.[1]))
    expect(serials.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    const chief = await office.employ(city, 'organiser')
    const before = await issue(chief, await assigned(staff, office.water))
    const after = await issue(chief, await assigned(staff, office.water))
    expect(Number(/〕(\d+)号/.exec(after.number)?.[1])).toBe(Number(/〕(\d+)号/.exec(before.number)?.[1]) + 1)
  })
})

describe('answering and listing', () => {
  const answer = '已清理河道垃圾 12 处。下一步每周巡查一次。'

  it('keeps the answer once, tells the issuer, and closes the notice', async () => {
    const problem = await assigned(staff, office.water)
    const { id, number } = await issue(staff.reviewer, problem)
    const params = { noticeId: id }
    const given = await staff.handler.call(endpoints.answerNotice, { params, body: { answer } })
    expect(given).toMatchObject({ number, answer, answeredBy: staff.handlerPerson.name, answeredOn: today })
    const again = staff.handler.call(endpoints.answerNotice, { params, body: { answer } })
    expect(await refusalOf(again)).toMatchObject({ code: 'conflict', title: `${number}已经答复过了。` })
    expect(await notificationsOf(staff.reviewer)).toContain(
      `${number}已答复：问题 ${problem.number} 号 ${problem.text}`,
    )
    const stranger = await office.employ(office.education, 'handler')
    const seen = stranger.call(endpoints.answerNotice, { params, body: { answer } })
    expect(await refusalOf(seen)).toMatchObject({ code: 'not_found' })
    expect((await refusalOf(staff.head.call(endpoints.answerNotice, { params, body: { answer } }))).code).toBe(
      'forbidden',
    )
  })

  it('answers once when two answer at the same time', async () => {
    const problem = await assigned(staff, office.water)
    const { id } = await issue(staff.reviewer, problem)
    // A second one stays open: that alone would still allow an answer.
    await issue(staff.reviewer, problem)
    const call = (by: Employee) => by.call(endpoints.answerNotice, { params: { noticeId: id }, body: { answer } })
    const results = await Promise.allSettled([call(staff.handler), call(staff.leader), call(staff.organiser)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('lists what one may see, page by page, and only the open ones if asked', async () => {
    const place = await office.addOrganisation(office.water, '河道科', 'department')
    const problem = await assigned(staff, place)
    const first = await issue(staff.reviewer, problem)
    const second = await issue(staff.reviewer, problem)
    await staff.handler.call(endpoints.answerNotice, { params: { noticeId: first.id }, body: { answer } })
    const query = { organisationId: place.id, limit: 1 }
    const one = await staff.handler.call(endpoints.listNotices, { query })
    expect(one.items.map(({ id }) => id)).toEqual([second.id])
    const two = await staff.handler.call(endpoints.listNotices, { query: { ...query, after: one.next ?? '' } })
    expect(two).toMatchObject({ items: [{ id: first.id }], next: null })
    const open = await staff.handler.call(endpoints.listNotices, { query: { ...query, limit: 50, isOpen: true } })
    expect(open.items.map(({ id }) => id)).toEqual([second.id])
    const everywhere = await staff.handler.call(endpoints.listNotices, { query: { isOpen: true, limit: 2 } })
    const dates = everywhere.items.map(({ answerDueOn }) => answerDueOn)
    expect(dates).toEqual(dates.toSorted())
    expect(everywhere.items.every((notice) => notice.answer === null)).toBe(true)
    const stranger = await office.employ(office.education, 'handler')
    expect((await refusalOf(stranger.call(endpoints.listNotices, { query }))).code).toBe('not_found')
    const theirs = await stranger.call(endpoints.listNotices, { query: { limit: 200 } })
    expect(theirs.items.every(({ organisation }) => organisation.id === office.education.id)).toBe(true)
  })
})

describe('the document', () => {
  const documentOf = (by: Employee, noticeId: string) =>
    by.call(endpoints.noticeDocument, { params: { noticeId } }).then(textOf)

  it('is an official document with number, unit and problem, and a reply slip to fill in', async () => {
    const problem = await assigned(staff, office.water)
    const { id, number } = await issue(staff.reviewer, problem)
    const text = await documentOf(staff.handler, id)
    const [year, month, day] = today.split('-').map(Number)
    for (const words of [
      '整改情况提醒书',
      number,
      '临江市水务局：',
      problem.text,
      '临江市委',
      `${year}年${month}月${day}日`,
    ])
      expect(text).toContain(words)
    const [, slip = ''] = text.split('整改情况提醒书回执')
    for (const words of ['文号', number, '单位', '整改情况', '下一步', '联系人', '签章', '日期'])
      expect(slip).toContain(words)
    await staff.handler.call(endpoints.answerNotice, {
      params: { noticeId: id },
      body: { answer: '已清理 12 处。下一步每周巡查。' },
    })
    const [, filled = ''] = (await documentOf(staff.handler, id)).split('整改情况提醒书回执')
    for (const words of ['已清理 12 处。', '下一步每周巡查。', staff.handlerPerson.name])
      expect(filled).toContain(words)
    const stranger = await office.employ(office.education, 'handler')
    expect((await refusalOf(documentOf(stranger, id))).code).toBe('not_found')
  })

  it('is the office’s own form where one is set there or above, the nearest', async () => {
    const form = (title: string) => {
      const bytes = officialDocument({
        title,
        blocks: [
          { kind: 'paragraph', words: '{{文号}} {{单位}} {{编号}} {{问题}} 时限{{时限}}，超期{{超期天数}}天' },
          {
            kind: 'paragraph',
            words: '要求{{要求}}；{{答复期限}}；{{责任领导}}、{{责任人}}；{{日期}}；答复{{答复}}；{{督办人}}',
          },
        ],
      })
      return new File([new Uint8Array(bytes)], `${title}.docx`)
    }
    const set = (by: Employee, organisationId: string, file: File) =>
      by.call(endpoints.setNoticeTemplate, { params: { organisationId }, file })
    const place = await office.addOrganisation(office.water, '供水科', 'department')
    const problem = await assigned(staff, place)
    const { id, number } = await issue(staff.organiser, problem)
    expect(await documentOf(staff.handler, id)).toContain('回执')
    const chief = await office.employ(office.city, 'organiser')
    const found = await set(chief, office.city.id, form('市委督办单'))
    expect(found.fields).toHaveLength(13)
    expect(found.unknown).toEqual(['督办人'])
    const text = await documentOf(staff.handler, id)
    expect(text).toContain('市委督办单')
    expect(text).toContain(`${number} 供水科 ${problem.number} ${problem.text} 时限2099年6月30日，超期0天`)
    expect(text).toContain(`要求${demandOf('remind', nextMonth)}`)
    expect(text).toContain(`${staff.leaderPerson.name}、${staff.handlerPerson.name}`)
    expect(text).toContain('{{督办人}}')
    await set(staff.organiser, office.water.id, form('水务局督办单'))
    expect(await documentOf(staff.handler, id)).toContain('水务局督办单')
    await set(staff.organiser, office.water.id, form('水务局新督办单'))
    expect(await documentOf(staff.handler, id)).toContain('水务局新督办单')
    const wrong = set(staff.organiser, office.water.id, new File(['督办单'], '督办单.docx'))
    expect((await refusalOf(wrong)).code).toBe('invalid')
    const macros = await refusalOf(set(staff.organiser, office.water.id, await withMacros(form('带宏的督办单'))))
    expect(macros).toMatchObject({ code: 'invalid', title: expect.stringContaining('里有宏，不能作督办单格式') })
    expect(await documentOf(staff.handler, id)).toContain('水务局新督办单')
    const forbidden = set(staff.organiser, office.city.id, form('市委督办单'))
    expect(['forbidden', 'not_found']).toContain((await refusalOf(forbidden)).code)
    await keepInPlace(office.water.id, await withMacros(form('早先的督办单')))
    expect(await refusalOf(documentOf(staff.handler, id))).toMatchObject({
      code: 'invalid',
      title: expect.stringContaining('里有宏，不能作督办单格式'),
    })
  })
})

/** The same document with a macro in it. */
async function withMacros(document: File): Promise<File> {
  const parts = unzipSync(new Uint8Array(await document.arrayBuffer()))
  return new File([zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array([1]) })], document.name)
}

/** Puts a document where the template of an organisation is kept, as it may lie there since less was refused. */
async function keepInPlace(organisationId: string, document: File): Promise<void> {
  const bytes = new Uint8Array(await document.arrayBuffer())
  const given = { files: fileStore(office.filesFolder), now: new Date() }
  await transaction(office.pool.db, async (tx) => {
    const hash = await storeFile(tx, given, { bytes, mediaType: 'application/octet-stream' })
    await writeTemplate(tx, organisationId, { hash, name: document.name })
  })
}

/** A quarter past eight in China. */
const at = (date: string): Date => new Date(startOfDay(date).getTime() + 8.25 * 3_600_000)

/** Does the day's round, and returns what was said about a problem, by who was told. */
async function remindedOf(problemId: string, date: string): Promise<Readonly<Record<string, string[]>>> {
  const now = at(date)
  await remind(office.pool.db, async () => undefined, now)
  const rows = await office.pool.db
    .selectFrom('notification')
    .innerJoin('account', 'account.id', 'notification.account_id')
    .select(['account.login', 'notification.title'])
    .where('notification.link', '=', `/problems/${problemId}`)
    .where('notification.at', '=', now)
    .orderBy('account.login')
    .execute()
  const told = Map.groupBy(rows, ({ login }) => login)
  return Object.fromEntries([...told].map(([login, titles]) => [login, titles.map(({ title }) => title)]))
}

describe('reminding', () => {
  const both = () => [staff.handlerPerson.login, staff.leaderPerson.login].toSorted()

  /*
   *  day of the deadline   -16 -15 -14 -7 -1  0  +1 +7 +14 +21 +28
   *  handler, lead               x      x  x  x     x   x   x   x
   *  head of the unit                                   x   x   x
   *  organisers, reviewers above                                x
   */
  it('calls deadlines to mind ahead, on the day and weekly after, and others after silence', async () => {
    const due = '2090-05-31'
    const { id, number } = await assigned(staff, office.water, someProblem('other', due))
    for (const days of [-16, -14, -2, 1, 6]) expect(await remindedOf(id, daysAfter(due, days))).toEqual({})
    for (const days of [15, 7, 1]) {
      const told = await remindedOf(id, daysAfter(due, -days))
      expect(Object.keys(told).toSorted()).toEqual(both())
      expect(told[staff.handler.login]?.[0]).toContain(`还有 ${days} 天到期：问题 ${number} 号`)
    }
    expect((await remindedOf(id, due))[staff.leader.login]?.[0]).toContain('今天到期')
    const week = await remindedOf(id, daysAfter(due, 7))
    expect(Object.keys(week).toSorted()).toEqual(both())
    expect(week[staff.leader.login]?.[0]).toContain('已超期 5 个工作日')
    const fortnight = await remindedOf(id, daysAfter(due, 14))
    expect(Object.keys(fortnight).toSorted()).toEqual([...both(), staff.head.login].toSorted())
    expect(fortnight[staff.head.login]?.[0]).toContain('14 天没有报告进展')
    const month = await remindedOf(id, daysAfter(due, 28))
    expect(Object.keys(month)).toEqual(expect.arrayContaining([...both(), staff.head.login, staff.reviewer.login]))
    expect(Object.keys(month)).not.toContain(staff.organiser.login)
  })

  it('waits with the others while somebody reports, and stops when nothing is open', async () => {
    const due = '2091-05-31'
    const given = await assigned(staff, office.water, someProblem('other', due))
    await staff.handler.call(endpoints.reportProgress, {
      params: { problemId: given.id },
      body: { on: today, text: '正在清理' },
    })
    const reported = (date: string) =>
      office.pool.db
        .updateTable('progress')
        .set({ at: at(date) })
        .where('problem_id', '=', given.id)
        .execute()
    await reported(daysAfter(due, 3))
    expect(Object.keys(await remindedOf(given.id, daysAfter(due, 14))).toSorted()).toEqual(both())
    expect(Object.keys(await remindedOf(given.id, daysAfter(due, 21)))).toContain(staff.head.login)
    const closed = await struckOff(staff, office.water, someProblem('other', due))
    expect(await remindedOf(closed.id, daysAfter(due, 28))).toEqual({})
  })

  it('says nothing twice on a day, however often and by how many it is run', async () => {
    const due = '2092-05-31'
    const { id } = await assigned(staff, office.water, someProblem('other', due))
    const count = async () => {
      const { rows } = await office.pool.pool.query<{ count: number }>('select count(*) from notification')
      return rows[0]?.count
    }
    await remindedOf(id, due)
    const before = await count()
    const later = new Date(at(due).getTime() + 3_600_000)
    const counts = await remind(office.pool.db, async () => undefined, later)
    expect(new Set(Object.values(counts))).toEqual(new Set([0]))
    expect(await count()).toBe(before)
    const week = at(daysAfter(due, 7))
    const rounds = await Promise.all([1, 2, 3].map(() => remind(office.pool.db, async () => undefined, week)))
    const total = rounds.reduce((sum, { overdue = 0 }) => sum + overdue, 0)
    expect(total).toBe(Math.max(...rounds.map(({ overdue = 0 }) => overdue)))
    const entries = await office.pool.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'ledger.remind')
      .where('subject', '=', due)
      .execute()
    expect(entries).toHaveLength(2)
    expect(entries[0]?.detail).toMatchObject({ overdue: expect.any(Number), notices: expect.any(Number) })
  })

  it('of a measure on the day set for it before its deadline, once, and not when it is done', async () => {
    const { id, version } = await assigned(staff, office.water, someProblem('other', '2094-06-30'))
    const params = { problemId: id }
    const measure = {
      id: null,
      text: '每周巡查',
      responsible: '',
      dueOn: null,
      funding: '',
      contingency: '',
      doneOn: null,
    }
    const dated = { ...measure, coUnit: '财政局', earlyOn: '2094-06-03' }
    const { measures } = await staff.handler.call(endpoints.planMeasures, {
      params,
      body: { measures: [measure, dated, { ...dated, text: '已经做完的', doneOn: '2094-05-01' }], version },
    })
    expect(measures[1]).toMatchObject({ coUnit: '财政局', earlyOn: '2094-06-03' })
    expect(await remindedOf(id, '2094-06-02')).toEqual({})
    const told = await remindedOf(id, '2094-06-03')
    expect(Object.keys(told).toSorted()).toEqual(both())
    expect(told[staff.handler.login]).toEqual([expect.stringMatching(/^提前量到了，措施 2 还没有完成：问题 \d+ 号/)])
    expect(await remindedOf(id, '2094-06-04')).toEqual({})
  })

  it('sends mail too where the office has it on, once for each who is told', async () => {
    const due = '2095-05-31'
    await assigned(staff, office.water, someProblem('other', due))
    const admin = await office.employ(office.city, 'system_admin')
    const { mailIsConfigured: _, ...settings } = await admin.call(endpoints.readSettings, {})
    await admin.call(endpoints.changeSettings, {
      body: { ...settings, mail: { isOn: true, from: 'office@linjiang.test' } },
    })
    const sent: unknown[] = []
    const counts = await remind(office.pool.db, async (_tx, _name, data) => void sent.push(data), at(due))
    expect(sent.length).toBeGreaterThan(0)
    expect(new Set(sent.map((data) => JSON.stringify(data))).size).toBe(sent.length)
    expect(sent).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count, 0))
  })

  it('asks for the quarter’s report on sustained problems on the first workday of its last month', async () => {
    const { id } = await sustained(staff, office.water)
    // 1 March 2093 is a Sunday.
    expect(await remindedOf(id, '2093-03-01')).toEqual({})
    const told = await remindedOf(id, '2093-03-02')
    expect(Object.keys(told).toSorted()).toEqual(both())
    expect(told[staff.handler.login]?.[0]).toContain('本季度还没有报告进展')
    await staff.handler.call(endpoints.reportProgress, {
      params: { problemId: id },
      body: { on: today, text: '正在坚持' },
    })
    await office.pool.db.updateTable('progress').set({ dated_on: '2093-05-04' }).where('problem_id', '=', id).execute()
    expect(await remindedOf(id, '2093-06-01')).toEqual({})
    expect(Object.keys(await remindedOf(id, '2093-09-01')).toSorted()).toEqual(both())
  })

  it('calls look-backs to the mind of organisers and reviewers, late answers to issuer and lead', async () => {
    const closed = await struckOff(staff, office.water)
    const on = closed.lookBackOn ?? ''
    expect(await remindedOf(closed.id, daysAfter(on, -1))).toEqual({})
    const told = await remindedOf(closed.id, on)
    const organisers = [staff.organiser.login, staff.second.login, staff.reviewer.login]
    expect(Object.keys(told)).toEqual(expect.arrayContaining(organisers))
    expect(told[staff.reviewer.login]?.[0]).toContain('该回头看了')

    const problem = await assigned(staff, office.water)
    const { number, answerDueOn } = await issue(staff.reviewer, problem)
    expect(await remindedOf(problem.id, answerDueOn)).toEqual({})
    const late = await remindedOf(problem.id, daysAfter(answerDueOn, 1))
    expect(Object.keys(late).toSorted()).toEqual([staff.reviewer.login, staff.leader.login].toSorted())
    expect(late[staff.leader.login]?.[0]).toContain(`${number}过了答复期限`)
  })

  it('tells everybody of more than one page of problems', async () => {
    const { db } = office.pool
    const due = '2094-05-31'
    const model = await assigned(staff, office.water, someProblem('other', due))
    const row = await db.selectFrom('problem').selectAll().where('id', '=', model.id).executeTakeFirstOrThrow()
    const { number: _, due_order: _order, is_open: _open, ...columns } = row
    const copies = Array.from({ length: 1_200 }, (_, at) => ({
      ...{ ...columns, id: crypto.randomUUID(), unit_number: 10_000 + at },
    }))
    await db.insertInto('problem').values(copies).execute()
    const counts = await remind(db, async () => undefined, at(due))
    expect(counts['overdue']).toBeGreaterThanOrEqual(2 * 1_201)
    await db
      .deleteFrom('problem')
      .where(
        'id',
        'in',
        copies.map(({ id }) => id),
      )
      .execute()
  })
})

describe('tasks', () => {
  const tasksOf = async (by: Employee, { id }: { readonly id: string }) => {
    const { tasks } = await by.call(readTasks, {})
    return tasks.filter(({ link }) => link === `/problems/${id}`)
  }
  const titlesOf = async (by: Employee, problem: { readonly id: string }) =>
    (await tasksOf(by, problem)).map(({ title }) => title.split('：')[0])

  let place: Office['water']
  let own: LedgerStaff
  beforeAll(async () => {
    place = await office.addOrganisation(office.city, '临江市林业局')
    own = await staffOf({ ...office, water: place })
  })
  const near = () => someProblem('petition', daysAfter(today, 10))

  it('are reports of who leads or handles, due within a month or overdue', async () => {
    const problem = await assigned(own, place, near())
    expect(await titlesOf(own.handler, problem)).toEqual(['报告进展'])
    expect(await titlesOf(own.leader, problem)).toEqual(['报告进展'])
    expect(await tasksOf(own.leader, problem)).toMatchObject([{ dueOn: problem.dueOn }])
    expect(await titlesOf(own.organiser, problem)).toEqual([])
    expect(await titlesOf(own.handler, await assigned(own, place))).toEqual([])
    const late = await assigned(own, place, someProblem('other', daysAfter(today, -3)))
    expect(await tasksOf(own.handler, late)).toMatchObject([{ context: expect.stringContaining('已超期') }])
    expect(await titlesOf(own.organiser, late)).toEqual(['督促整改'])
    expect(await titlesOf(own.reviewer, late)).toEqual([])
  })

  it('are quarterly reports on what is sustained, until there is one', async () => {
    const { id } = await sustained(own, place)
    expect(await titlesOf(own.handler, { id })).toEqual(['报告本季度进展'])
    await own.handler.call(endpoints.reportProgress, {
      params: { problemId: id },
      body: { on: today, text: '每周巡林' },
    })
    expect(await titlesOf(own.handler, { id })).toEqual([])
  })

  it('are assignments and extensions for organisers, answers for who was asked', async () => {
    const unassigned = await register(own.organiser, place, near())
    expect(await titlesOf(own.organiser, unassigned)).toEqual(['分派'])
    expect(await titlesOf(own.handler, unassigned)).toEqual([])
    const problem = await assigned(own, place)
    await own.handler.call(endpoints.requestExtension, {
      params: { problemId: problem.id },
      body: { until: '2099-12-31', reason: '工程没有完工' },
    })
    expect(await titlesOf(own.organiser, problem)).toEqual(['决定延期'])
    expect(await titlesOf(own.head, problem)).toEqual([])
    await own.organiser.call(endpoints.decideExtension, {
      params: { problemId: problem.id },
      body: { isGranted: true, reason: '' },
    })
    expect(await titlesOf(own.organiser, problem)).toEqual([])
    const { id, number } = await issue(own.reviewer, problem)
    expect(await titlesOf(own.handler, problem)).toEqual([`答复 ${number}`])
    expect(await titlesOf(own.reviewer, problem)).toEqual([])
    await own.handler.call(endpoints.answerNotice, { params: { noticeId: id }, body: { answer: '已经整改' } })
    expect(await titlesOf(own.handler, problem)).toEqual([])
  })

  it('are approvals at one’s own level of the chain, never of one’s own request', async () => {
    const { id } = await rectified(own, place, near())
    await requestStrikeOff(own.handler, id)
    const others = [own.handler, own.leader, own.organiser, own.reviewer]
    expect(await titlesOf(own.head, { id })).toEqual(['审批销号'])
    for (const other of others) expect(await titlesOf(other, { id })).toEqual([])
    await own.head.call(endpoints.approveStrikeOff, { params: { problemId: id }, body: { opinion: '属实' } })
    expect(await titlesOf(own.head, { id })).toEqual([])
    expect(await titlesOf(own.reviewer, { id })).toEqual(['审批销号'])
    await own.reviewer.call(endpoints.approveStrikeOff, { params: { problemId: id }, body: { opinion: '属实' } })
    expect(await titlesOf(own.reviewer, { id })).toEqual([])
    await office.pool.db.updateTable('problem').set({ look_back_on: today }).where('id', '=', id).execute()
    expect(await titlesOf(own.reviewer, { id })).toEqual(['回头看'])
    expect(await titlesOf(own.organiser, { id })).toEqual(['回头看'])
    expect(await titlesOf(own.head, { id })).toEqual([])
  })

  it('are at most fifty, by date, and none for whom the ledger is not for', async () => {
    for (let i = 0; i < 55; i += 1) await register(own.organiser, place, someProblem('other', daysAfter(today, 90 - i)))
    const { tasks } = await own.organiser.call(readTasks, {})
    expect(tasks).toHaveLength(50)
    const dates = tasks.map(({ dueOn }) => dueOn ?? '9999')
    expect(dates).toEqual(dates.toSorted())
    const auditor = await office.employ(place, 'audit_admin')
    expect((await auditor.call(readTasks, {})).tasks).toEqual([])
  })
})
