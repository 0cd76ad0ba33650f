import { type DutyListReading, endpoints } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { officialDocument } from '@duizhao/report'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dutyListFile } from '../../testing/duties.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let group: Office['city']
let organiser: Employee
let head: { readonly personId: string; readonly name: string }

beforeAll(async () => {
  office = await openOffice()
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  organiser = await office.employ(group, 'organiser')
  head = await office.register(office.water, null)
  await givePost(office, { personId: head.personId, bodyId: group.id, role: 'head' })
})
afterAll(() => office.close())

const params = () => ({ organisationId: group.id })
const proposed = (file: File): Promise<DutyListReading> =>
  organiser.call(endpoints.readDutyList, { params: params(), file })
const FROM = { unit: 'times' as const, fromOn: '2026-01-01' }

it('each line of a workbook is proposed as a duty: how often, by which posts, what counts, what is not sure', async () => {
  const { proposals, faults } = await proposed(dutyListFile())
  expect(faults).toEqual([])
  expect(
    proposals.map(({ duty, doubts }) => [
      duty.name,
      duty.list,
      duty.per,
      duty.amount,
      duty.owedRoles,
      duty.kinds,
      doubts,
    ]),
  ).toEqual([
    ['专题研究全面从严治党工作', 'main', 'half', 1, [], ['deployment'], []],
    ['每季度对意识形态工作进行分析研判', 'main', 'quarter', 1, [], ['analysis'], []],
    ['与班子成员谈心谈话', 'main', 'year', 2, ['head'], ['talk'], []],
    [
      ...['带头廉洁自律，管好身边人', 'main', 'year', 1, ['head', 'deputy', 'member', 'discipline'], []],
      ['没有写多久一次，当作每年', '没有认出完成它的履职'],
    ],
  ])
})

it('a person named is taken by his post; who holds none here is asked about', async () => {
  const rows = [
    ['序号', '责任内容', '责任人'],
    ['1', '每年讲党课一次', head.name],
    ['2', '每年讲党课两次', '查无此人'],
  ]
  const { proposals } = await proposed(dutyListFile(rows, '监督责任清单.xlsx'))
  expect(proposals.map(({ duty, doubts }) => [duty.owedRoles, doubts])).toEqual([
    [['head'], [`“${head.name}”按现在的职务定`]],
    [[], ['“查无此人”不知道是什么职务，当作本组织']],
  ])
})

it('a duty that stands once beside two measures is one, and of a long ground what can be kept is taken', async () => {
  const blocks = [
    {
      kind: 'table' as const,
      columns: ['责任内容', '做法', '责任人', '依据'].map((header) => ({ header, share: 25 })),
      rows: ['第一', '第二'].map((measure) => ['每年讲党课一次', measure, '党组书记', '依'.repeat(200)]),
    },
  ]
  const bytes = officialDocument({ title: '主体责任清单', blocks })
  const { fileName, proposals } = await proposed(new File([new Uint8Array(bytes)], '清单.docx'))
  expect(proposals.map(({ duty, doubts }) => [duty.name, duty.ground.length, doubts])).toEqual([
    ['每年讲党课一次', 120, ['依据最多 120 字，只取了前面的']],
  ])
  const items = proposals.map(({ duty }) => ({ ...duty, ...FROM }))
  const body = { fileName, items }
  expect(await organiser.call(endpoints.createListedDuties, { params: params(), body })).toEqual({ created: 1 })
})

it('numbered paragraphs in Word are lines too, each of the post its heading names', async () => {
  const words = ['一、党组书记责任', '1．每季度听取一次意识形态工作专题汇报，开展分析研判。', '2．每年讲党课一次。']
  const more = ['二、班子其他成员责任', '1．每半年与分管科室负责人谈心谈话一次。']
  const blocks = [...words, ...more].map((line) => ({ kind: 'paragraph' as const, words: line }))
  const bytes = officialDocument({ title: '2025年一岗双责责任清单', blocks })
  const { proposals } = await proposed(new File([new Uint8Array(bytes)], '清单.docx'))
  expect(proposals.map(({ duty }) => [duty.list, duty.per, duty.owedRoles, duty.kinds])).toEqual([
    ['one_post', 'quarter', ['head'], ['analysis']],
    ['one_post', 'year', ['head'], ['party_lecture']],
    ['one_post', 'half', ['deputy', 'member'], ['talk']],
  ])
})

it('what was confirmed is set at once, is not set twice, and is printed by post', async () => {
  const { fileName, proposals } = await proposed(dutyListFile())
  const items = proposals.flatMap(({ duty }) => (duty.kinds.length === 0 ? [] : [{ ...duty, ...FROM }]))
  const body = { fileName, items }
  expect(await organiser.call(endpoints.createListedDuties, { params: params(), body })).toEqual({ created: 3 })
  const again = await refusalOf(organiser.call(endpoints.createListedDuties, { params: params(), body }))
  expect([again.code, again.title]).toEqual(['conflict', expect.stringContaining('与班子成员谈心谈话')])
  expect((await proposed(dutyListFile())).proposals.map(({ isThere }) => isThere)).toEqual([true, true, true, false])
  const file = await organiser.call(endpoints.dutyListDocument, {
    params: params(),
    query: { year: 2026, list: 'main' },
  })
  const printed = await read(new Uint8Array(await file.arrayBuffer()), '清单.docx')
  if (isUnreadable(printed)) throw new Error(printed.message)
  expect(printed.text).toContain('2026年主体责任清单')
  expect(printed.text).toContain(`责任人：${head.name}`)
  expect(printed.text).toContain('每季度对意识形态工作进行分析研判')
})

it('a file that is no list says what is missing; none is set where one line is wrong', async () => {
  const { proposals, faults } = await proposed(
    dutyListFile(
      [
        ['甲', '乙'],
        ['一', '二'],
      ],
      '别的.xlsx',
    ),
  )
  expect([proposals, faults.map(({ message }) => message.slice(0, 10))]).toEqual([[], ['没有读出责任清单：表']])
  const before = (await organiser.call(endpoints.listDuties, { params: params() })).items.length
  const [line] = (await proposed(dutyListFile())).proposals
  if (!line) throw new Error('nothing was proposed')
  const items = [
    { ...line.duty, ...FROM, name: '对的一条' },
    { ...line.duty, ...FROM, name: '错的一条', toOn: '2025-01-01' },
  ]
  const refusal = await refusalOf(
    organiser.call(endpoints.createListedDuties, { params: params(), body: { fileName: '清单', items } }),
  )
  expect(refusal.code).toBe('invalid')
  expect((await organiser.call(endpoints.listDuties, { params: params() })).items).toHaveLength(before)
})
