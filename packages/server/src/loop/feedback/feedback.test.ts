import { endpoints, type FeedbackItem, type ProposedItem, type Role } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedbackPaper, someInspection, someItem } from '../../testing/feedback.ts'
import { register, someProblem } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
let head: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  head = await office.employ(office.water, 'head')
})
afterAll(() => office.close())

const TEXT = `中共临江市委第二巡察组关于巡察市水务局党组的反馈意见

一、总体评价

总体较好，但也存在一些问题。

二、贯彻上级部署方面

（一）落实节水任务不够有力

1.用水计划管理不严。2025年有9家单位超计划用水，没有加价。

2.管网改造进度迟缓。北街工程停工五个月。

三、意见建议

（一）提高站位。要认真整改。
`

const refused = (code: string) => ({ refusal: { code } })
const list = (by: Employee, inspectionId: string) => by.call(endpoints.listFeedbackItems, { params: { inspectionId } })
const itemsOf = async (inspectionId: string) => (await list(organiser, inspectionId)).items
const only = async (inspectionId: string): Promise<FeedbackItem> => {
  const [item] = await itemsOf(inspectionId)
  if (!item) throw new Error('there is no item')
  return item
}
const withdraw = (by: Employee, inspectionId: string, ...itemIds: string[]) =>
  by.call(endpoints.withdrawFeedbackItems, { params: { inspectionId }, body: { itemIds } })

async function withPaper() {
  const { id: inspectionId } = await someInspection(organiser, office.water)
  const versionId = await feedbackPaper({ author: organiser, approver: head }, office.water, TEXT)
  const params = { inspectionId, versionId }
  return { ...params, read: () => organiser.call(endpoints.readFeedbackPaper, { params }) }
}

/** What was read, as it is confirmed unchanged. */
const asRead = ({ begins, ends, category, aspect, text }: ProposedItem) => ({
  ...{ category, aspect, text, place: { begins, ends } },
})

describe('a feedback paper', () => {
  it('is read into items; nothing is entered before a person confirms, who may change, leave out and add', async () => {
    const { inspectionId, versionId, read } = await withPaper()
    const { items } = await read()
    expect(items.map(({ category, aspect, text }) => [category, aspect, text.slice(0, 8)])).toEqual([
      ['贯彻上级部署方面', '落实节水任务不够有力', '用水计划管理不严'],
      ['贯彻上级部署方面', '落实节水任务不够有力', '管网改造进度迟缓'],
    ])
    expect(await itemsOf(inspectionId)).toEqual([])
    const [first] = items
    if (!first) throw new Error('nothing was read')
    const added = { category: '贯彻上级部署方面', text: '当面反馈的：水费没有公示' }
    const body = { versionId, items: [{ ...asRead(first), aspect: '节水' }, added] }
    const { itemIds } = await organiser.call(endpoints.enterFeedbackItems, { params: { inspectionId }, body })
    const entered = await itemsOf(inspectionId)
    expect(entered.map(({ id }) => id)).toEqual(itemIds)
    expect(entered).toMatchObject([
      {
        ordinal: 1,
        aspect: '节水',
        source: { link: `/paper-versions/${versionId}?begins=${first.begins}&ends=${first.ends}` },
      },
      { ordinal: 2, aspect: '', text: '当面反馈的：水费没有公示', source: null },
    ])
    expect((await read()).items.map(({ isEntered }) => isEntered)).toEqual([true, false])
  })

  it('is not entered twice at one place, by two at once neither', async () => {
    const { inspectionId, versionId, read } = await withPaper()
    const body = { versionId, items: (await read()).items.map(asRead) }
    const enter = () => organiser.call(endpoints.enterFeedbackItems, { params: { inspectionId }, body })
    const results = await Promise.allSettled([enter(), enter()])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(enter()).rejects.toThrow('选的第 1 条已经登记过')
    expect(await itemsOf(inspectionId)).toHaveLength(2)
  })

  it('of another kind is refused, and so is a place where nothing stands', async () => {
    const { inspectionId, versionId } = await withPaper()
    const items = [{ text: '没有这一段的问题', place: { begins: 90_000, ends: 90_010 } }]
    await expect(
      organiser.call(endpoints.enterFeedbackItems, { params: { inspectionId }, body: { versionId, items } }),
    ).rejects.toMatchObject(refused('invalid'))
    const query = { kind: 'plan', title: '整改方案' } as const
    const file = new File(['整改方案\n\n一、任务\n'], '方案.txt')
    const { paper } = await organiser.call(endpoints.createPaper, {
      params: { organisationId: office.water.id },
      query,
      file,
    })
    const submitted = await organiser.call(endpoints.submitPaper, { params: { paperId: paper.id } })
    const body = { opinion: '同意', version: submitted.paper.version }
    const { versions } = await head.call(endpoints.approvePaper, { params: { paperId: paper.id }, body })
    const params = { inspectionId, versionId: versions[0]?.id ?? '' }
    await expect(organiser.call(endpoints.readFeedbackPaper, { params })).rejects.toThrow('种类不是反馈意见')
  })
})

