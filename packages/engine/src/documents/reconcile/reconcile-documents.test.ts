import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../reading/read.ts'
import { readPlainText } from '../../reading/plain-text.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import { wordsRow, xlsxOf } from '../../reading/testing/xlsx-of.ts'
import { readXlsx } from '../../reading/xlsx/read-xlsx.ts'
import { reconcileDocuments } from './reconcile-documents.ts'

const FEEDBACK = `关于巡察云岭县文化局党组的反馈意见
一、学习贯彻决策部署有差距
（一）理论学习不经常。2024年中心组学习只有5次，2次没有研讨。
（二）公共文化服务不均衡。全县12个乡镇有4个综合文化站长年关门。
二、管党治党不够严
（一）公款报销审核不严。抽查凭证200份，有16份附件不全，涉及3.5万元。
（二）文物保护责任不落实。6处县级文物保护单位没有管护协议。
三、意见建议
（一）提高认识，抓好整改。`

const PLAN = `云岭县文化局党组关于巡察反馈意见的整改方案
对反馈的2个方面4个问题，制定整改措施6条。
一、学习贯彻决策部署有差距方面
1.理论学习不经常。
整改措施：
（1）每季度第一个月制定学习计划；
（2）每次学习安排两人研讨发言。
牵头领导：方明局长；责任科室：办公室；整改时限：2025年3月底前
2.公共文化服务不均衡。
整改措施：（1）逐站查明关门原因；（2）4个综合文化站6月底前恢复开放。
牵头领导：齐放；责任科室：公共文化股；整改时限：2025年6月30日
二、管党治党不够严方面
3.公款报销审核不严。
整改措施：补齐16份凭证附件，重新培训报账员。
牵头领导：方明；责任科室：财务股；整改时限：立行立改
4.文物保护责任不落实。
整改措施：与6处文物保护单位签订管护协议。
牵头领导：何敏；责任科室：文物股；整改时限：长期坚持`

const HEADER = ['序号', '反馈问题', '整改措施', '责任领导', '责任单位', '完成时限', '完成情况']
const LEDGER = [
  [
    '1',
    '理论学习不经常，2024年中心组学习只有5次，2次没有研讨',
    '1.每季度制定学习计划；2.每次安排两人研讨发言',
    '方 明',
    '办公室',
    '2025.3.31',
    '已完成',
  ],
  [
    '2',
    '公共文化服务不均衡',
    '1.查明各站关门原因；2.４个综合文化站恢复开放',
    '齐放',
    '公共文化股',
    '2025年6月',
    '正在推进',
  ],
  [
    '3',
    '公款报销审核不严，16份凭证附件不全，涉及3.5万元',
    '补齐16份凭证附件，重新培训报账员',
    '方明',
    '财务股',
    '立行立改',
    '已销号',
  ],
  ['4', '文物保护责任不落实', '与6处文物保护单位签订管护协议', '何敏', '文物股', '长期坚持', '长期坚持'],
]

function textDocument(name: string, text: string): { path: string; document: SourceDocument } {
  const document = readPlainText(new TextEncoder().encode(text), name)
  if (isUnreadable(document)) throw new Error(document.message)
  return { path: name, document }
}

