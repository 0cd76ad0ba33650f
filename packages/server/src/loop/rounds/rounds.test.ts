import { endpoints, type OpenedRound, type RoundDetail } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stranger } from '../../testing/client.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { answer, closed, codesOf, openedRound, preparedRound } from '../../testing/rounds.ts'

let office: Office
let organiser: Employee
let head: Employee
let member: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  head = await office.employ(office.water, 'head')
  member = await office.employ(office.water, 'member')
})
afterAll(() => office.close())

const about = ({ id }: Pick<RoundDetail, 'id'>) => ({ params: { roundId: id } })
const opened = (more = {}): Promise<OpenedRound> => openedRound(organiser, office.water.id, more)
const refused = (code: string) => ({ refusal: { code } })
const nobody = () => stranger(office.app)
const opinionsOf = async (round: Pick<RoundDetail, 'id'>, by = organiser) =>
  (await by.call(endpoints.listOpinions, about(round))).items

async function documentOf(file: Blob) {
  const document = await read(new Uint8Array(await file.arrayBuffer()), '汇总.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** A key file with another letter in its key. */
const damaged = (key: string): string =>
  key.replace(/钥匙：(..)(.)/, (_, head: string, letter: string) => `钥匙：${head}${letter === 'A' ? 'B' : 'A'}`)

/** A round in which so many of each group answered, closed. */
async function answered(counts: readonly number[], more = {}): Promise<RoundDetail> {
  const groups = counts.map((count, index) => ({ name: `群体${index + 1}`, invited: Math.max(count, 1) + 2 }))
  const round = await opened({ groups, ...more })
  for (const [index, codes] of codesOf(round).entries())
    for (const code of codes.slice(0, counts[index])) await answer(nobody(), code, `群体${index + 1}的意见`)
  return closed(organiser, round)
}

describe('a round', () => {
  it('goes from the slips to the results the groups read with the same slips', async () => {
    const round = await opened()
    const [nine = [], six = []] = codesOf(round)
    expect([nine.length, six.length, round.keys.length]).toEqual([9, 6, 3])
    const form = await nobody().call(endpoints.readAnswerForm, { body: { code: nine[0]?.toLowerCase() ?? '' } })
    expect(form).toMatchObject({
      ...{ group: '机关基层代表', organisation: '临江市水务局', state: 'open', isUsed: false },
      ...{ aspects: ['带头学习', '带头担当'], fingerprint: round.round.fingerprint },
    })
    for (const [index, code] of nine.slice(0, 6).entries()) await answer(nobody(), code, `代表的意见${index}`)
    for (const [index, code] of six.slice(0, 5).entries()) await answer(nobody(), code, `服务对象的意见${index}`)
    expect(await opinionsOf(round.round)).toEqual([])
    const over = await closed(organiser, round)
    expect(over).toMatchObject({ state: 'closed', answered: 11, invited: 15, unended: 11 })
    expect(over.groups.map(({ answered: count, isShown }) => [count, isShown])).toEqual([
      [6, true],
      [5, true],
    ])
    const items = await opinionsOf(over)
    expect(new Set(items.map(({ group, text }) => `${group} ${text}`))).toEqual(
      new Set([
        ...[0, 1, 2, 3, 4, 5].map((index) => `机关基层代表 代表的意见${index}`),
        ...[0, 1, 2, 3, 4].map((index) => `服务对象 服务对象的意见${index}`),
      ]),
    )
    const told = (code = '') => nobody().call(endpoints.listAnswerResults, { body: { code } })
    await expect(told(nine[0])).rejects.toThrow('结果还没有公布')
    const publish = () => organiser.call(endpoints.publishRound, { ...about(over), body: { version: over.version } })
    await expect(publish()).rejects.toThrow('还有 11 条意见没有结果')
    for (const { id, version } of items)
      await organiser.call(endpoints.endOpinion, {
        params: { opinionId: id },
        body: { ending: 'explained', reason: '已经在会上说明', version },
      })
    expect((await publish()).publishedOn).not.toBeNull()
    // Who did not answer reads them as well: whether a slip was used is not known any more.
    const results = await told(nine[8])
    expect(results.items).toHaveLength(11)
    expect(results.items[0]).toMatchObject({ ending: 'explained', reason: '已经在会上说明' })
  })

  it('takes one answer of a slip, none of a code that is on no slip, none after its day, none when it is over', async () => {
    const round = await opened()
    const [[first = '', second = ''] = []] = codesOf(round)
    await answer(nobody(), first, '会议太多')
    await expect(answer(nobody(), first, '会议太多')).rejects.toThrow('用这张纸条交的意见已经收到')
    await expect(answer(nobody(), 'ABCD-EFGH-JKMN', '会议太多')).rejects.toMatchObject(refused('not_found'))
    await expect(answer(nobody(), 'ABCD', '会议太多')).rejects.toMatchObject(refused('invalid'))
    await sql`update round set closes_on = '2026-01-01' where id = ${round.round.id}`.execute(office.pool.db)
    await expect(answer(nobody(), second, '会议太多')).rejects.toThrow('过了截止的日期')
    await closed(organiser, round)
    await expect(answer(nobody(), second, '会议太多')).rejects.toThrow('征集已经结束')
  })

  it('takes of twenty that use one slip at once the first', async () => {
    const round = await opened()
    const [[code = ''] = []] = codesOf(round)
    const all = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => answer(nobody(), code, `${index}`)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await closed(organiser, round)).toMatchObject({ answered: 1, unended: 1 })
  })

  it('loses no answer that was taken while it is closed, and takes none after', async () => {
    const round = await opened({ groups: [{ name: '全体职工', invited: 40 }] })
    const [codes = []] = codesOf(round)
    const sent = codes.map(async (code, index) => answer(nobody(), code, `${index}`))
    const over = closed(organiser, round)
    const taken = (await Promise.allSettled(sent)).filter(({ status }) => status === 'fulfilled').length
    expect((await over).answered).toBe(taken)
    expect(await opinionsOf(await over)).toHaveLength(taken)
  })

  it('asks nothing that the round does not ask', async () => {
    const round = await opened()
    const [[code = ''] = []] = codesOf(round)
    const send = (opinion: object) =>
      nobody().call(endpoints.sendAnswer, { body: { code, opinions: [{ text: '会议太多', ...opinion }] } })
    await expect(send({ aspect: '没有的方面' })).rejects.toMatchObject(refused('invalid'))
    await expect(send({ aboutId: member.session.person.id })).rejects.toMatchObject(refused('invalid'))
    await send({ aspect: '带头学习' })
  })

  it('opens with any two of its keys, and with nothing else', async () => {
    const strange = await opened()
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 0],
    ] as const) {
      const { round, keys } = await opened()
      const close = (given: readonly string[]) =>
        organiser.call(endpoints.closeRound, { ...about(round), body: { keys: [...given], version: round.version } })
      const key = keys[one] ?? ''
      const wrong: [string[], string][] = [
        [[], '要两把不同的钥匙'],
        [[key], '要两把不同的钥匙'],
        [[key, key], '要两把不同的钥匙'],
        [[key, strange.keys[other] ?? ''], '第 2 个文件是另一次征集的钥匙'],
        [[key, '别的文件'], '第 2 个文件不是征集的钥匙'],
        [[key, damaged(keys[other] ?? '')], '不完整'],
      ]
      for (const [given, words] of wrong) await expect(close(given)).rejects.toThrow(words)
      expect((await close([key, keys[other] ?? ''])).state).toBe('closed')
    }
  })

  it('does not ask where fewer than five are invited: what they say is entered by hand, and ended', async () => {
    const round = await preparedRound(organiser, office.water.id, { groups: [{ name: '支部党员', invited: 4 }] })
    const body = { version: round.version }
    await expect(organiser.call(endpoints.openRound, { ...about(round), body })).rejects.toThrow('少于 5 人')
    await organiser.call(endpoints.enterOpinion, { ...about(round), body: { text: '学习资料发得太晚' } })
    const over = await organiser.call(endpoints.closeRound, { ...about(round), body: { ...body, keys: [] } })
    expect(over).toMatchObject({ state: 'closed', answered: 0, typed: 1 })
    expect(await opinionsOf(over)).toMatchObject([{ isTyped: true, group: null, text: '学习资料发得太晚' }])
  })

  it('keeps nothing of what was answered when it is given up', async () => {
    const round = await opened()
    const [[code = '', other = ''] = []] = codesOf(round)
    await answer(nobody(), code, '会议太多')
    const body = { reason: '两把钥匙丢了', version: round.round.version }
    expect((await organiser.call(endpoints.voidRound, { ...about(round.round), body })).state).toBe('void')
    expect(await opinionsOf(round.round)).toEqual([])
    await expect(answer(nobody(), other, '会议太多')).rejects.toThrow('征集已经结束')
  })
})