describe('an item', () => {
  it('is corrected, the history tells what it was; not over what somebody else has just written', async () => {
    const { inspectionId, itemId } = await someItem(organiser, office.water)
    const correct = (version: number) =>
      organiser.call(endpoints.correctFeedbackItem, {
        params: { itemId },
        body: { category: '党的领导', aspect: '理论学习', text: '理论学习没有研讨', version },
      })
    expect(await correct(1)).toMatchObject({ aspect: '理论学习', text: '理论学习没有研讨', version: 2 })
    await expect(correct(1)).rejects.toMatchObject(refused('conflict'))
    const { events } = await list(organiser, inspectionId)
    expect(events[0]).toMatchObject({
      actionName: '更正反馈的问题',
      text: expect.stringContaining('方面原为“贯彻部署”') as string,
    })
  })

  it('ends in a row that comes from where it stands in the paper; one row may be of several, one item have several', async () => {
    const { inspectionId, versionId, read } = await withPaper()
    const body = { versionId, items: (await read()).items.map(asRead) }
    const { itemIds } = await organiser.call(endpoints.enterFeedbackItems, { params: { inspectionId }, body })
    const [first = '', second = ''] = itemIds
    const given = {
      organisationId: office.water.id,
      text: '超计划用水没有加价',
      class: 'dated' as const,
      dueOn: '2099-06-30',
    }
    const after = await organiser.call(endpoints.registerFeedbackRow, { params: { itemId: first }, body: given })
    const [row] = after.rows
    if (!row) throw new Error('no row')
    expect(row).toMatchObject({ text: '超计划用水没有加价', standing: 'going' })
    const problem = await organiser.call(endpoints.readProblem, { params: { problemId: row.id } })
    expect(problem.source).toBe('inspection')
    expect(problem.origins).toMatchObject([
      { of: 'paper', words: expect.stringContaining('用水计划管理不严') as string },
    ])
    const link = (itemId: string, problemId: string) =>
      organiser.call(endpoints.linkFeedbackRow, { params: { itemId }, body: { problemId } })
    await link(second, row.id)
    const other = await register(organiser, office.waterOffice)
    expect((await link(first, other.id)).rows.map(({ number }) => number)).toEqual([row.number, other.number])
    await expect(link(first, other.id)).rejects.toThrow('已经对应')
    const outside = await register(await office.employ(office.education, 'organiser'), office.education)
    await expect(link(first, outside.id)).rejects.toMatchObject(refused('not_found'))
    expect((await itemsOf(inspectionId)).map(({ rows }) => rows.map(({ number }) => number))).toEqual([
      [row.number, other.number],
      [row.number],
    ])
  })

  it('ends in what its row went on as, once that was split', async () => {
    const { inspectionId, itemId } = await someItem(organiser, office.water)
    const problem = await register(organiser, office.water)
    await organiser.call(endpoints.linkFeedbackRow, { params: { itemId }, body: { problemId: problem.id } })
    const texts = ['其中一个问题是没有加价', '另一个问题是没有公示']
    const body = { texts, reason: '分开整改' }
    await organiser.call(endpoints.splitProblem, { params: { problemId: problem.id }, body })
    expect((await only(inspectionId)).rows.map(({ text }) => text)).toEqual(texts)
  })

  it('is taken back while no row hangs on it; afterwards the inspection stays, whatever was taken back', async () => {
    const { inspectionId, itemId } = await someItem(organiser, office.water)
    const problem = await register(organiser, office.water)
    const params = { itemId, problemId: problem.id }
    await organiser.call(endpoints.linkFeedbackRow, { params, body: { problemId: problem.id } })
    await expect(withdraw(organiser, inspectionId, itemId)).rejects.toThrow('第 1 条已经列入台账，不能撤销')
    expect((await organiser.call(endpoints.unlinkFeedbackRow, { params })).rows).toEqual([])
    await expect(organiser.call(endpoints.unlinkFeedbackRow, { params })).rejects.toMatchObject(refused('not_found'))
    await withdraw(organiser, inspectionId, itemId)
    expect(await itemsOf(inspectionId)).toEqual([])
    await expect(withdraw(organiser, inspectionId, itemId)).rejects.toMatchObject(refused('not_found'))
    await expect(organiser.call(endpoints.removeInspection, { params: { inspectionId } })).rejects.toThrow(
      '登记过反馈的问题',
    )
  })
})

describe('who', () => {
  it('sees the items: those of the unit and above; of a row about somebody else no more than that there is one', async () => {
    const { inspectionId, itemId } = await someItem(organiser, office.water)
    const body = { ...someProblem(), aboutId: head.session.person.id }
    const problem = await organiser.call(endpoints.registerProblem, {
      params: { organisationId: office.water.id },
      body,
    })
    await organiser.call(endpoints.linkFeedbackRow, { params: { itemId }, body: { problemId: problem.id } })
    expect(await only(inspectionId)).toMatchObject({ rows: [{ number: problem.number }], hiddenRows: 0 })
    const handler = await office.employ(office.water, 'handler')
    expect((await list(handler, inspectionId)).items).toMatchObject([{ rows: [], hiddenRows: 1 }])
    expect((await list(await office.employ(office.city, 'handler'), inspectionId)).items).toHaveLength(1)
    for (const place of [office.education, office.waterOffice])
      await expect(list(await office.employ(place, 'organiser'), inspectionId)).rejects.toMatchObject(
        refused('not_found'),
      )
  })

  it.each<Role>(['head', 'team_member', 'handler'])('does not enter any: a %s', async (role) => {
    const { inspectionId, itemId } = await someItem(organiser, office.water)
    await expect(withdraw(await office.employ(office.water, role), inspectionId, itemId)).rejects.toMatchObject(
      refused('forbidden'),
    )
  })
})
