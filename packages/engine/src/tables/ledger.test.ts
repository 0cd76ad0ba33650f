import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table } from '../reading/source-document.ts'
import { type Ledger, type LedgerRow, readLedger, readLedgers } from './ledger.ts'
import { drawTable, tableOf } from './testing/table-of.ts'

/** A ledger as a reader would retell it: problem, its category, measures with owner and deadline. */
function retold(table: Table): string[] {
  return (readLedger(table)?.rows ?? []).map((row) => {
    const measures = row.measures.map(({ text, duties }) =>
      [text, duties.owner?.text, duties.deadline?.text].filter(Boolean).join('·'),
    )
    return [row.category?.text, row.problem.text, row.manifestation?.text, ...measures].filter(Boolean).join(' / ')
  })
}

function fields(table: Table): Record<string, string> {
  return Object.fromEntries((readLedger(table)?.columns ?? []).map(({ header, field }) => [header, field]))
}

function onlyRow(table: Table): LedgerRow {
  const rows = readLedger(table)?.rows ?? []
  expect(rows).toHaveLength(1)
  const [row] = rows
  if (!row) throw new Error('没有行')
  return row
}

function wordsOf(cells: Ledger['notes']): string[] {
  return cells.map(({ text }) => text)
}

test('表头里一月一组的栏目再多，也认得前面的栏目', () => {
  const months = ['1月', '2月', '3月', '4月', '5月', '6月']
  const table = tableOf(
    `序号|存在问题|整改措施|责任人|${months.map((month) => `${month}|<|<`).join('|')}`,
    `^|^|^|^|${months.map(() => '进展情况|完成情况|支出').join('|')}`,
    `1|学习不够系统|制定学习计划|李明|${months.map(() => '已开会|推进中|3').join('|')}`,
    `2|调研不够深入|蹲点3天|赵强|${months.map(() => '||').join('|')}`,
  )
  expect(retold(table)).toEqual(['学习不够系统 / 制定学习计划·李明', '调研不够深入 / 蹲点3天·赵强'])
})

