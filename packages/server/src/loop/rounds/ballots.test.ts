import { type BallotChoice, type BallotGrade, endpoints, type RoundDetail, type Votes } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stranger } from '../../testing/client.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'
import { closed, codesOf, openedRound, preparedRound, vote } from '../../testing/rounds.ts'

let office: Office
let organiser: Employee
let head: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  head = await office.employ(office.water, 'head')
})
afterAll(() => office.close())

const about = ({ id }: Pick<RoundDetail, 'id'>) => ({ params: { roundId: id } })
const refused = (code: string) => ({ refusal: { code } })
const nobody = () => stranger(office.app)
const votes = (excellent: number, qualified = 0, basic = 0, unqualified = 0): Votes => ({
  ...{ excellent, qualified, basic, unqualified },
})

let branches = 0

/** A branch of so many full members, and one probationary; their names as they sit. */
async function branchOf(full: number) {
  branches += 1
  const branch = await office.addOrganisation(office.water, `机关第${branches}党支部`, 'branch')
  const members: Employee[] = []
  for (let at = 0; at <= full; at += 1) {
    const member = await office.employ(office.waterOffice, 'member')
    const role = at === full ? 'probationary' : at === 0 ? 'secretary' : 'party_member'
    await givePost(office, { personId: member.session.person.id, bodyId: branch.id, role })
    members.push(member)
  }
  return { branch, members, ids: members.slice(0, full).map(({ session }) => session.person.id) }
}

const appraisal = (invited: number) => ({ kind: 'appraisal' as const, groups: [{ name: '支部党员', invited }] })

/** An appraisal in which everybody of a branch of six votes: the first two 优秀, the others as one likes. */
async function appraised() {
  const place = await branchOf(6)
  const opened = await openedRound(organiser, place.branch.id, appraisal(6))
  const [codes = []] = codesOf(opened)
  for (const [voter, code] of codes.entries())
    await vote(
      nobody(),
      code,
      place.ids.map((aboutId, at): BallotChoice => {
        const grade: BallotGrade = at < 2 ? 'excellent' : (voter + at) % 2 === 0 ? 'qualified' : 'basic'
        return { aboutId, grade }
      }),
    )
  return { ...place, opened, over: await closed(organiser, opened) }
}

async function decided(round: RoundDetail, ids: readonly string[], grade: (at: number) => BallotGrade) {
  const grades = ids.map((personId, at) => ({ personId, grade: grade(at) }))
  return organiser.call(endpoints.decideGrades, { ...about(round), body: { grades, version: round.version } })
}

