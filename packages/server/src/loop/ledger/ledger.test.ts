import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assigned,
  type LedgerStaff,
  rectified,
  register,
  requestStrikeOff,
  someProblem,
  staffOf,
  struckOff,
} from '../../testing/ledger.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { enterHistory } from './history.ts'
import { insertProblems } from './problem-queries.ts'
import { type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const at = ({ id }: ProblemDetail) => ({ params: { problemId: id } })
/** A picture of one point. */
const ONE_POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const approve = { opinion: '看过现场，属实' }

describe('the whole loop', () => {
  it('goes from registration to the strike-off, by four people, with a timeline', async () => {
    const { water } = office
    const problem = await rectified(staff, water)
    expect(problem.state).toBe('rectifying')
    const asked = await requestStrikeOff(staff.handler, problem.id)
    expect([asked.state, asked.conditions.every(({ isMet }) => isMet)]).toEqual(['strike_off_requested', true])
    const returned = await staff.head.call(endpoints.returnProblem, { ...at(problem), body: { reason: '照片不全' } })
    expect(returned.state).toBe('rectifying')
    expect([problem.endedRequest, asked.endedRequest]).toEqual([null, null])
    const by = staff.head.session.person.name
    expect(returned.endedRequest).toEqual({ by, reason: '照片不全', isReturned: true, at: expect.any(String) })
    expect((await requestStrikeOff(staff.handler, problem.id)).endedRequest).toBeNull()
    const confirmed = await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect(confirmed.state).toBe('unit_confirmed')
    const done = await staff.organiser.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect([done.state, done.struckOffOn === null, done.lookBackOn === null]).toEqual(['struck_off', false, false])
    const { items } = await staff.organiser.call(endpoints.listProblemEvents, at(problem))
    expect(items.map(({ action }) => action).toReversed()).toEqual([
      'register',
      'assign',
      'planMeasures',
      'reportProgress',
      'addEvidence',
      'requestStrikeOff',
      'return',
      'requestStrikeOff',
      'confirm',
      'strikeOff',
    ])
  })

  it('never lets the one who asked, did the work or approved before approve', async () => {
    const problem = await rectified(staff, office.water)
    await requestStrikeOff(staff.organiser, problem.id)
    const { code } = await refusalOf(
      staff.organiser.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }),
    )
    expect(code).toBe('conflict')
    await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect((await refusalOf(staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }))).code).toBe(
      'conflict',
    )
    expect(
      (await refusalOf(staff.organiser.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }))).code,
    ).toBe('conflict')
    const done = await staff.second.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect(done.state).toBe('struck_off')
  })

  it('asks the superior where the source demands it', async () => {
    const problem = await rectified(staff, office.water, someProblem('inspection'))
    await requestStrikeOff(staff.handler, problem.id)
    await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    for (const one of [staff.organiser, staff.second])
      expect((await refusalOf(one.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }))).code).toBe(
        'conflict',
      )
    const done = await staff.reviewer.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect(done.state).toBe('struck_off')
  })

  it('names what a strike-off still lacks, and takes it with a reason', async () => {
    const problem = await assigned(staff, office.water)
    await staff.handler.call(endpoints.reportProgress, { ...at(problem), body: { on: '2026-01-05', text: '正在补齐' } })
    const { code, title } = await refusalOf(requestStrikeOff(staff.handler, problem.id, { result: '已经补齐' }))
    expect([code, title.includes('没有佐证材料'), title.includes('没有整改措施')]).toEqual(['invalid', true, true])
    const asked = await requestStrikeOff(staff.handler, problem.id, {
      result: '已经补齐',
      exception: '机构撤并，材料移交档案馆',
    })
    expect([asked.state, asked.exception]).toEqual(['strike_off_requested', '机构撤并，材料移交档案馆'])
  })

  it('lets the one who asked take it back, and nobody else', async () => {
    const problem = await rectified(staff, office.water)
    await requestStrikeOff(staff.handler, problem.id)
    const body = { reason: '还要补一份材料' }
    expect((await refusalOf(staff.leader.call(endpoints.withdrawStrikeOff, { ...at(problem), body }))).code).toBe(
      'conflict',
    )
    const back = await staff.handler.call(endpoints.withdrawStrikeOff, { ...at(problem), body })
    expect([back.state, back.endedRequest]).toEqual([
      'rectifying',
      expect.objectContaining({ reason: '还要补一份材料', isReturned: false }),
    ])
  })
})