describe('一个问题几条措施', () => {
  test('问题的格合并', () => {
    const table = tableOf(
      '序号|反馈问题|整改措施|责任人|完成时限',
      '1|学习不够系统|制定学习计划|李明|3月底前',
      '^|^|每月交流一次|王芳|长期坚持',
      '2|调研不够深入|每季度蹲点3天|赵强|6月底前',
    )
    expect(retold(table)).toEqual([
      '学习不够系统 / 制定学习计划·李明·3月底前 / 每月交流一次·王芳·长期坚持',
      '调研不够深入 / 每季度蹲点3天·赵强·6月底前',
    ])
  })

  test('不合并，下面留空；责任人、时限也只写一次', () => {
    const table = tableOf(
      '序号|问题表述|整改措施|责任人|时限',
      '1|学习不够系统|制定学习计划|李明|3月底',
      '||每月交流一次||',
      '2|调研不够深入|蹲点3天|赵强|6月底',
    )
    expect(retold(table)).toEqual([
      '学习不够系统 / 制定学习计划·李明·3月底 / 每月交流一次·李明·3月底',
      '调研不够深入 / 蹲点3天·赵强·6月底',
    ])
  })

  test('上级给的措施和本单位的措施各占一列，都算；合并成一格的只算一次', () => {
    const table = tableOf(
      '序号|存在问题|责任部门|整改措施（上级参考）|整改措施（本单位）|完成时限',
      '1|主体责任扛得不牢|办公室|完善责任清单||3月底',
      '2|资产盘点走过场|财务科|开展盘点|请第三方盘点|4月底',
      '3|培训走过场|人事科|每次培训都组织考试|<|5月底',
    )
    expect(retold(table)).toEqual([
      '主体责任扛得不牢 / 完善责任清单·3月底',
      '资产盘点走过场 / 开展盘点·4月底 / 请第三方盘点·4月底',
      '培训走过场 / 每次培训都组织考试·5月底',
    ])
  })

  test('不合并，逐行重复', () => {
    const table = tableOf(
      '序号|问题|整改措施',
      '1|学习不够系统|制定学习计划',
      '1|学习不够系统|每月交流一次',
      '2|学习不够系统|另一条',
    )
    expect(retold(table)).toEqual(['学习不够系统 / 制定学习计划 / 每月交流一次', '学习不够系统 / 另一条'])
  })

  test('序号编到措施，问题合并', () => {
    const table = tableOf(
      '序号|问题|整改措施',
      '1|学习不够系统|制定学习计划',
      '2|^|每月交流一次',
      '3|调研不够深入|蹲点3天',
    )
    expect(retold(table)).toEqual(['学习不够系统 / 制定学习计划 / 每月交流一次', '调研不够深入 / 蹲点3天'])
  })

  test('合并的表里空着的时限就是没写', () => {
    const table = tableOf(
      '序号|问题|整改措施|时限',
      '1|学习不够系统|制定学习计划|3月底',
      '^|^|每月交流一次|',
      '2|调研不够|蹲点|6月底',
    )
    expect(retold(table)[0]).toBe('学习不够系统 / 制定学习计划·3月底 / 每月交流一次')
  })

  test('一格几条，各有位置，序号不算在内', () => {
    const { table, text } = drawTable([
      '序号|问题|整改措施|时限',
      '1|1.学习不够系统|1.制定学习计划；⏎2.每月交流3.5次；3.年底述学。|3月底',
    ])
    const { measures, problem } = onlyRow(table)
    expect(measures.map((measure) => [measure.mark, measure.text])).toEqual([
      ['1.', '制定学习计划；'],
      ['2.', '每月交流3.5次；'],
      ['3.', '年底述学。'],
    ])
    for (const { start, end, text: words } of [...measures, problem]) expect(text.slice(start, end)).toBe(words)
    expect(problem.text).toBe('学习不够系统')
  })

  test('一格几条，旁边的时限也分几条', () => {
    const { measures } = onlyRow(
      tableOf(
        '问题|整改措施|责任单位|完成时限',
        '学习不够|（1）制定计划；（2）每月交流|办公室|（1）2025年3月底；（2）长期坚持',
      ),
    )
    expect(measures.map(({ duties }) => duties.deadline?.date ?? duties.deadline?.kind)).toEqual([
      '2025-03-31',
      'sustained',
    ])
    expect(measures.map(({ duties }) => duties.unit?.text)).toEqual(['办公室', '办公室'])
  })

  test('措施一格合并几行，责任人逐行写', () => {
    const table = tableOf('问题|整改措施|责任人', '学习不够|一是制定计划。二是每月交流。|李明', '^|^|王芳')
    expect(onlyRow(table).measures.map(({ duties }) => duties.owner?.text)).toEqual(['李明', '王芳'])
  })

  test('引语后面列条的，引语不是措施；没有引语的整段是一条', () => {
    expect(
      onlyRow(tableOf('问题|整改措施', '学习不够|主要措施：①定计划②勤交流')).measures.map(({ text }) => text),
    ).toEqual(['定计划', '勤交流'])
    expect(onlyRow(tableOf('问题|整改措施', '学习不够|健全制度。一是定计划；二是勤交流')).measures).toHaveLength(1)
  })
})

describe('表现、原因、来源', () => {
  test('一个反馈问题下几个具体表现，各有措施', () => {
    const table = tableOf(
      '反馈问题|具体表现|原因分析|整改措施',
      '学习不够|集中学习少|抓得不紧|每月一次',
      '^|交流研讨少|^|轮流主讲',
    )
    expect(retold(table)).toEqual(['学习不够 / 集中学习少 / 每月一次', '学习不够 / 交流研讨少 / 轮流主讲'])
    expect(readLedger(table)?.rows.map(({ causes }) => causes.map(({ text }) => text))).toEqual([
      ['抓得不紧'],
      ['抓得不紧'],
    ])
  })

  test('几个表现合用一条措施，是一行', () => {
    const table = tableOf('反馈问题|具体表现|整改措施', '学习不够|集中学习少|每月一次', '^|交流研讨少|^')
    expect(onlyRow(table).manifestation?.text).toBe('集中学习少\n交流研讨少')
  })

  test('没有问题一列的，表现就是问题', () => {
    const row = onlyRow(tableOf('问题|<|整改措施', '类别|具体表现|^', '理论学习|集中学习少|每月一次'))
    expect(row).toMatchObject({
      subject: 'manifestation',
      problem: { text: '集中学习少' },
      category: { text: '理论学习' },
    })
  })

  test('一个表头下的类别与问题', () => {
    const table = tableOf(
      '序号|反馈问题|<|整改措施',
      '1|政治建设|传达学习不及时，落实没有清单|建立清单',
      '2|^|意识形态分析每年只有一次|每半年一次',
    )
    expect(retold(table)).toEqual([
      '政治建设 / 传达学习不及时，落实没有清单 / 建立清单',
      '政治建设 / 意识形态分析每年只有一次 / 每半年一次',
    ])
  })
})

