import { endpoints, type GivenCall, RefusedCall } from '@duizhao/contract'
import { isUnreadable, read, readLedger } from '@duizhao/engine'
import { type CellValue, officialDocument, type Sheet, writeXlsx } from '@duizhao/report'
import { zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../../features.ts'
import { verifyChain, vouchedOf } from '../../../platform/audit/index.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { insertGrant, insertPerson } from '../../../office/organisation/index.ts'
import { assigned, rectified, someProblem, staffOf, struckOff } from '../../../testing/ledger.ts'
import { expectSteps } from '../../../testing/ledger-invariants.ts'
import { signInAs } from '../../../testing/client.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../../testing/office.ts'

let office: Office
let organiser: Employee
let places = 0
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

type Place = Office['city']
interface Ledger {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CellValue[])[]
  readonly more?: Partial<Sheet>
}

/** A unit of its own for each case. */
async function newUnit(): Promise<Place> {
  places += 1
  return office.addOrganisation(office.city, `第${places}局`)
}

async function addPeople(place: Place, ...names: string[]): Promise<void> {
  await transaction(office.pool.db, async (tx) => {
    for (const name of names)
      await insertPerson(tx, crypto.randomUUID(), place.id, { name, position: '', email: '', isPartyMember: true })
  })
}

function fileOf(sheets: readonly Sheet[], name = '整改台账.xlsx'): File {
  return new File([new Uint8Array(writeXlsx(sheets))], name)
}

function ledgerFile({ columns, rows, more }: Ledger): File {
  return fileOf([{ name: '台账', columns: columns.map((header) => ({ header, width: 12 })), rows, ...more }])
}

const preview = (place: Place, file: File) =>
  organiser.call(endpoints.previewLedgerImport, { params: { organisationId: place.id }, file })
type Choices = GivenCall<typeof endpoints.confirmLedgerImport>['body']
const confirm = (importId: string, body: Choices = {}) =>
  organiser.call(endpoints.confirmLedgerImport, { params: { importId }, body })

async function bring(place: Place, file: File) {
  const shown = await preview(place, file)
  expect(shown.faults).toEqual([])
  return confirm(shown.id)
}

async function problemsOf(place: Place) {
  const { items } = await organiser.call(endpoints.listProblems, {
    query: { organisationId: place.id, standing: 'all', limit: 200 },
  })
  return items.toSorted((a, b) => a.number - b.number)
}

const detailOf = (problemId: string) => organiser.call(endpoints.readProblem, { params: { problemId } })

const COLUMNS = [
  '序号',
  '问题来源',
  '类别',
  '存在问题',
  '整改措施',
  '责任领导',
  '责任人',
  '完成时限',
  '整改进展',
  '完成情况',
  '销号日期',
]

describe('the kinds of files offices send', () => {
  const page = '<table><tr><td>序号</td><td>存在问题</td></tr><tr><td>1</td><td>公务用车登记不全</td></tr></table>'
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  const rtf = String.raw`{\rtf1\ansi\trowd\cellx900\cellx1800 \intbl\u24207?\u21495?\cell\u23384?\u22312?\u38382?\u39064?\cell\row\trowd\cellx900\cellx1800 \intbl 1\cell \u20844?\u21153?\u29992?\u36710?\u30331?\u35760?\u19981?\u20840?\cell\row}`
  const mail = `From: a@b.cn\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: application/octet-stream; name="l.xls"\nContent-Disposition: attachment; filename="l.xls"\n\n${page}\n--b--\n`

  it.each([
    ['整改台账.xls', text(page)],
    ['整改台账.html', text(page)],
    ['整改台账.csv', text('序号,存在问题\n1,公务用车登记不全\n')],
    ['整改台账.rtf', text(rtf)],
    ['转发.eml', text(mail)],
    ['交回.zip', zipSync({ '交回/整改台账.xls': text(page), '交回/照片.jpg': text('图') })],
  ])('%s is read', async (name, bytes) => {
    const shown = await preview(await newUnit(), new File([new Uint8Array(bytes)], name))
    expect(shown.rows.map((row) => row.text)).toEqual(['公务用车登记不全'])
  })

  it('several in one .zip are not told apart by anybody but the office', async () => {
    const zip = zipSync({ '甲.xls': text(page), '乙.xls': text(page) })
    await expect(preview(await newUnit(), new File([new Uint8Array(zip)], '交回.zip'))).rejects.toThrow(
      '里有 2 份文件，一次读一份',
    )
  })
})

