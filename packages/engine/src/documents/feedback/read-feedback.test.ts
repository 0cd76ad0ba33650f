import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../../reading/read.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { FeedbackItem } from './feedback-item.ts'
import { readFeedback } from './read-feedback.ts'

const samples = new URL('../../../../../samples/inspections/', import.meta.url)

async function documentOf(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const document = await read(bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

async function itemsIn(text: string, name = '反馈意见.txt') {
  const document = await documentOf(new TextEncoder().encode(text), name)
  const items = readFeedback(document)
  for (const { start, end, text: words } of items)
    expect(document.text.slice(start, end).replaceAll(/\s*\n\s*/g, '\n')).toBe(words)
  return items.map(({ category, aspect, text: words }) => [category, aspect, words.slice(0, 9)])
}

describe('a feedback paper', () => {
  it('numbered 一、（一）1.: category, aspect, problem; what is praised and asked for is none', async () => {
    const text = `中共清源县委第二巡察组关于巡察县水务局党组的反馈意见

现将巡察情况反馈如下。

一、总体评价
局党组能够落实部署，但也存在一些问题。
二、在贯彻党的路线方针政策方面
（一）落实节水任务不够有力
1.用水计划管理不严。2025年有9家单位超计划用水，没有加价。
2.管网改造进度迟缓。一是北街工程停工五个月；二是旧管没有建档。
（二）水源保护有差距
3.隔离网破损一年没有修复。
三、在基层组织建设方面
（一）书记履职不到位。一是述职走过场；二是没有讲党课。
（二）干部交流不够，同一岗位超过八年的有5人。
四、意见建议
（一）提高政治站位。要认真学习。
（二）压实责任。要在一个月内报送整改方案。
清源县委第二巡察组
2026年6月9日`
    const route = '贯彻党的路线方针政策方面'
    const base = '基层组织建设方面'
    expect(await itemsIn(text)).toEqual([
      [route, '落实节水任务不够有力', '用水计划管理不严。'],
      [route, '落实节水任务不够有力', '管网改造进度迟缓。'],
      [route, '水源保护有差距', '隔离网破损一年没有'],
      [base, '书记履职不到位', '述职走过场'],
      [base, '书记履职不到位', '没有讲党课。'],
      [base, '', '干部交流不够，同一'],
    ])
  })

  it('whose problems stand below a heading of their own: that heading is no category', async () => {
    const text = `关于巡察县档案馆党支部情况的反馈
一、总体评价
总体较好。
二、巡察发现的主要问题
（一）落实责任制有差距
1.保密检查走过场。
2.库房温湿度记录缺三个月。
（二）党内生活不严肃
1.民主评议等次全部相同。
三、工作要求
（一）要认真整改。
（二）要举一反三。`
    expect(await itemsIn(text)).toEqual([
      ['落实责任制有差距', '', '保密检查走过场。'],
      ['落实责任制有差距', '', '库房温湿度记录缺三'],
      ['党内生活不严肃', '', '民主评议等次全部相'],
    ])
  })

  it('in prose 一是……二是……: what the paragraph is about is the category', async () => {
    const text = `关于对县教育局党委巡察情况的反馈

县教育局党委：

根据县委统一部署，县委第四巡察组对你局开展了巡察。主要存在以下问题。

在党的领导方面，一是贯彻部署有偏差，方案照抄上级文件；二是议事决策不规范，有11项大额支出没有上会；三是联系群众不紧密，来信四个月没有答复。

在基层党建方面，一是组织生活不规范，两个支部半年没有开过大会；二是党费收缴宽松，有6名党员三个月没有交纳。

请于收到反馈意见之日起一个月内报送整改方案。`
    expect(await itemsIn(text)).toEqual([
      ['党的领导方面', '', '贯彻部署有偏差，方'],
      ['党的领导方面', '', '议事决策不规范，有'],
      ['党的领导方面', '', '联系群众不紧密，来'],
      ['基层党建方面', '', '组织生活不规范，两'],
      ['基层党建方面', '', '党费收缴宽松，有6'],
    ])
  })

  it('as a table with two columns that sort: what is left blank is that of the line above', async () => {
    const text = `# 县委巡察反馈县卫生健康局问题清单

| 序号 | 反馈大类 | 方面 | 反馈问题 |
| --- | --- | --- | --- |
| 1 | 党的领导 | 贯彻部署 | 药品集中采购执行不到位，有3家自行采购 |
| 2 |  |  | 公共卫生经费拨付滞后，平均晚47天 |
| 3 | 党的建设 | 选人用人 | 中层干部试用期满没有考核，涉及4人 |
| 4 |  | 组织生活 | 民主评议党员走过场，等次全部相同 |
| 5 | 作风建设 |  | 下乡调研提前打招呼 |`
    expect(await itemsIn(text, '问题清单.md')).toEqual([
      ['党的领导', '贯彻部署', '药品集中采购执行不'],
      ['党的领导', '贯彻部署', '公共卫生经费拨付滞'],
      ['党的建设', '选人用人', '中层干部试用期满没'],
      ['党的建设', '组织生活', '民主评议党员走过场'],
      ['作风建设', '', '下乡调研提前打招呼'],
    ])
  })

  it('as a table with one column that sorts', async () => {
    const text = `| 序号 | 方面 | 存在问题 |
| --- | --- | --- |
| 1 | 选人用人 | 试用期满没有考核 |
| 2 | 选人用人 | 档案缺少任免材料 |
| 3 | 财务管理 | 报销凭证附件不全 |`
    expect((await itemsIn(text, '问题.md')).map(([category, aspect]) => [category, aspect])).toEqual([
      ['选人用人', ''],
      ['选人用人', ''],
      ['财务管理', ''],
    ])
  })

  it.each(['clean-2024', 'county-2025'])(
    '%s: as many categories, aspects and problems as its source has',
    async (of) => {
      const source = readFileSync(new URL(`${of}.source`, samples), 'utf8')
      const count = (what: string): number => source.match(new RegExp(`^${what} `, 'gm'))?.length ?? 0
      const items = readFeedback(
        await documentOf(readFileSync(new URL(`${of}/反馈意见.docx`, samples)), '反馈意见.docx'),
      )
      const each = (key: (item: FeedbackItem) => string): number => new Set(items.map(key)).size
      expect([each(({ category }) => category), items.length]).toEqual([count('class'), count('problem')])
      const aspects = items.filter(({ aspect }) => aspect !== '').map(({ category, aspect }) => `${category} ${aspect}`)
      expect(new Set(aspects).size).toBe(count('section'))
    },
  )

  it('never throws, and its items lie in the text in order', async () => {
    const piece = fc.constantFrom(
      '一、党的领导方面\n',
      '（一）责任不实\n',
      '1.没有研究。\n',
      '一是不严；',
      '二是不细。\n',
      '\n',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const text = pieces.join('')
        const document = await read(new TextEncoder().encode(text), '反馈.txt')
        if (isUnreadable(document)) return
        let last = 0
        for (const { start, end } of readFeedback(document)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(document.text.length)
      }),
    )
  })
})