describe('表头', () => {
  test('两行表头合并着写', () => {
    const table = tableOf(
      '序号|存在问题|整改措施|整改责任|<|整改时限|<|完成情况',
      '^|^|^|责任领导|责任人|开始时间|完成时间|^',
      '1|学习不够|定计划|陈立|李明|2025年1月|2025年3月|已完成',
    )
    expect(fields(table)).toEqual({
      序号: 'number',
      存在问题: 'problem',
      整改措施: 'measure',
      '整改责任|责任领导': 'lead',
      '整改责任|责任人': 'owner',
      '整改时限|开始时间': 'start',
      '整改时限|完成时间': 'deadline',
      完成情况: 'state',
    })
    expect(onlyRow(table).duties).toMatchObject({
      start: { date: '2025-01-31' },
      deadline: { date: '2025-03-31' },
      state: { state: 'done' },
    })
  })

  test('两行表头没有合并', () => {
    const table = tableOf('序号|问题|责任落实||完成时限', '||责任单位|责任人|', '1|学习不够|办公室|李明|2025年3月')
    expect(fields(table)).toMatchObject({
      '责任落实|责任单位': 'unit',
      '责任落实|责任人': 'owner',
      完成时限: 'deadline',
    })
    expect(readLedger(table)?.rows).toHaveLength(1)
  })

  test('三行表头', () => {
    const table = tableOf(
      '序号|整改内容|<|<|责任分工|<',
      '^|反馈问题|整改措施|<|牵头|配合',
      '^|^|序号|具体措施|^|^',
      '1|学习不够|1|定计划|办公室|各科室',
    )
    expect(Object.values(fields(table))).toEqual(['number', 'problem', 'measureNumber', 'measure', 'unit', 'coUnit'])
    expect(retold(table)).toEqual(['学习不够 / 定计划'])
  })

  test('换行、空格、括号、书写上的差别不碍事', () => {
    const table = tableOf(
      '序 号|存 在⏎问 题|整改措施（一条一行）|责任单位/责任人|完成时限：|佐证材料(编号)|备  注',
      '1|学习不够|定计划|办公室|3月|A-1|无',
    )
    expect(Object.values(fields(table))).toEqual([
      'number',
      'problem',
      'measure',
      'unit',
      'deadline',
      'evidence',
      'remark',
    ])
  })

  test.each([
    ['查摆的问题', 'problem'],
    ['问题清单', 'problem'],
    ['巡察反馈的主要问题', 'problem'],
    ['问题具体表现', 'manifestation'],
    ['整改措施落实情况', 'result'],
    ['问题整改进展情况', 'progress'],
    ['包抓领导', 'lead'],
    ['责任部室', 'unit'],
    ['配合单位', 'coUnit'],
    ['建章立制情况', 'institution'],
    ['是否销号', 'state'],
    ['销号时间', 'strikeOffDate'],
    ['整改目标要求', 'target'],
    ['存在问题数量', 'unknown'],
    ['自拟栏目', 'unknown'],
  ])('“%s”是 %s', (header, field) => {
    expect(fields(tableOf(`序号|措施|${header}`, '1|定计划|某某'))[header]).toBe(field)
  })

  test('不认得的列保留表头和内容', () => {
    const row = onlyRow(tableOf('序号|问题|整改措施|难度系数', '1|学习不够|定计划|二级'))
    expect(row.others).toMatchObject([{ header: '难度系数', text: '二级' }])
  })

  test('名不副实的列按内容认', () => {
    const table = tableOf(
      '姓名|问题|整改措施|完成情况|类型',
      '李明|接访少|每月一次|上半年接访七次，群众满意|立行立改',
      '王芳|调研少|每季一次|到三个乡镇蹲点调研|长期坚持',
    )
    expect(fields(table)).toMatchObject({ 姓名: 'person', 完成情况: 'progress', 类型: 'class' })
    expect(readLedger(table)?.columns.find(({ field }) => field === 'progress')?.reason).toContain('叙述')
  })

  test('打勾的状态列', () => {
    const table = tableOf(
      '序号|问题|措施|完成情况|<|<',
      '^|^|^|已完成|正在推进|长期坚持',
      '1|学习不够|定计划|√||',
      '2|调研不够|蹲点||√|',
    )
    expect(readLedger(table)?.rows.map(({ duties }) => duties.state?.state)).toEqual(['done', 'in_progress'])
  })

  test('编列号的一行不是内容', () => {
    expect(retold(tableOf('序号|问题|整改措施|时限', '1|2|3|4', '1|学习不够|定计划|3月底'))).toEqual([
      '学习不够 / 定计划·3月底',
    ])
  })

  test('每页重复的表头不是内容', () => {
    const table = tableOf('序号|问题|整改措施', '1|学习不够|定计划', '序号|问题|整改措施', '2|调研不够|蹲点')
    expect(retold(table)).toEqual(['学习不够 / 定计划', '调研不够 / 蹲点'])
  })

  test('没有表头，按内容认', () => {
    const table = tableOf(
      '1|集中学习次数少，联系实际不够|每月集中学习一次，轮流主讲|李明|2025年3月底',
      '2|到基层调研少，掌握情况不全面|每季度到乡镇蹲点调研三天|王芳|2025年6月底',
    )
    expect(readLedger(table)?.columns.map(({ field, by }) => [field, by])).toEqual([
      ['number', 'content'],
      ['problem', 'content'],
      ['measure', 'content'],
      ['owner', 'content'],
      ['deadline', 'content'],
    ])
    expect(readLedger(table)?.rows).toHaveLength(2)
  })

  test.each([
    ['通讯录', ['姓名|性别|年龄', '李明|男|40']],
    ['数字表', ['单位|问题总数|已完成数|整改率', '甲镇|12|10|83%', '乙镇|8|8|100%']],
    ['空表', ['||', '||']],
    ['一段话', ['为做好整改工作，现将有关事项说明如下。']],
  ])('%s不是台账', (_, lines) => expect(readLedger(tableOf(...lines))).toBeNull())
})