describe('importing a ledger', () => {
  it('takes cells merged over several measures as one problem', async () => {
    const place = await newUnit()
    await addPeople(place, '方明', '齐放')
    const file = ledgerFile({
      columns: COLUMNS,
      rows: [
        [1, '征求意见', '作风建设', '下乡调研次数偏少', '每季度下乡一次', '方明', '齐放', '2026年3月底前', '', '', ''],
        [null, null, null, null, '年内形成调研报告四篇', '方明', '齐放、李四', '2026年6月30日', '', '', ''],
        [2, '巡察反馈', '政治建设', '台账更新不及时', '每周五更新', '方明', '', '长期坚持', '', '', ''],
      ],
      more: {
        merged: [0, 1, 2, 3].map((column) => ({ row: 0, column, rowSpan: 2 })),
        title: '整改台账',
        below: ['注：以上由办公室汇总'],
      },
    })
    const shown = await preview(place, file)
    expect(shown).toMatchObject({ create: 2, change: 0, none: 0, faults: [] })
    expect(shown.rows.map(({ measures, dueOn, class: kind }) => [measures, dueOn, kind])).toEqual([
      [2, '2026-06-30', '限期整改'],
      [1, null, '长期坚持'],
    ])
    expect(shown.remarks.map(({ message }) => message)).toEqual([expect.stringContaining('没有找到叫“李四”的人员')])
    expect(await problemsOf(place)).toEqual([])
    expect(await confirm(shown.id)).toEqual({ created: 2, changed: 0, unchanged: 0 })
    const [first, second] = await problemsOf(place)
    expect(first).toMatchObject({ source: 'opinion', aspect: '作风建设', state: 'assigned', lead: { name: '方明' } })
    expect(first).toMatchObject({ handler: { name: '齐放' }, dueOn: '2026-06-30' })
    expect(second).toMatchObject({ source: 'inspection', class: 'sustained', dueOn: null })
    const { measures } = await detailOf(first?.id ?? '')
    expect(measures.map(({ text, dueOn, responsible }) => [text, dueOn, responsible])).toEqual([
      ['每季度下乡一次', '2026-03-31', '齐放'],
      ['年内形成调研报告四篇', '2026-06-30', '齐放、李四'],
    ])
  })

  it('reads dates in every form, serial numbers too, and the source in the title', async () => {
    const place = await newUnit()
    const written: CellValue[] = [
      '2026年3月31日',
      '二〇二六年四月',
      '2026.5.6',
      '2026/7/8',
      '2026-09-01',
      '2026年第三季度',
      46_387,
      '立行立改',
      '长期坚持',
      '2026年12月底前并长期坚持',
    ]
    const file = ledgerFile({
      columns: ['序号', '存在问题', '完成时限'],
      rows: written.map((date, at) => [at + 1, `第${at + 1}类问题没有解决好`, date]),
      more: { title: '市委巡察反馈问题整改台账' },
    })
    const { rows, faults } = await preview(place, file)
    expect(faults).toEqual([])
    expect(rows.map(({ dueOn, class: kind }) => [dueOn, kind])).toEqual([
      ['2026-03-31', '限期整改'],
      ['2026-04-30', '限期整改'],
      ['2026-05-06', '限期整改'],
      ['2026-07-08', '限期整改'],
      ['2026-09-01', '限期整改'],
      ['2026-09-30', '限期整改'],
      ['2026-12-31', '限期整改'],
      [null, '立行立改'],
      [null, '长期坚持'],
      ['2026-12-31', '长期坚持'],
    ])
    await bring(place, file)
    expect((await problemsOf(place)).map(({ source }) => source)).toEqual(written.map(() => 'inspection'))
  })

  it('reads two header rows, as a Word table too', async () => {
    const place = await newUnit()
    const bytes = officialDocument({
      title: '整改台账',
      blocks: [
        {
          kind: 'table',
          columns: ['序号', '存在问题', '整改措施', '责任人', '完成时限'].map((header) => ({ header, share: 20 })),
          rows: [
            ['1', '学习不够深入扎实', '每月学习一次', '张三', '2026年5月'],
            ['2', '制度执行不够严格', '修订制度两项', '李四', '2026年6月'],
          ],
        },
      ],
    })
    expect(await preview(place, new File([new Uint8Array(bytes)], '台账.docx'))).toMatchObject({
      create: 2,
      faults: [],
    })
    const file = ledgerFile({
      columns: ['序号', '存在问题', '整改情况', '', '责任落实', ''],
      rows: [
        [null, null, '整改措施', '完成时限', '责任领导', '责任人'],
        [1, '学习不够深入扎实', '每月学习一次', '2026年5月', '张三', '李四'],
      ],
    })
    expect(await preview(place, file)).toMatchObject({
      create: 1,
      faults: [],
      rows: [{ measures: 1, dueOn: '2026-05-31', lead: '张三' }],
    })
  })

  it('names wrong cells and writes nothing', async () => {
    const place = await newUnit()
    const file = ledgerFile({
      columns: COLUMNS,
      rows: [
        [1, '自查', '', '下乡调研次数偏少', '每季度下乡一次', '', '', '2026年2月30日', '', '', ''],
        [2, '自查', '', '台账更新不及时', '每周五更新', '', '', '', '', '', ''],
        [3, '自查', '', '公文错情较多', '开展培训', '', '', '尽快', '', '', ''],
        [5, '自查', '', '差', '整改到位', '', '', '2026年5月1日', '', '', ''],
        [6, '自查', '', '食堂卫生不达标', '清洗消毒', '', '', '2026年1月5日', '', '已完成', ''],
        [7, '自查', '', '', '', '方明', '', '2026年5月1日', '', '', ''],
      ],
    })
    const shown = await preview(place, file)
    expect(shown.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['H2', '完成时限“2026年2月30日”不是日历上有的日期'],
      ['H3', '没有写完成时限'],
      ['H4', '完成时限“尽快”读不出日期，请写日期或者“长期坚持”'],
      ['D5', '请写清问题，至少 4 个字'],
      ['D7', '没有写问题'],
    ])
    expect(shown.remarks.map(({ message }) => message).join('\n')).toContain('写着已完成，没有销号日期')
    await expect(confirm(shown.id)).rejects.toThrow(RefusedCall)
    expect(await problemsOf(place)).toEqual([])
  })

  it('takes over progress with its dates, and what is struck off', async () => {
    const place = await newUnit()
    const file = ledgerFile({
      columns: COLUMNS,
      rows: [
        [
          1,
          '审计',
          '',
          '往来款清理不及时',
          '逐笔清理',
          '',
          '',
          '2026年3月1日',
          '2026年1月5日：开会部署。\n2026年2月3日：清理 12 笔。',
          '已销号',
          '2026年2月20日',
        ],
        [2, '审计', '', '固定资产账实不符', '盘点一次', '', '', '2026年5月1日', '已开展盘点', '正在推进', ''],
      ],
    })
    await bring(place, file)
    const [first, second] = await problemsOf(place)
    expect(first).toMatchObject({
      state: 'closure_claimed',
      struckOffOn: '2026-02-20',
      source: 'audit',
      registeredOn: '2026-01-05',
    })
    expect(second).toMatchObject({ state: 'rectifying' })
    const detail = await detailOf(first?.id ?? '')
    expect(detail.progress.map(({ on, text, by }) => [on, text, by])).toEqual([
      ['2026-02-03', '清理 12 笔。', '人员1导入'],
      ['2026-01-05', '开会部署。', '人员1导入'],
    ])
    expect(detail.measures).toMatchObject([{ doneOn: '2026-02-20' }])
    const events = await organiser.call(endpoints.listProblemEvents, { params: { problemId: first?.id ?? '' } })
    expect(events.items).toMatchObject([{ actionName: '导入', to: '导入时已销号，待确认', reason: '整改台账.xlsx' }])
  })
})

