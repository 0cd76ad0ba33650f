import { isUnreadable, reconcileDocuments, read, type SourceDocument } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../plain/plain-report.ts'
import { writeXlsx } from '../workbook/xlsx-writer.ts'
import { reconcileReport } from './reconcile-report.ts'

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

describe('the report on documents that should agree', () => {
  it('tells findings with the problem they are about, and marks both documents', async () => {
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
})