describe('what is saved as it was', () => {
  it('is told, and leaves no row in the history', async () => {
    const problem = await rectified(staff, office.water)
    const { source, aspect, text, cause, goal, class: kind, dueOn, version, measures } = problem
    const eventsBefore = await staff.organiser.call(endpoints.listProblemEvents, at(problem))
    const leadId = staff.leaderPerson.personId
    const handlerId = staff.handlerPerson.personId
    const saved = [
      staff.organiser.call(endpoints.changeProblem, {
        ...at(problem),
        body: { source, aspect, text, cause, goal, class: kind, dueOn, version },
      }),
      staff.organiser.call(endpoints.assignProblem, {
        ...at(problem),
        body: { leadId, handlerId, class: kind, dueOn },
      }),
      staff.handler.call(endpoints.planMeasures, { ...at(problem), body: { measures, version } }),
    ]
    for (const refusal of await Promise.all(saved.map(refusalOf)))
      expect(refusal).toMatchObject({ code: 'invalid', title: '什么都没有改，所以没有保存。' })
    expect(await staff.organiser.call(endpoints.listProblemEvents, at(problem))).toEqual(eventsBefore)
    const [measure] = measures
    if (!measure) throw new Error('no measure')
    const body = { measures: [{ ...measure, funding: '科室经费' }], version }
    await staff.handler.call(endpoints.planMeasures, { ...at(problem), body })
    const { items } = await staff.organiser.call(endpoints.listProblemEvents, at(problem))
    expect(items[0]?.changes).toMatchObject([{ field: '措施 1', after: expect.stringContaining('资金：科室经费') }])
  })
})