describe('importing it again', () => {
  const row = (more: Partial<Record<number, CellValue>> = {}, text = '公文错情较多'): CellValue[] =>
    COLUMNS.map(
      (_, at) => more[at] ?? [1, '自查', '作风', text, '开展培训', '', '', '2026年5月1日', '', '', ''][at] ?? '',
    )

  it('changes nothing with the same file, and writes once if two previews are confirmed', async () => {
    const place = await newUnit()
    const file = ledgerFile({ columns: COLUMNS, rows: [row(), row({}, '会议偏多'), row({}, '公文错情较多')] })
    const [one, two] = [await preview(place, file), await preview(place, file)]
    expect(one).toMatchObject({ create: 3 })
    expect(await confirm(one.id)).toEqual({ created: 3, changed: 0, unchanged: 0 })
    expect(await confirm(two.id)).toEqual({ created: 0, changed: 0, unchanged: 3 })
    await expect(confirm(one.id)).rejects.toMatchObject({ refusal: { status: 409 } })
    expect(await problemsOf(place)).toHaveLength(3)
  })

  it('updates what was edited, whatever the order of the rows', async () => {
    const place = await newUnit()
    await addPeople(place, '方明')
    await bring(place, ledgerFile({ columns: COLUMNS, rows: [row(), row({}, '会议偏多'), row({}, '文件偏长')] }))
    const edited = ledgerFile({
      columns: COLUMNS,
      rows: [
        row({ 7: '2026年8月1日' }, '文件偏长'),
        row({ 0: 2 }, '会议 偏多。'),
        row({ 0: 3, 4: '开展两次培训', 5: '方明', 8: '3月5日：已培训一次' }),
        row({ 0: 4 }, '新发现的问题'),
      ],
    })
    const shown = await preview(place, edited)
    expect(shown.rows.map(({ effect }) => effect)).toEqual(['change', 'none', 'change', 'create'])
    expect(await confirm(shown.id)).toEqual({ created: 1, changed: 2, unchanged: 1 })
    const problems = await problemsOf(place)
    expect(problems.map(({ text, dueOn, state, version }) => [text, dueOn, state, version])).toEqual([
      ['公文错情较多', '2026-05-01', 'rectifying', 2],
      ['会议偏多', '2026-05-01', 'registered', 1],
      ['文件偏长', '2026-08-01', 'registered', 2],
      ['新发现的问题', '2026-05-01', 'registered', 1],
    ])
    const detail = await detailOf(problems[0]?.id ?? '')
    expect(detail.measures.map(({ text }) => text)).toEqual(['开展两次培训'])
    expect(detail.progress).toMatchObject([{ text: '已培训一次' }])
    const events = await organiser.call(endpoints.listProblemEvents, { params: { problemId: problems[2]?.id ?? '' } })
    expect(events.items[0]?.changes).toContainEqual({ field: '完成时限', before: '2026-05-01', after: '2026-08-01' })
    expect(await preview(place, edited)).toMatchObject({ create: 0, change: 0, none: 4 })
  })

  it('never strikes off what is registered, and leaves alone what is closed', async () => {
    const place = await newUnit()
    await bring(
      place,
      ledgerFile({ columns: COLUMNS, rows: [row(), row({ 9: '已完成', 10: '2026年3月1日' }, '会议偏多')] }),
    )
    const edited = ledgerFile({
      columns: COLUMNS,
      rows: [row({ 9: '已完成', 10: '2026年4月1日' }), row({ 2: '学风' }, '会议偏多')],
    })
    const shown = await preview(place, edited)
    expect(shown.remarks.map(({ cell }) => cell)).toEqual(['J2', 'J3'])
    await confirm(shown.id)
    expect((await problemsOf(place)).map(({ state, aspect }) => [state, aspect])).toEqual([
      ['registered', '作风'],
      ['closure_claimed', '作风'],
    ])
  })

  it('writes once when two confirm at the same time', async () => {
    const place = await newUnit()
    const file = ledgerFile({ columns: COLUMNS, rows: [row(), row({}, '会议偏多')] })
    const previews = await Promise.all([preview(place, file), preview(place, file)])
    const results = await Promise.all(previews.map(({ id }) => confirm(id)))
    expect(results.map(({ created, unchanged }) => created + unchanged)).toEqual([2, 2])
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(2)
    expect(await problemsOf(place)).toHaveLength(2)
  })

  it('tells equal problems apart by what is beside them, and keeps them apart', async () => {
    const place = await newUnit()
    const one = row({ 2: '学风', 7: '2026年4月1日' })
    const two = row({ 0: 2, 2: '文风', 7: '2026年6月1日' })
    await bring(place, ledgerFile({ columns: COLUMNS, rows: [one, two] }))
    const turned = ledgerFile({
      columns: COLUMNS,
      rows: [row({ 2: '文风', 7: '2026年7月1日' }), two.with(2, '学风').with(7, '2026年4月1日'), one.with(0, 3)],
    })
    const shown = await preview(place, turned)
    expect(shown.rows.map(({ effect }) => effect)).toEqual(['change', 'none', 'create'])
    await confirm(shown.id)
    expect((await problemsOf(place)).map(({ aspect, dueOn }) => [aspect, dueOn])).toEqual([
      ['学风', '2026-04-01'],
      ['文风', '2026-07-01'],
      ['学风', '2026-04-01'],
    ])
  })

  it('meets no problem that was handed over to a unit with the same one', async () => {
    const [one, other] = [await newUnit(), await newUnit()]
    const file = ledgerFile({ columns: COLUMNS, rows: [row()] })
    await bring(one, file)
    await bring(other, file)
    const [problem] = await problemsOf(one)
    const body = { organisationId: other.id, reason: '属于这个单位的职责' }
    await organiser.call(endpoints.transferProblem, { params: { problemId: problem?.id ?? '' }, body })
    expect(await problemsOf(other)).toHaveLength(2)
  })

  it('keeps a lead nobody knows with the measures, until there is such a person', async () => {
    const place = await newUnit()
    const file = ledgerFile({ columns: COLUMNS, rows: [row({ 5: '方明', 6: '齐放' })] })
    await bring(place, file)
    const [problem] = await problemsOf(place)
    expect((await detailOf(problem?.id ?? '')).measures).toMatchObject([{ responsible: '齐放；责任领导：方明' }])
    expect(await preview(place, file)).toMatchObject({ none: 1, remarks: [] })
    await addPeople(place, '方明')
    expect(await bring(place, file)).toEqual({ created: 0, changed: 1, unchanged: 0 })
    expect(await detailOf(problem?.id ?? '')).toMatchObject({
      lead: { name: '方明' },
      state: 'assigned',
      measures: [{ responsible: '齐放' }],
    })
  })

  it('is refused once the preview has run out, or to somebody else', async () => {
    const place = await newUnit()
    const shown = await preview(place, ledgerFile({ columns: COLUMNS, rows: [row()] }))
    const other = await office.employ(office.city, 'organiser')
    const params = { importId: shown.id }
    await expect(other.call(endpoints.confirmLedgerImport, { params, body: {} })).rejects.toMatchObject({
      refusal: { status: 404 },
    })
    await office.pool.db
      .updateTable('import_draft')
      .set({ expires_at: new Date(0) })
      .where('id', '=', shown.id)
      .execute()
    await expect(confirm(shown.id)).rejects.toMatchObject({ refusal: { status: 404 } })
  })
})

