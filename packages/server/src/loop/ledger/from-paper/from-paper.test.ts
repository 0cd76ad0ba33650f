import { endpoints, type FromPaper, type PaperKind, type PaperProblems, type ProposedProblem } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateInChina } from '../../../platform/calendar/index.ts'
import { type LedgerStaff, register, staffOf } from '../../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const TEXT = `临江市水务局领导班子对照检查材料

一、存在的主要问题

（一）带头改进作风方面

1.巡查记录补记不及时。比如，三月的巡查记录月底一次补齐。

2.下乡调研不够深入。全年只去了两个乡镇，多是听汇报。

二、原因剖析

1.巡查责任压得不实，记录没有人核对。

2.对调研研究重视不够。

三、下一步整改措施

1.巡查记录当天上传，科室每周核对一次巡查记录。

2.每季度到乡镇开展一次调研，形成调研报告。
`
let papers = 0
/** A paper of 水务局, approved unless it says otherwise. */
async function paper(given: { text?: string; kind?: PaperKind; by?: Employee; isDraft?: boolean; name?: string } = {}) {
  papers += 1
  const author = given.by ?? (await office.employ(office.water, 'member'))
  const file = new File([given.text ?? TEXT], given.name ?? `材料${papers}.txt`)
  const { paper: drafted, versions } = await author.call(endpoints.createPaper, {
    params: { organisationId: office.water.id },
    query: { kind: given.kind ?? 'team', title: `第 ${papers} 份材料` },
    file,
  })
  const versionId = versions[0]?.id ?? ''
  if (given.isDraft === true) return { paper: drafted, versionId }
  const about = { params: { paperId: drafted.id } }
  const { paper: submitted } = await author.call(endpoints.submitPaper, about)
  await staff.head.call(endpoints.approvePaper, { ...about, body: { opinion: '同意', version: submitted.version } })
  return { paper: drafted, versionId }
}

const read = (versionId: string, by = staff.organiser): Promise<PaperProblems> =>
  by.call(endpoints.readPaperProblems, { params: { versionId } })

const placeOf = ({ begins, ends }: { begins: number; ends: number }) => ({ begins, ends })

/** A proposed problem as somebody confirms it. */
function confirmed(proposed: ProposedProblem, given: Partial<Extract<FromPaper, { as: 'new' }>> = {}): FromPaper {
  const { source, aspect, text, goal, class: kind, dueOn, causes, measures } = proposed
  return {
    ...{ as: 'new', places: [placeOf(proposed)], source, aspect, text, goal, class: kind },
    dueOn: dueOn ?? '2099-06-30',
    cause: causes.map(({ text: said }) => said).join('\n'),
    measures: measures.map(({ fields }) => fields),
    ...{ leadId: null, handlerId: null, aboutId: null, ...given },
  }
}

const enter = (versionId: string, rows: readonly FromPaper[], by = staff.organiser) =>
  by.call(endpoints.registerFromPaper, {
    params: { versionId },
    body: { organisationId: office.water.id, rows: [...rows] },
  })
const problem = (id: string, by = staff.organiser) => by.call(endpoints.readProblem, { params: { problemId: id } })

describe('the problems of an approved paper', () => {
  it('stand beside its text, each with its causes and measures, nothing of them in the ledger', async () => {
    const { versionId } = await paper()
    const { text, problems, registered, about, looseMeasures } = await read(versionId)
    expect(problems.map(({ begins, ends }) => text.slice(begins, ends).split('。')[0])).toEqual([
      '巡查记录补记不及时',
      '下乡调研不够深入',
    ])
    const [first] = problems
    expect(first).toMatchObject({ aspect: '带头改进作风方面', source: 'meeting', doubt: null })
    expect(first?.measures.map(({ fields }) => fields.text)).toEqual(['巡查记录当天上传，科室每周核对一次巡查记录。'])
    expect(looseMeasures.map(({ fields }) => fields.text)).toEqual(['每季度到乡镇开展一次调研，形成调研报告。'])
    expect([registered, about]).toEqual([[], null])
    const { items } = await staff.organiser.call(endpoints.listProblems, { query: { organisationId: office.water.id } })
    expect(items.filter(({ text: said }) => said.includes('巡查记录补记'))).toEqual([])
  })

  it('are those of the rows of a list, with who, by when and what for', async () => {
    const rows = [
      ['序号', '问题', '整改措施', '责任领导', '责任人', '完成时限'],
      ['1', '值班记录不完整，缺少交接签字', '修订值班制度', '周海', '吴桐', '2099-03-31'],
    ]
    const { versionId } = await paper({
      text: rows.map((row) => row.join(',')).join('\n'),
      kind: 'ledger',
      name: '清单.csv',
    })
    const { problems } = await read(versionId)
    expect(problems).toMatchObject([
      { text: '值班记录不完整，缺少交接签字', dueOn: '2099-03-31', lead: '周海', handler: '吴桐', doubt: null },
    ])
    expect(problems[0]?.measures.map(({ fields }) => fields.text)).toEqual(['修订值班制度'])
  })

  it('are doubted where the text does not number them, or holds several', async () => {
    const text = TEXT.replace(
      '1.巡查记录补记不及时。',
      '1.巡查不实：一是记录补记不及时；二是没有人核对；三是图片缺少。',
    )
    const { problems } = await read((await paper({ text })).versionId)
    expect(problems.map(({ doubt }) => doubt)).toContain('several')
  })

  it.each([
    ['a draft', 'conflict', true, 'team'],
    ['another’s draft', 'not_found', true, 'team'],
  ] as const)('of %s are not read', async (what, code, isDraft, kind) => {
    const by = what === 'a draft' ? staff.organiser : await office.employ(office.water, 'member')
    const { versionId } = await paper({ isDraft, kind, by })
    await expect(read(versionId)).rejects.toMatchObject({ refusal: { code } })
    await expect(enter(versionId, [confirmed(sample)])).rejects.toMatchObject({ refusal: { code } })
  })
})

const sample: ProposedProblem = {
  ...{ begins: 0, ends: 4, text: '巡查记录补记不及时', aspect: '', source: 'meeting', class: 'dated', dueOn: null },
  ...{ goal: '', lead: '', handler: '', doubt: null, causes: [], measures: [] },
}

describe('what is confirmed', () => {
  it('comes into the ledger with place, measures and who leads it, who is told once; nothing else does', async () => {
    const { paper: one, versionId } = await paper()
    const { text, problems } = await read(versionId)
    const { leaderPerson, handlerPerson } = staff
    const named = { leadId: leaderPerson.personId, handlerId: handlerPerson.personId }
    const { registered } = await enter(
      versionId,
      problems.map((each) => confirmed(each, named)),
    )
    expect(registered).toHaveLength(2)
    const shown = await problem(registered[0]?.id ?? '')
    expect(shown).toMatchObject({
      state: 'assigned',
      lead: { id: leaderPerson.personId },
      measures: [{ text: '巡查记录当天上传，科室每周核对一次巡查记录。' }],
      origins: [{ title: `《${one.title}》第 1 版`, words: text.slice(problems[0]?.begins, problems[0]?.ends) }],
    })
    const { items } = await staff.leader.call(endpoints.listNotifications, {})
    expect(items.filter(({ title }) => title.startsWith('分派了 2 个问题'))).toHaveLength(1)
    const again = await read(versionId)
    expect(again.registered.map(({ begins, problem: { number } }) => [begins, number])).toEqual(
      problems.map(({ begins }, at) => [begins, registered[at]?.number]),
    )
  })

  it('is refused as a whole if one of it was registered meanwhile', async () => {
    const { versionId } = await paper()
    const [first = sample, second = sample] = (await read(versionId)).problems
    await enter(versionId, [confirmed(first)])
    await expect(enter(versionId, [confirmed(second), confirmed(first)])).rejects.toMatchObject({
      refusal: { code: 'conflict', title: '选的第 2 个问题刚刚登记过，没有写入。' },
    })
    expect((await read(versionId)).registered).toHaveLength(1)
  })

  it('is written once when two press at the same time', async () => {
    const { versionId } = await paper()
    const [first = sample] = (await read(versionId)).problems
    const done = await Promise.allSettled([1, 2, 3].map(() => enter(versionId, [confirmed(first)])))
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((await read(versionId)).registered).toHaveLength(1)
  })

  it('may be one problem of two places, or two of one', async () => {
    const { versionId } = await paper()
    const { problems } = await read(versionId)
    const [first = sample, second = sample] = problems
    const { registered } = await enter(versionId, [
      confirmed(first, { places: problems.map(placeOf) }),
      confirmed(second, { text: '下乡调研次数少' }),
    ])
    expect((await problem(registered[0]?.id ?? '')).origins).toHaveLength(2)
    expect((await problem(registered[1]?.id ?? '')).origins).toHaveLength(1)
  })

  it('may be one more place of a problem of the same unit that is there', async () => {
    const [one, two] = [await paper(), await paper()]
    const [first = sample] = (await read(one.versionId)).problems
    const { registered } = await enter(one.versionId, [confirmed(first)])
    const problemId = registered[0]?.id ?? ''
    const { joined } = await enter(two.versionId, [{ as: 'joined', places: [placeOf(first)], problemId }])
    expect(joined).toEqual(registered)
    const { origins } = await problem(problemId)
    expect(origins.map(({ title }) => title)).toEqual([one, two].map(({ paper: { title } }) => `《${title}》第 1 版`))
    expect((await read(two.versionId)).registered).toMatchObject([{ problem: { id: problemId } }])
  })

  it('is no place of a problem of another unit', async () => {
    const { versionId } = await paper()
    const other = await register(staff.reviewer, office.city)
    const rows: FromPaper[] = [{ as: 'joined', places: [placeOf(sample)], problemId: other.id }]
    await expect(enter(versionId, rows, staff.reviewer)).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })

  it.each([
    ['no deadline', { dueOn: null }, 'rows.0.dueOn'],
    ['a stranger to lead it', { leadId: '0198c0de-0000-7000-8000-000000000000' }, 'rows.0.leadId'],
  ])('is refused with %s', async (_, given, field) => {
    const { versionId } = await paper()
    const [first = sample] = (await read(versionId)).problems
    await expect(enter(versionId, [confirmed(first, given)])).rejects.toMatchObject({
      refusal: { code: 'invalid', places: [{ field }] },
    })
  })
})

describe('what a person wrote of himself', () => {
  it('is registered as a problem about him, and the list of imports does not name his paper', async () => {
    const by = await office.employ(office.water, 'team_member')
    const { paper: own, versionId } = await paper({ kind: 'personal', by })
    const { about, problems } = await read(versionId)
    expect(about).toMatchObject({ id: own.author.id })
    const [first = sample] = problems
    const { registered, id } = await enter(versionId, [confirmed(first, { aboutId: own.author.id })])
    await expect(problem(registered[0]?.id ?? '', staff.handler)).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    const { items } = await staff.organiser.call(endpoints.listLedgerImports, {
      params: { organisationId: office.water.id },
      query: {},
    })
    expect(items.find((each) => each.id === id)).toMatchObject({
      isFromPaper: true,
      fileName: `《${own.title}》第 1 版`,
    })
    const { items: events } = await staff.organiser.call(endpoints.listProblemEvents, {
      params: { problemId: registered[0]?.id ?? '' },
    })
    expect(JSON.stringify(events)).not.toContain(own.title)
  })
})

describe('an act that is taken back', () => {
  const takeBack = (importId: string) =>
    staff.organiser.call(endpoints.withdrawLedgerImport, { params: { importId }, body: { reason: '选错了文稿' } })

  it('leaves no row, no place on a row that was there, and offers all of it again', async () => {
    const [one, two] = [await paper(), await paper()]
    const [first = sample, second = sample] = (await read(one.versionId)).problems
    const { registered: before } = await enter(one.versionId, [confirmed(first)])
    const problemId = before[0]?.id ?? ''
    const { id, registered } = await enter(two.versionId, [
      { as: 'joined', places: [placeOf(first)], problemId },
      confirmed(second, { leadId: staff.leaderPerson.personId }),
    ])
    expect(await takeBack(id)).toEqual({ withdrawn: 1, left: { count: 0, numbers: [] } })
    expect((await problem(registered[0]?.id ?? '')).state).toBe('withdrawn')
    expect((await problem(problemId)).origins).toHaveLength(1)
    expect((await read(two.versionId)).registered).toEqual([])
    const { items } = await staff.leader.call(endpoints.listNotifications, {})
    expect(items.some(({ title }) => title === '撤销了从文稿的登记，你负责的 1 个问题已撤回')).toBe(true)
    await enter(two.versionId, [confirmed(second)])
  })

  it('is refused once somebody has acted on a row, and nothing of it is taken back', async () => {
    const { versionId } = await paper()
    const { id, registered } = await enter(
      versionId,
      (await read(versionId)).problems.map((each) => confirmed(each, { leadId: staff.leaderPerson.personId })),
    )
    await staff.handler.call(endpoints.reportProgress, {
      params: { problemId: registered[1]?.id ?? '' },
      body: { on: dateInChina(new Date()), text: '已补齐三月的记录' },
    })
    await expect(takeBack(id)).rejects.toMatchObject({
      refusal: { code: 'conflict', places: [{ message: expect.stringContaining(`${registered[1]?.number} 号`) }] },
    })
    expect((await read(versionId)).registered).toHaveLength(2)
  })
})
