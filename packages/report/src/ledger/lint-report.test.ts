import { isUnreadable, lintLedger, read, type SourceDocument } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../plain/plain-report.ts'
import { writeXlsx } from '../workbook/xlsx-writer.ts'
import { lintReport } from './lint-report.ts'

async function documentOf(bytes: Uint8Array, path: string): Promise<SourceDocument> {
  const document = await read(bytes, path)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

const HEADERS = ['序号', '反馈问题', '整改措施', '责任领导', '责任单位', '完成时限', '完成情况', '佐证材料']

async function ledgerOf(path: string, rows: readonly (readonly string[])[]) {
  const columns = HEADERS.map((header) => ({ header, width: 20 }))
  return { path, document: await documentOf(writeXlsx([{ name: '台账', columns, rows }]), path) }
}

const FIRST = ['1', '行道树修剪不及时', '每季度修剪一次', '乔慕白', '养护科', '2026年6月30日', '正在推进', '']
const SECOND = ['2', '苗木采购程序不规范', '补做比价记录', '纪长风', '财务科', '2026年3月31日', '已完成', '比价记录']

describe('the report on ledgers', () => {
  it('tells findings by number, severity, message, cell and rule', async () => {
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
})