describe('what is almost there already', () => {
  const lines = (...texts: readonly (readonly [text: string, unit?: string])[]) =>
    ledgerFile({
      columns: ['序号', '存在问题', '责任单位', '完成时限'],
      rows: texts.map(([text, unit = ''], at) => [at + 1, text, unit, '2026年5月1日']),
    })

  it('is asked about: the same problem gets its new words, another is registered', async () => {
    const place = await newUnit()
    await bring(place, lines(['公文错情较多'], ['会议偏多，解决问题偏少']))
    const shown = await preview(place, lines(['公文错情偏多'], ['会议较多，解决问题偏少'], ['固定资产账实不符']))
    expect(shown).toMatchObject({ create: 1, ask: 2, change: 0, none: 0 })
    expect(shown.alike.map(({ line, row, problem }) => [line, row, problem.text])).toEqual([
      [0, 2, '公文错情较多'],
      [1, 3, '会议偏多，解决问题偏少'],
    ])
    expect(shown.missing.count).toBe(0)
    await expect(confirm(shown.id)).rejects.toThrow('还没有说是不是同一个')
    expect(await problemsOf(place)).toHaveLength(2)
    const same = [
      { line: 0, isSame: true },
      { line: 1, isSame: false },
    ]
    expect(await confirm(shown.id, { same })).toEqual({ created: 2, changed: 1, unchanged: 0 })
    const [renamed, ...others] = await problemsOf(place)
    expect([renamed, ...others].map((problem) => problem?.text)).toEqual([
      '公文错情偏多',
      '会议偏多，解决问题偏少',
      '会议较多，解决问题偏少',
      '固定资产账实不符',
    ])
    const events = await organiser.call(endpoints.listProblemEvents, { params: { problemId: renamed?.id ?? '' } })
    expect(events.items[0]?.changes).toEqual([{ field: '问题', before: '公文错情较多', after: '公文错情偏多' }])
    const again = await preview(place, lines(['公文错情偏多'], ['会议较多，解决问题偏少'], ['固定资产账实不符']))
    expect(again).toMatchObject({ create: 0, ask: 0, change: 0, none: 3 })
  })

  it('is not asked about where only set phrases are alike', async () => {
    const place = await newUnit()
    await bring(place, lines(['学习贯彻不够深入']))
    expect(await preview(place, lines(['调查研究不够深入']))).toMatchObject({ create: 1, ask: 0 })
  })

  it('tells of what came with the same import and is no longer in the file', async () => {
    const place = await newUnit()
    await bring(place, lines(['公文错情较多'], ['固定资产账实不符'], ['食堂卫生不达标']))
    await bring(place, lines(['往来款清理不及时']))
    const shown = await preview(place, lines(['公文错情较多'], ['食堂卫生不达标']))
    expect(shown.missing).toMatchObject({
      count: 1,
      first: [{ text: '固定资产账实不符', organisationName: place.name }],
    })
    await confirm(shown.id)
    expect((await problemsOf(place)).map(({ state }) => state)).toEqual(Array(4).fill('registered'))
  })

  it('puts a problem to the responsible unit below: one found by its name, one chosen, one made', async () => {
    const place = await newUnit()
    const named = await office.addOrganisation(place, '教育科', 'department')
    const other = await office.addOrganisation(place, '水务科', 'department')
    const file = lines(
      ['教材征订未公示', '教育科、办公室'],
      ['河道巡查缺记录', '水利科'],
      ['档案未归档', '档案室'],
      ['印章未登记'],
    )
    const shown = await preview(place, file)
    expect(shown.mayCreateUnits).toBe(false)
    expect(shown.units).toEqual([
      { name: '教育科', problems: 1, organisation: { id: named.id, name: '教育科' } },
      { name: '水利科', problems: 1, organisation: null },
      { name: '档案室', problems: 1, organisation: null },
    ])
    const make = { name: '档案室', organisationId: null, create: 'department' as const }
    await expect(confirm(shown.id, { units: [make] })).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    const elsewhere = { name: '水利科', organisationId: office.water.id }
    await expect(confirm(shown.id, { units: [elsewhere] })).rejects.toThrow('不在')
    await confirm(shown.id, { units: [{ name: '水利科', organisationId: other.id }] })
    expect((await problemsOf(place)).map(({ organisation }) => organisation.name)).toEqual([
      '教育科',
      '水务科',
      place.name,
      place.name,
    ])
    expect(await preview(place, file)).toMatchObject({ create: 0, change: 0, none: 4, units: [] })

    const { login, accountId } = await office.register(office.city, 'organiser')
    const grant = { id: crypto.randomUUID(), accountId, organisationId: place.id, grantedBy: null, now: new Date() }
    await transaction(office.pool.db, (tx) => insertGrant(tx, { ...grant, role: 'system_admin' }))
    const maker = await signInAs(office.app, login, PASSWORD)
    const params = { organisationId: place.id }
    const made = await maker.call(endpoints.previewLedgerImport, { params, file: lines(['档案库房漏水', '档案室']) })
    expect(made.mayCreateUnits).toBe(true)
    await maker.call(endpoints.confirmLedgerImport, { params: { importId: made.id }, body: { units: [make] } })
    expect((await problemsOf(place)).at(-1)).toMatchObject({ organisation: { name: '档案室' } })
  })
})