function ledgerDocument(rows: readonly (readonly string[])[]): { path: string; document: SourceDocument } {
  const lines = [['整改台账'], HEADER, ...rows].map((row, i) => wordsRow(i + 1, ...row))
  const document = readXlsx(xlsxOf([{ name: '台账', rows: lines.join('') }]), '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return { path: '台账.xlsx', document }
}

const findingsOf = (plan: string, rows: readonly (readonly string[])[]) =>
  reconcileDocuments([ledgerDocument(rows), textDocument('方案.txt', plan), textDocument('反馈.txt', FEEDBACK)])
    .findings

/** The ledger with one cell written otherwise. */
const ledgerWith = (row: number, column: number, words: string): string[][] =>
  LEDGER.map((line, i) => line.map((cell, j) => (i === row && j === column ? words : cell)))

describe('reconciling the documents of a rectification', () => {
  it('tells what each document is, whatever the order they come in', () => {
    const { documents } = reconcileDocuments([
      ledgerDocument(LEDGER),
      textDocument('甲.txt', PLAN),
      textDocument('乙.txt', FEEDBACK),
    ])
    expect(documents.map(({ role, problems }) => [role, problems.length])).toEqual([
      ['feedback', 4],
      ['plan', 4],
      ['ledger', 4],
    ])
  })

  it('finds no gap where the same is written another way', () => {
    expect(findingsOf(PLAN, LEDGER)).toEqual([])
  })

  it.each([
    ['difference/lead', 1, 3, '何敏'],
    ['difference/unit', 1, 4, '财务股'],
    ['difference/deadline', 1, 5, '2025年9月底'],
    ['difference/deadline', 3, 5, '2025年12月31日'],
    ['figure/changed-problem-figure', 2, 1, '公款报销审核不严，16份凭证附件不全，涉及35万元'],
    ['figure/changed-measure-figure', 3, 2, '与8处文物保护单位签订管护协议'],
  ])('finds %s', (rule, row, column, words) => {
    expect(findingsOf(PLAN, ledgerWith(row, column, words))).toMatchObject([{ rule, row }])
  })

  it('finds a problem left out, one added, and a measure left out', () => {
    expect(findingsOf(PLAN, LEDGER.slice(0, 3))).toMatchObject([
      { rule: 'presence/missing-problem', message: expect.stringContaining('“文物保护责任不落实”') },
    ])
    const added = [...LEDGER, ['5', '工会经费公示不及时', '每季度公示', '何敏', '工会', '2025年6月30日', '已完成']]
    expect(findingsOf(PLAN, added)).toMatchObject([
      {
        rule: 'presence/added-problem',
        message: expect.stringContaining('“工会经费公示不及时”'),
        place: { kind: 'cell', path: '台账.xlsx', address: 'B7' },
        related: [{ kind: 'file', path: '反馈.txt' }],
      },
    ])
    expect(findingsOf(PLAN, ledgerWith(0, 2, '每季度制定学习计划'))).toMatchObject([
      { rule: 'presence/missing-measure' },
    ])
  })

  it('takes one problem told in two rows, and two told in one, for what they are', () => {
    const [one = [], , ...rest] = LEDGER
    const apart = [
      one,
      ['2', '公共文化服务不均衡', '查明各站关门原因', '齐放', '公共文化股', '2025年6月', '正在推进'],
      ['3', '4个综合文化站长年关门', '4个综合文化站恢复开放', '齐放', '公共文化股', '2025年6月', '正在推进'],
      ...rest,
    ]
    expect(findingsOf(PLAN, apart)).toEqual([])
    const together = [
      [
        '1',
        '理论学习不经常、公共文化服务不均衡',
        '每季度制定学习计划；每次安排两人研讨发言；查明各站关门原因；4个综合文化站恢复开放',
        '方明、齐放',
        '办公室',
        '2025年6月',
        '正在推进',
      ],
      ...rest,
    ]
    expect(findingsOf(PLAN, together)).toEqual([])
  })

  it('proves totals: problems and measures apart, parts, and rates', () => {
    expect(findingsOf(PLAN.replace('4个问题，制定整改措施6条', '4个问题，制定整改措施8条'), LEDGER)).toMatchObject([
      { rule: 'total/measure-total', message: '写措施8条，列出的是6条，请核对' },
    ])
    expect(findingsOf(PLAN.replace('4个问题，制定整改措施6条', '6个问题，制定整改措施6条'), LEDGER)).toMatchObject([
      { rule: 'total/problem-total', message: '写问题6个，本文列出4个，反馈的是4个，请核对' },
    ])
    const report = `关于巡察反馈意见整改进展情况的报告
反馈的2个方面4个问题，已完成2个，正在推进1个，长期坚持2个。制定措施6条，已完成3条，完成率60%。
1.关于理论学习不经常的问题。（责任领导：方明；责任单位：办公室）
一是制定计划4份。该问题已完成整改。
2.关于公共文化服务不均衡的问题。（责任领导：齐放；责任单位：公共文化股）
一是3个文化站恢复开放。该问题正在推进整改。
3.关于公款报销审核不严的问题。（责任领导：方明；责任单位：财务股）
一是补齐附件。该问题已完成整改。
4.关于文物保护责任不落实的问题。（责任领导：何敏；责任单位：文物股）
一是签订协议。该问题长期坚持。`
    const { findings } = reconcileDocuments([textDocument('反馈.txt', FEEDBACK), textDocument('报告.txt', report)])
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['total/parts-and-total', '总数是4，各项相加是2＋1＋2＝5，请核对'],
      ['total/completion-rate', '3÷6＝50.0%，不是60%，请核对'],
    ])
  })

  it('gives places that can be found in the documents', () => {
    const [found] = findingsOf(PLAN, ledgerWith(1, 3, '何敏'))
    const { place, related = [] } = found ?? {}
    expect(place).toMatchObject({ kind: 'text', path: '方案.txt' })
    expect(place?.kind === 'text' && PLAN.slice(place.start, place.end)).toBe('齐放')
    expect(related).toEqual([{ kind: 'cell', path: '台账.xlsx', sheet: '台账', row: 3, column: 3, address: 'D4' }])
  })

  it('says nothing about documents that list no problems', () => {
    expect(reconcileDocuments([]).findings).toEqual([])
    expect(
      reconcileDocuments([textDocument('一.txt', '通知'), textDocument('二.txt', '请于月底前报送。')]).findings,
    ).toEqual([])
  })
})