describe('two people at once', () => {
  it('never overwrite each other: the slower sees what is there now', async () => {
    const problem = await register(staff.organiser, office.water)
    const { source, aspect, text, cause, goal, class: kind, dueOn, version } = problem
    const body = { source, aspect, text, cause, goal, class: kind, dueOn, version }
    await staff.second.call(endpoints.changeProblem, { ...at(problem), body: { ...body, cause: '甲写的原因' } })
    const { code, current } = await refusalOf(
      staff.organiser.call(endpoints.changeProblem, { ...at(problem), body: { ...body, cause: '乙写的原因' } }),
    )
    expect(code).toBe('conflict')
    expect(current).toMatchObject({ cause: '甲写的原因' })
  })

  it('and only one of two simultaneous approvals counts', async () => {
    const problem = await rectified(staff, office.water)
    await requestStrikeOff(staff.handler, problem.id)
    await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    const outcomes = await Promise.allSettled(
      [staff.organiser, staff.second].map((one) =>
        one.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('more time', () => {
  it('is asked for, decided by another, and moves the deadline', async () => {
    const problem = await assigned(staff, office.water)
    await staff.handler.call(endpoints.requestExtension, {
      ...at(problem),
      body: { until: '2099-09-30', reason: '汛期不能施工' },
    })
    const again = { ...at(problem), body: { until: '2099-10-30', reason: '再延' } }
    expect((await refusalOf(staff.leader.call(endpoints.requestExtension, again))).code).toBe('conflict')
    const granted = await staff.organiser.call(endpoints.decideExtension, {
      ...at(problem),
      body: { isGranted: true, reason: '' },
    })
    expect(granted.dueOn).toBe('2099-09-30')
  })

  it('is not granted to oneself, and a refusal says why', async () => {
    const problem = await assigned(staff, office.water)
    await staff.organiser.call(endpoints.requestExtension, {
      ...at(problem),
      body: { until: '2099-12-30', reason: '资金未到' },
    })
    const own = { ...at(problem), body: { isGranted: true, reason: '' } }
    expect((await refusalOf(staff.organiser.call(endpoints.decideExtension, own))).code).toBe('conflict')
    const mute = { ...at(problem), body: { isGranted: false, reason: '' } }
    expect((await refusalOf(staff.second.call(endpoints.decideExtension, mute))).code).toBe('invalid')
    const refusal = { ...at(problem), body: { isGranted: false, reason: '可以分段施工' } }
    const kept = await staff.second.call(endpoints.decideExtension, refusal)
    expect([kept.dueOn, kept.extensions[0]?.decision?.isGranted]).toEqual([problem.dueOn, false])
  })
})

describe('after the strike-off', () => {
  it('is proved effective once', async () => {
    const problem = await struckOff(staff, office.water)
    const body = { isEffective: true, found: '抽查三处，记录齐全', early: '全市专项检查要求' }
    const proved = await staff.reviewer.call(endpoints.lookBack, { ...at(problem), body })
    expect([proved.state, proved.provedOn === null]).toEqual(['struck_off', false])
    expect((await refusalOf(staff.reviewer.call(endpoints.lookBack, { ...at(problem), body }))).code).toBe('conflict')
  })

  it('is not judged by who did the work', async () => {
    const problem = await rectified(staff, office.water, someProblem('inspection'))
    await requestStrikeOff(staff.organiser, problem.id)
    await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    await staff.reviewer.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    const body = { isEffective: true, found: '记录齐全', early: '全市专项检查要求' }
    expect((await refusalOf(staff.organiser.call(endpoints.lookBack, { ...at(problem), body }))).code).toBe('conflict')
    const proved = await staff.second.call(endpoints.lookBack, { ...at(problem), body })
    expect(proved.provedOn === null).toBe(false)
  })

  it('is drawn by lot among what is closed and not proved yet', async () => {
    await Promise.all([struckOff(staff, office.water), struckOff(staff, office.water)])
    const draw = (size: number) =>
      staff.reviewer.call(endpoints.drawLookBackSample, { params: { organisationId: office.city.id }, body: { size } })
    const { problems } = await draw(100)
    expect(problems.every(({ state, provedOn }) => state === 'struck_off' && provedOn === null)).toBe(true)
    expect((await draw(2)).problems).toHaveLength(2)
    const orders = await Promise.all(
      Array.from({ length: 5 }, async () => (await draw(100)).problems.map(({ id }) => id)),
    )
    expect(orders.map((order) => order.toSorted())).toEqual(orders.map(() => problems.map(({ id }) => id).toSorted()))
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1)
  })

  it('what came back is a new row linked to the old one', async () => {
    const problem = await struckOff(staff, office.water)
    const body = { isEffective: false, found: '又缺了三次记录' }
    const old = await staff.reviewer.call(endpoints.lookBack, { ...at(problem), body })
    expect([old.state, old.heirs.map(({ relation }) => relation)]).toEqual(['relapsed', ['relapse']])
    const heir = await staff.organiser.call(endpoints.readProblem, { params: { problemId: old.heirs[0]?.id ?? '' } })
    expect([heir.state, heir.relapseOf?.number, heir.text]).toEqual(['registered', problem.number, problem.text])
  })
})

describe('rows that become others', () => {
  it('are merged, split and handed over, and stay to be read', async () => {
    const [one, other, third] = [
      await register(staff.organiser, office.water),
      await register(staff.organiser, office.water),
      await assigned(staff, office.water),
    ]
    const asked = await staff.organiser.call(endpoints.requestMerge, {
      ...at(one),
      body: { intoNumber: other.number, reason: '同一件事' },
    })
    expect(asked.state).toBe('registered')
    expect(asked.pendingMerge).toMatchObject({ number: other.number, reason: '同一件事', text: other.text })
    const merged = await staff.second.call(endpoints.decideMerge, {
      ...at(one),
      body: { isAccepted: true, reason: '核对过，是同一件事' },
    })
    expect([merged.state, merged.heirs]).toEqual([
      'superseded',
      [{ id: other.id, number: other.number, relation: 'merge' }],
    ])
    const split = await staff.organiser.call(endpoints.splitProblem, {
      ...at(third),
      body: { texts: ['巡查记录缺失', '巡查照片缺失'], reason: '两件事' },
    })
    expect(split.heirs.map(({ relation }) => relation)).toEqual(['split', 'split'])
    const reviewer = await office.employ(office.city, 'organiser')
    const moved = await reviewer.call(endpoints.transferProblem, {
      ...at(other),
      body: { organisationId: office.education.id, reason: '归口教育局' },
    })
    expect([moved.organisation.name, moved.state]).toEqual(['临江市教育局', 'registered'])
    expect((await refusalOf(staff.organiser.call(endpoints.readProblem, at(other)))).code).toBe('not_found')
  })
})

describe('assigning many', () => {
  it('does each on its own, with a line per row', async () => {
    const rows = [await register(staff.organiser, office.water), await struckOff(staff, office.water)]
    const { rows: report } = await staff.organiser.call(endpoints.assignManyProblems, {
      body: {
        assignments: rows.map(({ id, version }) => ({
          problemId: id,
          version,
          leadId: staff.leaderPerson.personId,
          handlerId: staff.handlerPerson.personId,
          class: 'dated' as const,
          dueOn: '2099-06-30',
        })),
      },
    })
    expect(report.map(({ isDone }) => isDone)).toEqual([true, false])
    expect(report[1]?.message).toContain('已销号')
  })

  it('changes only what is said, and takes it back', async () => {
    const { organiser, leaderPerson, handlerPerson } = staff
    const one = await register(organiser, office.water)
    const other = await register(organiser, office.water)
    const assigned = { leadId: handlerPerson.personId, handlerId: leaderPerson.personId }
    const { rows: first } = await organiser.call(endpoints.assignManyProblems, {
      body: {
        assignments: [
          { problemId: one.id, version: one.version, ...assigned, class: 'immediate', dueOn: '2099-01-31' },
          { problemId: other.id, version: other.version, ...assigned, class: 'sustained', dueOn: null },
        ],
      },
    })
    const versions = first.map(({ version }) => version ?? 0)
    const read = () =>
      Promise.all([one, other].map(({ id }) => organiser.call(endpoints.readProblem, { params: { problemId: id } })))
    const kept = (problems: Awaited<ReturnType<typeof read>>) =>
      problems.map(({ lead, handler, class: kind, dueOn }) => [lead?.id, handler?.id, kind, dueOn])
    const before = await read()
    // Only a leader is meant: classes, deadlines and responsible persons stay, each as it is.
    const { rows: second } = await organiser.call(endpoints.assignManyProblems, {
      body: {
        assignments: [one, other].map(({ id }, at) => ({
          problemId: id,
          version: versions[at] ?? 0,
          leadId: leaderPerson.personId,
        })),
      },
    })
    expect(kept(await read())).toEqual([
      [leaderPerson.personId, leaderPerson.personId, 'immediate', '2099-01-31'],
      [leaderPerson.personId, leaderPerson.personId, 'sustained', null],
    ])
    const { rows: third } = await organiser.call(endpoints.assignManyProblems, {
      body: {
        assignments: second.map(({ problemId, version }) => ({
          problemId,
          version: version ?? 0,
          leadId: handlerPerson.personId,
        })),
      },
    })
    expect(third.map(({ isDone }) => isDone)).toEqual([true, true])
    expect(kept(await read())).toEqual(kept(before))
    // Seen too long ago: somebody else was faster.
    const { rows: late } = await organiser.call(endpoints.assignManyProblems, {
      body: { assignments: [{ problemId: one.id, version: versions[0] ?? 0, leadId: leaderPerson.personId }] },
    })
    expect(late.map(({ isDone, version }) => [isDone, version])).toEqual([[false, null]])
  })

  it('wants a leader for what has none', async () => {
    const { id, version } = await register(staff.organiser, office.water)
    const { rows } = await staff.organiser.call(endpoints.assignManyProblems, {
      body: { assignments: [{ problemId: id, version, dueOn: '2099-06-30' }] },
    })
    expect(rows[0]?.message).toBe('还没有责任领导。')
  })
})

describe('assigning five hundred', () => {
  it('gives every row its line', { timeout: 120_000 }, async () => {
    const chief = await office.employ(office.city, 'organiser')
    const rows = await transaction(office.pool.db, async (tx) => {
      const now = new Date()
      const inserted = await insertProblems(
        tx,
        Array.from({ length: 500 }, (_, at) => ({
          id: newId(),
          organisation_id: office.water.id,
          path: office.water.path,
          source: 'audit',
          text: `第 ${at} 笔报销缺少清单`,
          class: 'dated' as const,
          state: 'registered',
          due_on: '2099-06-30',
          registered_on: '2026-01-05',
          changed_at: now,
        })),
      )
      const changes = inserted.map((after) => ({ before: null, after, deed: { action: 'register' } }))
      await enterHistory(tx, { now }, changes)
      return inserted
    })
    const { rows: report } = await chief.call(endpoints.assignManyProblems, {
      body: {
        assignments: rows.map(({ id, version }) => ({
          problemId: id,
          version,
          leadId: staff.leaderPerson.personId,
          handlerId: null,
          class: 'dated' as const,
          dueOn: '2099-06-30',
        })),
      },
    })
    expect([report.length, report.every(({ isDone }) => isDone)]).toEqual([500, true])
  })
})

describe('an assignment', () => {
  const withdraw = (problem: ProblemDetail) =>
    staff.organiser.call(endpoints.withdrawAssignment, { ...at(problem), body: { reason: '分派错了人' } })

  it('is taken back with a reason while nothing was reported; the deadline stands, who had it is told', async () => {
    const problem = await assigned(staff, office.water)
    const back = await withdraw(problem)
    expect(back).toMatchObject({ state: 'registered', lead: null, handler: null, dueOn: problem.dueOn })
    const { items } = await staff.organiser.call(endpoints.listProblemEvents, at(problem))
    expect(items[0]).toMatchObject({ action: 'withdrawAssignment', reason: '分派错了人', to: '已登记' })
    const told = await staff.handler.call(endpoints.listNotifications, { query: { limit: 1 } })
    expect(told.items[0]?.title).toContain(`问题 ${problem.number} 号已撤销分派`)
    const { leadId, handlerId } = { leadId: staff.leaderPerson.personId, handlerId: staff.handlerPerson.personId }
    const body = { leadId, handlerId, class: problem.class, dueOn: '2099-12-30' }
    expect((await refusalOf(staff.organiser.call(endpoints.assignProblem, { ...at(problem), body }))).code).toBe(
      'conflict',
    )
    const again = { ...body, dueOn: problem.dueOn }
    expect(await staff.organiser.call(endpoints.assignProblem, { ...at(problem), body: again })).toMatchObject({
      state: 'assigned',
    })
  })

  it('stays once evidence was handed in, also if that was taken back', async () => {
    const problem = await assigned(staff, office.water)
    const { evidence } = await staff.handler.call(endpoints.addEvidence, {
      ...at(problem),
      query: { datedOn: '2026-01-05' },
      file: new File(['巡查记录'], '记录.txt'),
    })
    const params = { evidenceId: evidence[0]?.id ?? '' }
    const after = await staff.handler.call(endpoints.removeEvidence, { params, body: { reason: '传错了' } })
    expect(after.allowed).not.toContain('withdrawAssignment')
    expect((await refusalOf(withdraw(problem))).title).toContain('还没有报告过进展、交过佐证材料')
  })

  it('says who of those it went to cannot see it: nobody without an account, nobody whose role does not reach it', async () => {
    const { personId, name } = await office.register(office.water, 'member')
    const problem = await assigned(staff, office.water)
    expect(problem.unreached).toEqual([])
    const { class: kind, dueOn } = problem
    const body = { leadId: staff.leaderPerson.personId, handlerId: personId, class: kind, dueOn }
    const after = await staff.organiser.call(endpoints.assignProblem, { ...at(problem), body })
    expect(after.unreached).toEqual([name])
  })

  it('stays while a notice about it is not answered', async () => {
    const problem = await assigned(staff, office.water)
    const body = { kind: 'remind', answerDueOn: '2099-01-05' } as const
    await staff.reviewer.call(endpoints.issueNotice, { ...at(problem), body })
    expect((await refusalOf(withdraw(problem))).code).toBe('conflict')
  })
})

describe('evidence', () => {
  it('is known by its bytes: programs and pages are refused whatever they are called', async () => {
    const problem = await assigned(staff, office.water)
    const add = (content: string | Uint8Array<ArrayBuffer>, name: string) =>
      staff.handler.call(endpoints.addEvidence, {
        ...at(problem),
        query: { datedOn: '2026-01-05' },
        file: new File([content], name),
      })
    const program = new Uint8Array([0x4d, 0x5a, ...Array.from({ length: 80 }, () => 0)])
    for (const [content, name] of [
      [program, '会议纪要.docx'],
      ['<html><script>alert(1)</script></html>', '公示.html'],
      ['', '空.txt'],
    ] as const)
      expect((await refusalOf(add(content, name))).code, name).toBe('invalid')
    const kept = await add('会议纪要：研究整改', '纪要.txt')
    const [evidence] = kept.evidence
    const blob = await staff.reviewer.call(endpoints.readEvidence, { params: { evidenceId: evidence?.id ?? '' } })
    expect(await blob.text()).toBe('会议纪要：研究整改')
    const params = { evidenceId: evidence?.id ?? '' }
    const read = await staff.reviewer.call(endpoints.readEvidenceText, { params })
    expect(read).toEqual({ text: '会议纪要：研究整改', isWhole: true })
    const after = await staff.handler.call(endpoints.removeEvidence, {
      params: { evidenceId: evidence?.id ?? '' },
      body: { reason: '传错了' },
    })
    expect(after.evidence).toEqual([])
    expect((await refusalOf(staff.reviewer.call(endpoints.readEvidenceText, { params }))).code).toBe('not_found')
  })

  it('of which no words can be read says so', async () => {
    const problem = await assigned(staff, office.water)
    const picture = Buffer.from(ONE_POINT, 'base64')
    const { evidence } = await staff.handler.call(endpoints.addEvidence, {
      ...at(problem),
      query: { kind: 'photo', datedOn: '2026-01-05' },
      file: new File([picture], '现场.png'),
    })
    const params = { evidenceId: evidence[0]?.id ?? '' }
    expect((await refusalOf(staff.reviewer.call(endpoints.readEvidenceText, { params }))).code).toBe('invalid')
  })
})