it('names the sheet of what is wrong in a workbook of several', async () => {
  const columns = ['序号', '存在问题', '完成时限'].map((header) => ({ header, width: 12 }))
  const sheet = (name: string) => ({ name, columns, rows: [[1, '差', '2026年5月1日']] })
  const { faults } = await preview(await newUnit(), fileOf([sheet('一科'), sheet('二科')]))
  expect(faults.map(({ sheet: at, cell }) => [at, cell])).toEqual([
    ['一科', 'B2'],
    ['二科', 'B2'],
  ])
})

describe('out and in again', () => {
  it('changes nothing, and the engine reads the same problems', async () => {
    const place = await newUnit()
    await addPeople(place, '方明', '齐放')
    const sheet = ledgerFile({
      columns: [...COLUMNS, '原因分析', '整改成效'],
      rows: [
        [
          1,
          '征求意见',
          '作风建设',
          '下乡调研次数偏少',
          '1.每季度下乡一次。\n2.年内形成调研报告四篇。',
          '方明',
          '齐放',
          '2026年3月31日',
          '2026年1月5日：已下乡\n2 次',
          '',
          '',
          '1.重视不够；\n2.督促不够',
          '下乡 2 次',
        ],
        [2, '巡察反馈', '', '台账更新不及时', '每周五更新', '', '', '长期坚持', '', '', '', '', ''],
        [3, '自查', '', '台账更新不及时', '', '', '', '立行立改', '', '', '', '', ''],
        [4, '自查', '', '食堂卫生不达标', '清洗消毒', '', '', '2026年2月1日', '', '已完成', '2026年1月20日', '', ''],
      ],
    })
    await bring(place, sheet)
    await organiser.call(endpoints.registerProblem, {
      params: { organisationId: place.id },
      body: {
        source: 'hazard',
        aspect: '',
        text: '1. 灭火器过期未换',
        cause: '',
        goal: '',
        class: 'dated',
        dueOn: '2026-12-01',
        inspectionId: null,
      },
    })
    const file = await organiser.call(endpoints.exportLedger, {
      params: { organisationId: place.id },
      query: { standing: 'all' },
    })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const document = await read(bytes, '整改台账.xlsx')
    if (isUnreadable(document)) throw new Error(document.message)
    const [table] = document.tables
    const ledger = table && readLedger(table)
    expect(ledger?.rows.map(({ problem }) => problem.text)).toEqual([
      ...['下乡调研次数偏少', '台账更新不及时', '台账更新不及时', '食堂卫生不达标', '灭火器过期未换'],
    ])
    const again = await preview(place, new File([bytes], '整改台账.xlsx'))
    expect(again).toMatchObject({ create: 0, change: 0, none: 5, faults: [], remarks: [] })
  })

  it('takes who helps with a measure, and a day of one’s own before its deadline, out and in again', async () => {
    const place = await newUnit()
    const columns = ['序号', '问题来源', '存在问题', '整改措施', '配合单位', '完成时限', '提前量']
    const rows = [
      [1, '省委督查', '排水管网图没有更新', '重新测绘', '住建局', '2026年9月30日', '2026年9月1日'],
      [2, '第三方评估', '水质公示不及时', '每月公示', '', '2026年9月30日', '2026年10月8日'],
    ]
    const first = await preview(place, ledgerFile({ columns, rows }))
    expect(first.remarks.map(({ message }) => message)).toEqual([
      '提前量“2026年10月8日”不是早于完成时限的日子，没有写入',
    ])
    await confirm(first.id)
    const problems = await problemsOf(place)
    expect(problems.map(({ source }) => source).toSorted()).toEqual(['supervision', 'third_party'])
    const details = await Promise.all(problems.map(({ id }) => detailOf(id)))
    const measures = details.flatMap((problem) => problem.measures)
    expect(measures.find(({ text }) => text === '重新测绘')).toMatchObject({
      ...{ responsible: '', coUnit: '住建局', dueOn: '2026-09-30', earlyOn: '2026-09-01' },
    })
    expect(measures.find(({ text }) => text === '每月公示')).toMatchObject({ coUnit: '', earlyOn: null })
    const given = { params: { organisationId: place.id }, query: { standing: 'all' as const } }
    const file = await organiser.call(endpoints.exportLedger, given)
    const again = await preview(place, new File([await file.arrayBuffer()], '整改台账.xlsx'))
    expect(again).toMatchObject({ create: 0, change: 0, none: 2, faults: [], remarks: [] })
    const [mapped = [], ...others] = rows
    await bring(place, ledgerFile({ columns, rows: [mapped.with(4, '城管局').with(6, '2026年8月1日'), ...others] }))
    const problemId = details.find(({ source }) => source === 'supervision')?.id ?? ''
    const { items } = await organiser.call(endpoints.listProblemEvents, { params: { problemId } })
    expect(items[0]?.changes).toEqual([
      {
        field: '整改措施',
        before: '重新测绘，配合：住建局，2026-09-30 前，提前到 2026-09-01',
        after: '重新测绘，配合：城管局，2026-09-30 前，提前到 2026-08-01',
      },
    ])
  })

  it('changes nothing of what was worked on in the system, from the unit and from above', async () => {
    const staff = await staffOf(office)
    const { water, waterOffice } = office
    await rectified(staff, water, someProblem('hazard', '2026-01-09'))
    const closed = await struckOff(staff, water)
    await staff.organiser.call(endpoints.lookBack, {
      params: { problemId: closed.id },
      body: { isEffective: false, found: '现场又出现同样的问题' },
    })
    await struckOff(staff, water)
    await rectified(staff, waterOffice, { ...someProblem('other', '2099-01-09'), class: 'sustained' as 'dated' })
    for (const place of [water, office.city]) {
      const params = { organisationId: place.id }
      const file = await organiser.call(endpoints.exportLedger, { params, query: { standing: 'all' } })
      const again = await preview(place, new File([await file.arrayBuffer()], '整改台账.xlsx'))
      expect(again).toMatchObject({ create: 0, change: 0, faults: [], remarks: [] })
      expect(again.none).toBeGreaterThanOrEqual(5)
    }
  })

  it('takes away no day of one’s own where the problem has no deadline any more', async () => {
    const staff = await staffOf(office)
    const place = await office.addOrganisation(office.water, '河湖科', 'department')
    const { id, version } = await assigned(staff, place)
    const params = { problemId: id }
    const blank = { id: null, responsible: '', dueOn: null, funding: '', contingency: '', doneOn: null }
    const measure = { ...blank, text: '每周巡查', coUnit: '住建局', earlyOn: '2099-06-01' }
    await staff.handler.call(endpoints.planMeasures, {
      params,
      body: { measures: [measure, { ...measure, text: '建立台账', coUnit: '', earlyOn: null }], version },
    })
    const asked = { until: null, class: 'sustained' as const, reason: '要长期坚持' }
    await staff.handler.call(endpoints.requestExtension, { params, body: asked })
    await staff.organiser.call(endpoints.decideExtension, { params, body: { isGranted: true, reason: '' } })
    const given = { params: { organisationId: place.id }, query: { standing: 'all' as const } }
    const file = await organiser.call(endpoints.exportLedger, given)
    const again = await preview(place, new File([await file.arrayBuffer()], '整改台账.xlsx'))
    expect(again).toMatchObject({ create: 0, change: 0, none: 1, faults: [] })
  })
})