describe('a meeting', () => {
  it('gets the counts of the round that was held for it', async () => {
    const meeting = await organiser.call(endpoints.createMeeting, {
      params: { organisationId: office.water.id },
      body: someMeeting(),
    })
    const { name, id } = await answered([5, 1], { meetingId: meeting.id })
    await organiser.call(endpoints.enterOpinion, { ...about({ id }), body: { text: '代录的不算' } })
    const { opinionGroups } = await organiser.call(endpoints.readMeeting, { params: { meetingId: meeting.id } })
    expect(opinionGroups).toEqual([{ name, asked: 10, received: 6 }])
  })

  it('of another organisation is not one a round can be held for', async () => {
    const meeting = await (
      await office.employ(office.city, 'organiser')
    ).call(endpoints.createMeeting, {
      params: { organisationId: office.education.id },
      body: someMeeting(),
    })
    await expect(preparedRound(organiser, office.water.id, { meetingId: meeting.id })).rejects.toMatchObject(
      refused('not_found'),
    )
  })
})

describe('an opinion', () => {
  it('becomes a problem of the ledger; one about a person is his and the organiser’s, and nobody else’s', async () => {
    const aboutIds = [member.session.person.id]
    const round = await opened({ aboutIds })
    const [[code = ''] = []] = codesOf(round)
    const opinions = [{ text: '班子调研少' }, { text: '批评人不留情面', aboutId: aboutIds[0] ?? null }]
    await nobody().call(endpoints.sendAnswer, { body: { code, opinions } })
    expect((await member.call(endpoints.listOwnOpinions, {})).items).toEqual([])
    const over = await closed(organiser, round)
    expect((await opinionsOf(over, head)).map(({ text }) => text)).toEqual(['班子调研少'])
    const own = (await member.call(endpoints.listOwnOpinions, {})).items
    expect(own).toMatchObject([{ text: '批评人不留情面', round: { name: over.name }, group: null }])
    expect((await head.call(endpoints.listOwnOpinions, {})).items).toEqual([])
    const [opinion] = (await opinionsOf(over)).filter(({ about: person }) => person !== null)
    const registered = await organiser.call(endpoints.registerOpinion, {
      params: { opinionId: opinion?.id ?? '' },
      body: { text: '批评方式简单', class: 'dated', dueOn: '2099-06-30', version: opinion?.version ?? 0 },
    })
    const problemId = registered.outcome?.problem?.id ?? ''
    const handler = await office.employ(office.water, 'handler')
    await expect(handler.call(endpoints.readProblem, { params: { problemId } })).rejects.toMatchObject(
      refused('not_found'),
    )
    expect(await organiser.call(endpoints.readProblem, { params: { problemId } })).toMatchObject({ source: 'opinion' })
    const { groups } = await member.call(endpoints.readOwnRecord, {})
    expect(groups.find(({ name }) => name === '征求到的对我的意见')?.lines[0]).toContain('批评人不留情面；已列入台账')
  })

  it('about the team stands in the summary with its result; one about a person does not', async () => {
    const aboutIds = [member.session.person.id]
    const round = await opened({ aboutIds })
    const [[code = ''] = []] = codesOf(round)
    const opinions = [
      { text: '调研报告里的例子三年没有换', aspect: '带头学习' },
      { text: '批评人不留情面', aboutId: aboutIds[0] ?? null },
    ]
    await nobody().call(endpoints.sendAnswer, { body: { code, opinions } })
    const summary = () => organiser.call(endpoints.roundSummary, about(round.round))
    await expect(summary()).rejects.toThrow('收回意见以后才有汇总')
    await closed(organiser, round)
    const { text } = await documentOf(await summary())
    expect(text).toContain('向2个群体、15人无记名征求意见，收到1份。')
    expect(text).toContain('调研报告里的例子三年没有换')
    expect(text).not.toContain('批评人不留情面')
  })

  it('has one result, and none is taken back by who came later', async () => {
    const over = await answered([5])
    const [opinion] = await opinionsOf(over)
    const end = () =>
      organiser.call(endpoints.endOpinion, {
        params: { opinionId: opinion?.id ?? '' },
        body: { ending: 'not_adopted', reason: '上级有统一规定', version: opinion?.version ?? 0 },
      })
    await end()
    await expect(end()).rejects.toMatchObject(refused('conflict'))
  })
})

