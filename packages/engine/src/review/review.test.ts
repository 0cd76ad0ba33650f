import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../testing/document-of.ts'
import { review } from './review.ts'

const MATERIAL =
  '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，现将有关情况报告如下。\n一、存在的问题\n1.学习不够。全年走访XX户。\n2.作风不实。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.每月学习一次。\n'

describe('审核一份材料', () => {
  test('审核意见按位置先后排列', async () => {
    const { findings } = review(await documentOf(MATERIAL))
    expect(findings.length).toBeGreaterThan(0)
    const starts = findings.map(({ place }) => place.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  test('规则可以关闭，也可以改变轻重', async () => {
    const document = await documentOf(MATERIAL)
    const severity = (rules: Record<string, 'off' | 'advice'>): (string | undefined)[] =>
      review(document, { rules })
        .findings.filter(({ rule }) => rule === 'residue/placeholder')
        .map((finding) => finding.severity)
    expect(severity({})).toEqual(['error'])
    expect(severity({ 'residue/placeholder': 'advice' })).toEqual(['advice'])
    expect(severity({ 'residue/placeholder': 'off' })).toEqual([])
  })

  test('目录里先出现一次的标题，不算下面没有内容', async () => {
    const contents = '一、基本情况\n二、存在的问题\n三、整改方向\n'
    const body = '一、基本情况\n干部32名。\n二、存在的问题\n学习不够。\n三、整改方向\n'
    const emptyIn = async (text: string): Promise<string[]> =>
      review(await documentOf(`政治生态情况报告\n${text}`))
        .findings.filter(({ rule }) => rule === 'structure/empty-section')
        .map(({ place }) => text.slice(place.start - 9, place.end - 9))
    expect(await emptyIn(`${contents}${body}加强学习。`)).toEqual([])
    expect(await emptyIn(`${body.replace('干部32名。\n', '')}加强学习。`)).toEqual(['基本情况'])
  })

  test('按年度和会议选择模板', async () => {
    expect(review(await documentOf(MATERIAL)).template?.id).toBe('2024-democratic-life')
    expect(review(await documentOf('随便写几句。')).template).toBeNull()
  })
})

describe('任何文字', () => {
  const piece = fc.constantFrom(
    '一、存在的问题\n',
    '二、原因分析\n',
    '三、整改措施\n',
    '（一）学习方面\n',
    '1.',
    '一是',
    '；二是',
    '，',
    '。',
    '“',
    '”',
    '《',
    '》',
    '（',
    '）',
    '\n',
    'XX',
    '**',
    '的要求',
    '2024年',
    '二十届三中全会',
    '问题25个，已完成',
    '19个',
    '关于',
    '有的同志',
    '不够',
    '"',
    '  ',
    '\u3000',
    '😀',
    '\r\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n',
  )

  test('审核不出错，位置都在文字之内', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 80 }),
        fc.constantFrom('材料.txt', '材料.md'),
        async (pieces, name) => {
          const text = `材料${pieces.join('')}`
          for (const { place, related } of review(await documentOf(text, name)).findings) {
            for (const span of [place, ...related]) {
              expect(span.start).toBeGreaterThanOrEqual(0)
              expect(span.end).toBeGreaterThanOrEqual(span.start)
              expect(span.end).toBeLessThanOrEqual(text.length)
            }
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  // Each of these once made, or could make, some pattern or loop slow; a hang fails by the time limit of the runner.
  const hostile: Record<string, string> = {
    一是的长串: '一是不够；',
    开引号的长串: '“',
    书名号的长串: '《关于',
    占位符的长串: 'X月',
    的的的: '的要求',
    数字的长串: '1.',
    没有标点的长句: '存在问题',
    但是的长串: '但存在',
    星号的长串: '**甲',
    空格的长串: '　 ',
    问题数目的长串: '问题25个，其中已完成19个',
    来源的长串: '来源：甲',
    年月的长串: '2024年2月',
    括号的长串: '（ ',
    标题的长串: '一、甲方面\n',
  }
  test.each(Object.entries(hostile))('%s：十万字也能审完', async (_, unit) => {
    for (const name of ['材料.txt', '材料.md']) {
      const text = `材料${unit.repeat(Math.ceil(100_000 / unit.length))}`
      expect(review(await documentOf(text, name)).document.text.length).toBeGreaterThan(100_000)
    }
  })
})