async function textOf(file: Blob): Promise<string> {
  const document = await read(new Uint8Array(await file.arrayBuffer()), '结果.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document.text
}

describe('an appraisal of party members', () => {
  it('grades the full members by their posts, and nobody else; the probationary takes part', async () => {
    const { branch, ids, members } = await branchOf(6)
    const { ballot, ...round } = await preparedRound(organiser, branch.id, appraisal(7))
    expect([round.kind, round.about.map(({ id }) => id), ballot]).toEqual([
      'appraisal',
      ids,
      { base: null, isTyped: false, rows: [], share: null },
    ])
    const probationary = members[6]?.session.person.id ?? ''
    const some = (more: object) => preparedRound(organiser, branch.id, { ...appraisal(7), ...more })
    await expect(some({ aboutIds: [probationary] })).rejects.toThrow('不是这个支部的正式党员')
    await expect(some({ groups: [{ name: '党员', invited: 8 }] })).rejects.toThrow('党员 7 人，邀请的多了')
    expect((await some({ aboutIds: [ids[3], ids[1]] })).about.map(({ id }) => id)).toEqual([ids[1], ids[3]])
    await expect(preparedRound(organiser, office.water.id, appraisal(6))).rejects.toThrow('在党支部')
    const empty = await office.addOrganisation(office.water, '空的支部', 'branch')
    await expect(preparedRound(organiser, empty.id, appraisal(6))).rejects.toThrow('还没有登记党员')
  })

  it('counts how often each grade was given to each, and keeps no ballot', async () => {
    const { over, ids } = await appraised()
    expect(over).toMatchObject({ state: 'closed', answered: 6, typed: 0, unended: 0 })
    expect(over.ballot).toEqual({
      ...{ base: 6, isTyped: false, share: null },
      rows: ids.map((id, at) => ({
        about: { id, name: expect.any(String) as string },
        votes: at < 2 ? votes(6) : votes(0, 3, 3),
        grade: null,
      })),
    })
    const { rows } = await sql`select 1 from answer where round_id = ${over.id}`.execute(office.pool.db)
    expect(rows).toEqual([])
  })

  it('is decided of everybody at once; the rule of a third judges it, in the meeting too', async () => {
    const { over, ids } = await appraised()
    await expect(decided(over, ids.slice(1), () => 'qualified')).rejects.toThrow('一个也不能少')
    await expect(decided(over, [...ids.slice(1), organiser.session.person.id], () => 'qualified')).rejects.toThrow(
      '一个也不能少',
    )
    const within = await decided(over, ids, (at) => (at < 2 ? 'excellent' : 'qualified'))
    expect(within.ballot?.share).toEqual({ state: 'met', words: '' })
    const beyond = await decided(within, ids, (at) => (at < 3 ? 'excellent' : 'qualified'))
    expect(beyond.ballot?.share).toEqual({
      state: 'missing',
      words: '优秀3人，超过党员总数6人的三分之一（2人），请核对',
    })
    expect(beyond.ballot?.rows.map(({ grade }) => grade)).toEqual([
      ...['excellent', 'excellent', 'excellent'],
      ...['qualified', 'qualified', 'qualified'],
    ])
  })

  it('is told its meeting as it stands', async () => {
    const { branch, ids, members } = await branchOf(5)
    const [secretary = organiser] = members
    const meeting = await organiser.call(endpoints.createMeeting, {
      params: { organisationId: branch.id },
      body: { ...someMeeting(), kind: 'organisational_life' },
    })
    const opened = await openedRound(organiser, branch.id, { ...appraisal(5), meetingId: meeting.id })
    const [codes = []] = codesOf(opened)
    for (const code of codes) await vote(nobody(), code, [{ aboutId: ids[0] ?? null, grade: 'excellent' }])
    const over = await closed(organiser, opened)
    const share = async () => {
      const { steps } = await secretary.call(endpoints.readMeeting, { params: { meetingId: meeting.id } })
      return steps.flatMap(({ lines }) => lines).find(({ rule }) => rule === 'agreement/excellent-share')
    }
    expect(await share()).toMatchObject({ state: 'unknown' })
    await decided(over, ids, () => 'excellent')
    expect(await share()).toMatchObject({
      state: 'missing',
      message: '优秀5人，超过党员总数5人的三分之一（1人），请核对',
    })
    const { opinionGroups } = await organiser.call(endpoints.readMeeting, { params: { meetingId: meeting.id } })
    expect(opinionGroups).toEqual([])
  })

  it('is a paper the checks of a meeting read back', async () => {
    const { over, ids } = await appraised()
    const paper = () => organiser.call(endpoints.ballotPaper, about(over))
    expect(await textOf(await paper())).not.toContain('评定等次。')
    await decided(over, ids, (at) => (at < 2 ? 'excellent' : at < 5 ? 'qualified' : 'basic'))
    const text = await textOf(await paper())
    expect(text).toContain('共有正式党员6人，发出6张，收回6张。')
    expect(text).toContain('党员总数6人，参加评议6人，其中优秀2人，合格3人，基本合格1人，不合格0人。')
    await expect(organiser.call(endpoints.roundSummary, about(over))).rejects.toMatchObject(refused('conflict'))
  })

  it('tells each his own votes, and nobody those of another', async () => {
    const { over, members, ids } = await appraised()
    await decided(over, ids, (at) => (at < 2 ? 'excellent' : 'qualified'))
    const [first, second] = members
    const own = (await first?.call(endpoints.listOwnBallots, {}))?.items
    expect(own).toMatchObject([{ round: { name: over.name }, answered: 6, votes: votes(6), grade: 'excellent' }])
    const record = await second?.call(endpoints.readOwnRecord, {})
    expect(record?.groups.find(({ name }) => name === '对我的评议、测评')?.lines).toEqual([
      `${over.name}：收到 6 张票，优秀 6 票，合格 0 票，基本合格 0 票，不合格 0 票；评定为优秀`,
    ])
    await expect(first?.call(endpoints.readRound, about(over))).rejects.toMatchObject(refused('forbidden'))
    expect((await head.call(endpoints.readRound, about(over))).ballot?.rows).toHaveLength(6)
  })
})

describe('a ballot', () => {
  it('takes who is on it, once each, and is not an opinion; an opinion is no ballot', async () => {
    const { branch, ids } = await branchOf(5)
    const [[code = '', other = ''] = []] = codesOf(await openedRound(organiser, branch.id, appraisal(5)))
    const choice = { aboutId: ids[0] ?? null, grade: 'basic' as const }
    await expect(vote(nobody(), code, [choice, choice])).rejects.toMatchObject(refused('invalid'))
    await expect(vote(nobody(), code, [{ ...choice, aboutId: null }])).rejects.toMatchObject(refused('invalid'))
    await expect(
      nobody().call(endpoints.sendAnswer, { body: { code, opinions: [{ text: '会议太多' }] } }),
    ).rejects.toMatchObject(refused('conflict'))
    await vote(nobody(), code, [choice])
    await expect(vote(nobody(), code, [choice])).rejects.toThrow('已经收到')
    const form = await nobody().call(endpoints.readAnswerForm, { body: { code: other } })
    expect([form.kind, form.about.length, form.grades.map(({ name }) => name)]).toEqual([
      'appraisal',
      5,
      ['优秀', '合格', '基本合格', '不合格'],
    ])
    const [[opinion = ''] = []] = codesOf(await openedRound(organiser, office.water.id))
    await expect(vote(nobody(), opinion, [choice])).rejects.toMatchObject(refused('conflict'))
  })

  it('of fewer than five that came is not counted: what each of them gave would be known', async () => {
    const { branch, ids } = await branchOf(6)
    const opened = await openedRound(organiser, branch.id, appraisal(6))
    const [codes = []] = codesOf(opened)
    for (const code of codes.slice(0, 4))
      await vote(nobody(), code, [{ aboutId: ids[0] ?? null, grade: 'unqualified' }])
    const over = await closed(organiser, opened)
    expect([over.answered, over.ballot?.rows]).toEqual([4, []])
    await expect(organiser.call(endpoints.ballotPaper, about(over))).rejects.toMatchObject(refused('conflict'))
    await expect(decided(over, ids, () => 'qualified')).rejects.toThrow('没有结果')
  })

  it('of fewer than five invited is held on paper, and typed: it must add up', async () => {
    const { branch, ids } = await branchOf(4)
    const round = await preparedRound(organiser, branch.id, appraisal(4))
    const body = { version: round.version }
    await expect(organiser.call(endpoints.openRound, { ...about(round), body })).rejects.toThrow('少于 5 人')
    await expect(
      organiser.call(endpoints.closeRound, { ...about(round), body: { ...body, keys: [] } }),
    ).rejects.toThrow('用纸质票')
    const enter = (answered: number, rows: readonly { aboutId: string | null; votes: Votes }[]) =>
      organiser.call(endpoints.enterVotes, { ...about(round), body: { ...body, answered, rows: [...rows] } })
    const rows = ids.map((aboutId) => ({ aboutId, votes: votes(1, 3) }))
    await expect(enter(3, rows)).rejects.toThrow('有的人得票比这多')
    await expect(enter(4, rows.slice(1))).rejects.toThrow('有的人没有票数')
    await expect(enter(4, [...rows, { aboutId: null, votes: votes(1) }])).rejects.toThrow('不在这次评议里')
    const over = await enter(4, rows)
    expect(over).toMatchObject({ state: 'closed', answered: 4, ballot: { base: 4, isTyped: true } })
    expect(over.ballot?.rows.map((row) => row.votes)).toEqual(rows.map((row) => row.votes))
    await expect(enter(4, rows)).rejects.toMatchObject(refused('conflict'))
    const many = await preparedRound(organiser, (await branchOf(6)).branch.id, appraisal(6))
    const given = { answered: 4, rows: [], version: many.version }
    await expect(organiser.call(endpoints.enterVotes, { ...about(many), body: given })).rejects.toThrow('用抽的纸条')
  })

  it('on a team has the team first, then whom it names, against those invited', async () => {
    const aboutIds = [head.session.person.id]
    const opened = await openedRound(organiser, office.water.id, { kind: 'assessment', aboutIds })
    const codes = codesOf(opened).flat()
    for (const [at, code] of codes.slice(0, 8).entries())
      await vote(nobody(), code, [
        { aboutId: null, grade: 'excellent' },
        ...(at < 3 ? [{ aboutId: aboutIds[0] ?? null, grade: 'unqualified' as const }] : []),
      ])
    const { ballot, ...over } = await closed(organiser, opened)
    expect(ballot).toEqual({
      ...{ base: 15, isTyped: false, share: null },
      rows: [
        { about: null, votes: votes(8), grade: null },
        { about: { id: aboutIds[0], name: head.session.person.name }, votes: votes(0, 0, 0, 3), grade: null },
      ],
    })
    // 机关基层代表 gave eight of eight: votes are never told by group.
    const text = await textOf(await organiser.call(endpoints.ballotPaper, about(over)))
    expect(text).toContain('民主测评结果')
    const publish = organiser.call(endpoints.publishRound, { ...about(over), body: { version: over.version } })
    await expect(publish).rejects.toMatchObject(refused('conflict'))
    const enter = organiser.call(endpoints.enterOpinion, { ...about(over), body: { text: '会议太多' } })
    await expect(enter).rejects.toMatchObject(refused('conflict'))
  })
})