describe('what a group said is told apart', () => {
  it.each([
    [[5], [true]],
    [[4], [false]],
    [
      [5, 5],
      [true, true],
    ],
    [
      [6, 5, 2],
      [true, false, false],
    ],
    [
      [6, 4, 1],
      [true, false, false],
    ],
    [
      [5, 1],
      [false, false],
    ],
    [
      [5, 0],
      [true, false],
    ],
    [
      [1, 0],
      [false, false],
    ],
  ])('of %j that answered: %j', async (counts, shown) => {
    const over = await answered(counts)
    expect(over.groups.map(({ isShown }) => isShown)).toEqual(shown)
    // Nor how many answered of the others: where one alone did, all that is not told apart would be its own.
    expect(over.groups.map((group) => group.answered)).toEqual(counts.map((count, at) => (shown[at] ? count : null)))
    expect(over.answered).toBe(counts.reduce((sum, count) => sum + count, 0))
    const named = new Set((await opinionsOf(over)).map(({ group }) => group))
    expect([...named].filter((group) => group !== null).toSorted()).toEqual(
      counts.flatMap((_, index) => (shown[index] === true ? [`群体${index + 1}`] : [])),
    )
  })

  it('while it is open, fewer than five answers are not counted', async () => {
    const round = await opened()
    const [codes = []] = codesOf(round)
    const count = async () => (await organiser.call(endpoints.readRound, about(round.round))).answered
    for (const [index, code] of codes.slice(0, 5).entries()) {
      expect(await count()).toBeNull()
      await answer(nobody(), code, `${index}`)
    }
    expect(await count()).toBe(5)
  })
})
