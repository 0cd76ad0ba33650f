import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outline } from '../outline/outline.ts'
import { documentOf } from '../testing/document-of.ts'
import { examine } from './examine.ts'
import type { Examination, Item } from './examination.ts'

async function examined(text: string, name?: string): Promise<Examination> {
  const document = await documentOf(text, name)
  return examine(document, outline(document))
}

const leads = (items: readonly Item[]): string[] => items.map(({ mark, lead }) => `${mark}${lead}`)

const OPENING = '根据上级通知要求，会前认真开展学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。'

describe('问题', () => {
  test('方面之下的编号项是问题，方面之下没有编号时按句子找，例子归前一句', async () => {
    const { problems, aspects } = await examined(
      `临江市档案馆领导班子2023年度民主生活会对照检查材料\n${OPENING}\n一、存在的问题\n（一）理论学习方面\n1.学习不系统。想起来才学。\n2.联系实际不紧。\n` +
        '（二）工作作风方面\n深入基层不够经常，掌握一手情况少。比如，全年到县区馆调研仅3次。服务意识有待提高。\n二、原因分析\n（一）认识不足。\n（二）担当不够。',
    )
    expect(leads(problems)).toEqual(['1.学习不系统', '2.联系实际不紧', '深入基层不够经常', '服务意识有待提高'])
    expect(problems.map(({ aspect }) => aspect)).toEqual(['aspect-1', 'aspect-1', 'aspect-2', 'aspect-2'])
    expect(problems.map(({ hasExample }) => hasExample)).toEqual([false, false, true, false])
    expect(aspects.map(({ mark, heading }) => mark + heading)).toEqual(['（一）理论学习方面', '（二）工作作风方面'])
  })

  test('“但还存在以下问题”之前的成绩不是问题', async () => {
    const { problems } = await examined(
      `一、存在的问题\n（一）政治建设方面。一年来，一是抓学习。二是抓教育。但对照要求，还存在以下问题：第一，政治敏锐性不强。第二，执行制度不严。\n（二）作风方面\n文风不够实。`,
    )
    expect(leads(problems)).toEqual(['第一，政治敏锐性不强', '第二，执行制度不严', '文风不够实'])
  })

  test('序号层层相套时，最里面的是问题，外面的是方面', async () => {
    const { problems, aspects } = await examined(
      '一、存在的问题\n一是学习不够自觉。主要表现：一计划性不强。二联系实际少。\n二是作风不够扎实。主要表现：一下沉不够。二回应不快。\n二、原因分析\n一是认识不足。\n二是要求不严。',
    )
    expect(leads(problems)).toEqual(['一计划性不强', '二联系实际少', '一下沉不够', '二回应不快'])
    expect(aspects.map(({ heading }) => heading)).toEqual(['学习不够自觉', '作风不够扎实'])
  })

  test('典型案例剖析里的条目不算班子的问题和措施', async () => {
    const { problems, measures, sections } = await examined(
      '一、存在的问题\n1.学习不够。\n2.作风不实。\n二、典型案例剖析\n主要教训：一是纪律松弛。二是监督缺位。\n三、整改措施\n1.加强学习。\n2.改进作风。',
    )
    expect(problems).toHaveLength(2)
    expect(measures).toHaveLength(2)
    expect(sections.map(({ role }) => role)).toContain('case_analysis')
  })

  test('每个方面自成一章', async () => {
    const { problems, aspects, causes } = await examined(
      `${OPENING}\n一、在强化政治忠诚方面\n1.政治敏锐性不强。\n2.落实有温差。\n二、在固本培元方面\n1.党性锻炼不经常。\n2.自我要求有放松。\n三、产生问题的原因\n1.认识不足。\n2.要求不严。`,
    )
    expect(leads(problems)).toEqual(['1.政治敏锐性不强', '2.落实有温差', '1.党性锻炼不经常', '2.自我要求有放松'])
    expect(aspects.map(({ mark }) => mark)).toEqual(['一、', '二、'])
    expect(causes).toHaveLength(2)
  })
})