describe('表的周围', () => {
  const sheet = tableOf(
    '附件2||||',
    '2024年度民主生活会整改台账|<|<|<|<',
    '填报单位：临江市民政局|<|<|填报日期：2025年6月30日|<',
    '序号|问题|整改措施|责任人|完成时限',
    '一、政治建设方面|<|<|<|<',
    '1|学习不够|定计划|李明|3月底',
    '（二）|作风建设方面|<|<|<',
    '2|调研不够|蹲点|王芳|6月底',
    '3||||',
    '合计|2项|||',
    '注：1.本表每季度更新。|<|<|<|<',
    '2.完成一项销号一项。|<|<|<|<',
    '填表人：李明|<|审核人：陈立|<|<',
  )

  test('标题、分类行、合计、空行、说明分开放', () => {
    const ledger = readLedger(sheet)
    expect(retold(sheet)).toEqual([
      '一、政治建设方面 / 学习不够 / 定计划·李明·3月底',
      '（二）作风建设方面 / 调研不够 / 蹲点·王芳·6月底',
    ])
    expect(wordsOf(ledger?.titles ?? [])).toEqual([
      '附件2',
      '2024年度民主生活会整改台账',
      '填报单位：临江市民政局',
      '填报日期：2025年6月30日',
    ])
    expect(wordsOf(ledger?.leftovers ?? [])).toEqual(['3', '合计', '2项'])
    expect(wordsOf(ledger?.notes ?? [])).toEqual([
      '注：1.本表每季度更新。',
      '2.完成一项销号一项。',
      '填表人：李明',
      '审核人：陈立',
    ])
  })

  test('很宽的空列、空行没有关系', () => {
    const table = tableOf('||||||||', '序号||问题|<|<||整改措施|<|', '||||||||', '1||学习不够|<|<||定计划|<|')
    expect(retold(table)).toEqual(['学习不够 / 定计划'])
    expect(readLedger(table)?.columns.map(({ index }) => index)).toEqual([0, 2, 6])
  })

  test('一张工作表上两个表', () => {
    const table = tableOf(
      '班子问题清单|<|<',
      '序号|问题|整改措施',
      '1|学习不够|定计划',
      '个人问题清单|<|<',
      '姓名|查摆问题|改进措施',
      '李明|接访少|每月一次',
      '王芳|调研少|每季一次',
    )
    const ledgers = readLedgers(table)
    expect(ledgers.map(({ titles, rows }) => [wordsOf(titles), rows.length])).toEqual([
      [['班子问题清单'], 1],
      [['个人问题清单'], 2],
    ])
    expect(readLedger(table)?.rows[0]?.person?.text).toBe('李明')
  })

  test('单元格地址和行列都在，出错时说得出是哪一格', () => {
    expect(onlyRow(tableOf('台账|<|<', '序号|问题|整改措施', '1|学习不够|定计划')).problem).toMatchObject({
      address: 'B3',
      row: 2,
      column: 1,
    })
  })
})