describe('the counters after imports', () => {
  it('are what counting the rows gives, also when a deadline that was over is moved', async () => {
    const place = await newUnit()
    const line = (dueOn: string) =>
      ledgerFile({ columns: COLUMNS, rows: [[1, '自查', '', '公文错情较多', '开展培训', '', '', dueOn, '', '', '']] })
    await bring(place, line('2020年1月5日'))
    const overdue = async () => {
      const params = { organisationId: place.id }
      return (await organiser.call(endpoints.readLedgerStatistics, { params })).total.overdue
    }
    expect(await overdue()).toBe(1)
    await bring(place, line('2099年1月5日'))
    expect(await overdue()).toBe(0)
    const { rows } = await sql<{ differing: number }>`
      with counted as (
        select above.id as organisation_id, source, class, state, proved_on is not null as is_proved, is_overdue, count(*)::int as count
        from problem, unnest(array[a1, a2, a3, a4, a5, a6, a7, a8]) as above(id)
        where above.id is not null and state not in ('superseded', 'relapsed', 'withdrawn') group by 1, 2, 3, 4, 5, 6)
      select count(*)::int as differing from counted
      full join (select * from problem_count where count <> 0) as kept
        using (organisation_id, source, class, state, is_proved, is_overdue)
      where counted.count is distinct from kept.count`.execute(office.pool.db)
    expect(rows).toEqual([{ differing: 0 }])
  })
})

it('brings every problem to its state through the machine, whatever was imported above', async () => {
  await expectSteps(office.pool.db)
})

it('leaves every problem as its history says, whatever was imported above', async () => {
  expect((await verifyChain(office.pool.db, { vouched: vouchedOf(features) })).rewritten).toEqual([])
})