describe('其他条目', () => {
  test('只有少数措施写了一是二是时，措施仍按上一级算', async () => {
    const { measures } = await examined(
      '一、问题\n1.不够实。\n二、整改措施\n（一）加强学习。坚持每周学。\n（二）改进作风。一是下基层。二是减会议。\n（三）严明纪律。抓日常。',
    )
    expect(leads(measures)).toEqual(['（一）加强学习', '（二）改进作风', '（三）严明纪律'])
  })

  test('问题部分里的情况说明单列', async () => {
    const { problems, statements } = await examined(
      '一、存在的问题\n（一）学习方面\n1.学得不深。\n（二）有关情况的说明\n1.群众反映问题方面。没有收到信访。\n2.个人有关事项方面。已如实报告。\n二、整改措施\n（一）加强学习。',
    )
    expect(problems).toHaveLength(1)
    expect(leads(statements)).toEqual(['1.群众反映问题方面', '2.个人有关事项方面'])
  })

  test('上次整改没有编号时按段落算，开头的引语不算', async () => {
    const { prior } = await examined(
      '一、上年度民主生活会整改措施落实情况\n针对上年度查摆的问题，认真整改落实。\n学习制度更健全。修订了学习制度。\n服务更主动。推行上门服务。\n二、存在的问题\n1.学习不深。\n2.作风不实。',
    )
    expect(prior.map(({ lead }) => lead)).toEqual(['学习制度更健全', '服务更主动'])
  })

  test('结尾的客套和落款不属于最后一条措施', async () => {
    const text = `一、问题\n1.不够实。\n二、整改措施\n1.加强学习。\n2.改进作风。\n以上对照检查，不妥之处，请批评指正。\n中共临江市档案馆党组\n2024年1月5日`
    const { measures, sections } = await examined(text)
    expect(text.slice(measures[1]?.start, measures[1]?.end)).toBe('改进作风。')
    expect(sections.at(-1)?.role).toBe('closing')
  })
})

describe('种类、年度、会议', () => {
  test.each([
    ['临江市水务局领导班子2024年度民主生活会对照检查材料', 'team', 2024, 'democratic_life'],
    ['2023年度主题教育专题民主生活会个人对照检查材料', 'personal', 2023, 'democratic_life'],
    ['机关第二党支部2023年度组织生活会对照检查材料', 'branch', 2023, 'organisational_life'],
    ['青石镇党委书记陈立2024年度民主生活会对照检查材料', 'personal', 2024, 'democratic_life'],
    ['政治生态分析报告', 'political_ecology', null, null],
    ['中共临江市委第二巡察组关于巡察市水务局党组的反馈意见', 'feedback', null, null],
    ['关于市委巡察反馈意见整改情况的报告', 'rectification_report', null, null],
    ['市委巡察反馈问题整改方案', 'plan', null, null],
    ['关于巡察反馈意见整改落实情况的报告', 'rectification_report', null, null],
    ['2024年度民主生活会整改问题清单', 'ledger', 2024, 'democratic_life'],
    ['2024年度民主生活会工作方案', 'plan', 2024, 'democratic_life'],
    ['关于2024年度民主生活会召开情况的报告', 'meeting_report', 2024, 'democratic_life'],
    ['落实市委巡察整改专题民主生活会领导班子对照检查材料', 'team', null, 'inspection_rectification'],
    ['二〇二一年度民主生活会个人发言提纲', 'personal', 2021, 'democratic_life'],
  ])('%s', async (title, kind, year, meeting) => {
    const result = await examined(
      `${title}\n\n这里是正文，长度足够，不会被当作标题的一部分，请继续往下看，谢谢各位同志的支持与帮助。\n一、内容\n正文。`,
    )
    expect([result.kind, result.year, result.meeting]).toEqual([kind, year, meeting])
  })

  test('一月落款的材料属于上一年度', async () => {
    expect((await examined(`个人对照检查材料\n${OPENING}\n一、问题\n1.不够实。\n\n2025年1月10日`)).year).toBe(2024)
  })
})

describe('数字表述', () => {
  test('宣称四个方面，列了五条', async () => {
    const { claims } = await examined(
      '一、原因分析\n主要有以下四个方面原因：\n（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。\n（五）戊。',
    )
    expect(claims.map(({ text, claimed, found }) => ({ text, claimed, found }))).toEqual([
      { text: '四个方面', claimed: 4, found: 5 },
    ])
  })
})

test('任何文字都能读出，条目落在文字之内', async () => {
  const piece = fc.constantFrom(
    '一、存在的问题\n',
    '二、原因分析\n',
    '三、整改措施\n',
    '（一）学习方面\n',
    '1.学习不够。\n',
    '一是不实。',
    '二是不细。',
    '\n',
    '比如，3次。',
    '但还存在以下问题：',
    '以上不妥之处，请批评指正。\n',
    '有关情况说明\n',
    '四个方面',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = `甲${pieces.join('')}`
      const result = await examined(text)
      const items = [...result.problems, ...result.causes, ...result.measures, ...result.prior, ...result.statements]
      for (const { start, end } of [...items, ...result.claims, ...result.aspects]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
      let position = 0
      for (const section of result.sections) {
        expect(section.start).toBeGreaterThanOrEqual(position)
        position = section.end
      }
    }),
    { numRuns: 200 },
  )
})
