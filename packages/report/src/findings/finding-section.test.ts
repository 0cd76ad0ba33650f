import {
  isUnreadable,
  lintLedger,
  read,
  reconcileDocuments,
  reconcileRules,
  ledgerRules,
  type SourceDocument,
} from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { lintReport } from '../ledger/lint-report.ts'
import { wordsOf } from '../plain/plain-report.ts'
import { reconcileReport } from '../reconcile/reconcile-report.ts'
import { writeXlsx } from '../workbook/xlsx-writer.ts'
import { fileNames } from './file-names.ts'
import { placeWordsIn } from './place-words.ts'
import { ruleName } from './rule-name.ts'

async function documentOf(bytes: Uint8Array, path: string): Promise<SourceDocument> {
  const document = await read(bytes, path)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

const HEADERS = ['序号', '反馈问题', '整改措施', '责任领导', '责任单位', '完成时限', '完成情况']

async function ledgerOf(path: string, rows: readonly (readonly string[])[]) {
  const columns = HEADERS.map((header) => ({ header, width: 20 }))
  return { path, document: await documentOf(writeXlsx([{ name: '台账', columns, rows }]), path) }
}

const FIRST = ['1', '行道树修剪不及时', '每季度修剪一次', '乔慕白', '养护科', '2026年6月30日', '正在推进']
const SECOND = ['2', '苗木采购程序不规范', '补做比价记录', '纪长风', '财务科', '2026年3月31日', '已完成']

describe('findings in a report', () => {
  it('are told alike for ledgers: number, severity, message, cell, rule', async () => {
    const given = [
      await ledgerOf('甲/台账.xlsx', [
        FIRST.with(5, ''),
        SECOND,
        ['3', ...SECOND.slice(1)].with(1, '租赁合同到期未收回'),
      ]),
      await ledgerOf('乙/台账.xlsx', [FIRST, SECOND]),
    ]
    const report = lintReport(given.map(({ path, document }) => ({ path, lint: lintLedger(document, path) })))
    expect(report.verdict.words).toBe('检查了 5 个问题，1 处要看，其中错误 1 处。')
    expect(report.sections[0]?.rows.map((row) => row.map(wordsOf))).toEqual([
      ['1', '错误', expect.any(String), '甲/台账.xlsx 台账 F2', '没有完成时限 ledger/missing-deadline'],
    ])
  })

  it('are told alike for documents that should agree, with the problem they are about', async () => {
    const plan = `市园林局党组关于巡察反馈意见的整改方案\n1.行道树修剪不及时。\n整改措施：每季度修剪一次。\n牵头领导：乔慕白；责任科室：养护科；整改时限：2026年9月底\n2.苗木采购程序不规范。\n整改措施：补做比价记录。\n牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日\n`
    const documents = [
      { path: '方案.txt', document: await documentOf(new TextEncoder().encode(plan), '方案.txt') },
      await ledgerOf('台账.xlsx', [FIRST, SECOND]),
    ]
    const report = reconcileReport(reconcileDocuments(documents))
    expect(report.verdict.words).toBe('2 个问题，1 处要看，其中错误 1 处。')
    expect(report.sections[0]?.rows.map((row) => row.map(wordsOf))).toEqual([
      [
        '1',
        '1 行道树修剪不及时',
        '错误',
        '完成时限不一致：整改方案写“2026年9月底”，整改台账写“2026年6月30日”',
        '方案.txt 第4行\n台账.xlsx 台账 F2',
        '完成时限不一致 difference/deadline',
      ],
    ])
    const [, ...cells] = report.sections[2]?.rows[0] ?? []
    expect(cells.map((cell) => typeof cell !== 'string' && cell.tone)).toEqual(['differs', 'differs'])
  })

  it('say where they are in words', () => {
    const placeWords = placeWordsIn([{ path: '会议/通知.txt', text: '一\n二' }])
    const second = { kind: 'text', path: '会议/通知.txt', start: 2, end: 3 } as const
    expect(placeWords([{ kind: 'file', path: '会议/通知.txt' }])).toBe('通知.txt')
    expect(placeWords([second])).toBe('通知.txt 第2行')
    const row = { kind: 'cell', path: '台账.xlsx', sheet: '台账', row: 4, address: '5' } as const
    expect(placeWords([{ ...row, column: null }])).toBe('台账.xlsx 台账 第5行')
    expect(placeWords([{ ...row, column: 1, address: 'B5' }, { ...row, column: null }, second, second])).toBe(
      '台账.xlsx 台账 B5、第5行\n通知.txt 第2行',
    )
  })

  it('call files by their names, by their paths where two have one name', () => {
    const nameOf = fileNames(['甲/台账.xlsx', '乙/台账.xlsx', '丙/方案.docx'])
    expect(['甲/台账.xlsx', '丙/方案.docx'].map(nameOf)).toEqual(['甲/台账.xlsx', '方案.docx'])
  })

  it('know the names of all rules', () => {
    const all = [...ledgerRules, ...reconcileRules]
    expect(all.map(({ id }) => ruleName(id))).toEqual(all.map(({ name }) => name))
    expect(ruleName('none/such')).toBe('none/such')
  })
})