test('没有表头的表接着上一张表的列', () => {
  const before = readLedger(tableOf('序号|问题|整改措施|完成时限', '1|学习不够|定计划|3月底'))
  const next = tableOf('2|调研不够|蹲点|', '3|作风不实|下沉|6月底')
  expect(readLedger(next)).toBeNull()
  const ledger = readLedger(next, { columnsBefore: before?.columns ?? [] })
  expect(ledger?.rows.map(({ problem, duties }) => [problem.text, duties.deadline?.text])).toEqual([
    ['调研不够', undefined],
    ['作风不实', '6月底'],
  ])
})

test('一事一表的表格不是清单，填的字不当表头', () => {
  const form = tableOf(
    '存在问题|学习不够|责任领导|陈立',
    '整改措施|定计划|完成时限|3月底',
    '整改进展|已印发|佐证材料|制度1份',
  )
  expect(readLedger(form)).toBeNull()
})

test('名称相近的列不抢问题一列', () => {
  const table = tableOf(
    '序号|问题性质|反馈问题|整改措施',
    '1|一般|集中学习次数少，联系实际不够|定计划',
    '2|突出|到基层调研少，掌握情况不全面|蹲点',
  )
  expect(fields(table)).toMatchObject({ 反馈问题: 'problem', 问题性质: 'category' })
})

describe('时限的年份', () => {
  const lines = ['序号|问题|整改措施|时限', '1|学习不够|定计划|2025年3月底', '2|调研不够|蹲点|6月底']
  const deadlines = (table: Table, year?: number): unknown[] =>
    (readLedger(table, year === undefined ? {} : { year })?.rows ?? []).map(({ duties }) => [
      duties.deadline?.date,
      duties.deadline?.yearAssumed,
    ])

  test('同列别的日期年份一致，就取它，并注明是推定', () => {
    expect(deadlines(tableOf(...lines))).toEqual([
      ['2025-03-31', undefined],
      ['2025-06-30', true],
    ])
  })
  test('不一致，就只听调用者的', () => {
    const table = tableOf(...lines, '3|作风不实|下沉|2026年1月')
    expect(deadlines(table)[1]).toEqual([undefined, undefined])
    expect(deadlines(table, 2025)[1]).toEqual(['2025-06-30', true])
  })
  test('日期格的日期以工作簿为准', () => {
    const { table } = drawTable(
      ['问题|整改措施|时限', '学习不够|定计划|3月31日'],
      [{ shown: '3月31日', date: '2025-03-31' }],
    )
    expect(onlyRow(table).duties.deadline).toMatchObject({ kind: 'date', date: '2025-03-31', precision: 'day' })
  })
})

test('意见清单和任务清单', () => {
  const opinions = readLedger(tableOf('序号|意见建议|提出人|采纳情况', '1|多到基层|李明|已采纳'))
  expect(opinions?.rows[0]).toMatchObject({
    subject: 'opinion',
    problem: { text: '多到基层' },
    person: { text: '李明' },
    duties: { answer: { text: '已采纳' } },
  })
  const tasks = readLedger(tableOf('序号|整改任务|责任领导|时限', '1|修订制度|陈立|3月', '2|开展培训|陈立|6月'))
  expect(tasks?.rows.map(({ subject, measures }) => [subject, measures.length])).toEqual([
    ['measure', 1],
    ['measure', 1],
  ])
})

describe('对任何表格', () => {
  const word = fc.constantFrom(
    '',
    '',
    '合计',
    '注：说明',
    '一、政治建设方面',
    '1',
    '2',
    '学习不够',
    '1.定计划2.交流',
    '2025年3月',
    '<',
    '^',
    '√',
  )
  const line = (words: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(words, { minLength: 1, maxLength: 6 }).map((cells) => cells.join('|'))
  const titled = fc.record({
    title: fc.constantFrom('整改台账|<|<', '', '附件'),
    body: fc.array(line(word), { maxLength: 10 }),
  })
  const name = fc.constantFrom('序号', '问题', '整改措施', '责任人', '完成时限', '', '<', '1', '学习不够', '附件')
  const anything = fc.array(line(name), { maxLength: 10 }).map((lines) => tableOf(...lines))

  const cellsIn = ({ titles, header, sections, notes, leftovers, rows }: Ledger): readonly unknown[] => [
    ...[titles, header, sections, notes, leftovers].flat(),
    ...rows.flatMap(({ cells }) => cells),
  ]

  test('有字的格都在标题、表头、行、说明或剩余里，一个不丢、一个不重', () => {
    fc.assert(
      fc.property(titled, ({ title, body }) => {
        const table = tableOf(title, '序号|问题|整改措施|责任人|完成时限', ...body)
        const places = readLedgers(table).flatMap(cellsIn)
        fc.pre(places.length > 0)
        expect(new Set(places).size).toBe(places.length)
        expect(places.length).toBe(table.cells.filter(({ text }) => text !== '').length)
      }),
      // Found by chance: a header cell that reaches down into a line of its own.
      { numRuns: 2000, examples: [[{ title: '整改台账|<|<', body: ['^||合计|^|^'] }]] },
    )
  })

  test('任意的格不会算两次，位置都在表里', () => {
    fc.assert(
      fc.property(anything, (table) => {
        const ledgers = readLedgers(table)
        const places = ledgers.flatMap(cellsIn)
        expect(new Set(places).size).toBe(places.length)
        for (const { start, end } of ledgers.flatMap(({ rows }) =>
          rows.flatMap(({ measures, problem }) => [...measures, problem]),
        )) {
          expect(table.start <= start && start <= end && end <= table.end).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('各处用的表头', () => {
  test.each([
    ['隐患描述', 'problem'],
    ['存在隐患', 'problem'],
    ['信访事项', 'problem'],
    ['诉求内容', 'problem'],
    ['不符合项', 'problem'],
    ['薄弱环节', 'problem'],
    ['督办事项', 'measure'],
    ['重点工作', 'measure'],
  ])('%s说的是事', (header, field) => {
    const table = tableOf(`序号|${header}|责任人|整改时限`, '1|食堂|李明|2026年3月1日', '2|仓库|王芳|2026年4月1日')
    expect(fields(table)[header]).toBe(field)
  })

  test.each([
    ['整改办法', 'measure'],
    ['是否整改完毕', 'state'],
    ['完成率', 'progress'],
    ['复查情况', 'verification'],
    ['资金来源', 'unknown'],
    ['数据来源', 'unknown'],
    ['问题来源', 'source'],
  ])('问题旁边的%s', (header, field) => {
    const table = tableOf(`序号|存在问题|${header}|责任人`, '1|食堂不洁|甲乙|李明', '2|仓库漏雨|丙丁|王芳')
    expect(fields(table)[header]).toBe(field)
  })

  test('任务表也是台账：名称是事项，内容是措施', () => {
    const table = tableOf(
      '序号|事项名称|工作内容|牵头单位|责任人|完成时限|工作进展',
      '1|粮库改造|改造六栋旧仓|仓储股|汪小满|2026年12月31日|完工两栋',
      '2|检验线|增加检验线一条|质检股|罗青松|2026年6月30日|已招标',
    )
    expect(retold(table)).toEqual([
      '粮库改造 / 改造六栋旧仓·汪小满·2026年12月31日',
      '检验线 / 增加检验线一条·罗青松·2026年6月30日',
    ])
    expect(readLedger(table)?.rows[0]?.subject).toBe('problem')
  })

  test('名称不认得的，按内容认', () => {
    const table = tableOf(
      '序号|堵点|牵头单位|责任人|完成时限|工作进展',
      '1|跨省通办难|政务办|汪小满|2026年12月31日|已接通两省',
      '2|缴费点少|税务局|罗青松|2026年6月30日|新增四处',
    )
    expect(retold(table)).toEqual(['跨省通办难', '缴费点少'])
  })

  test('没有问题、措施可猜的表不是台账', () => {
    const table = tableOf('序号|姓名|单位|职务|电话', '1|李明|办公室|科长|1234', '2|王芳|人事科|科员|1235')
    expect(readLedger(table)).toBeNull()
  })
})
