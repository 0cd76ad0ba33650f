import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../reading/read.ts'
import { xlsxOf } from '../../reading/testing/xlsx-of.ts'
import { readXlsx } from '../../reading/xlsx/read-xlsx.ts'
import { lintLedger } from './lint-ledger.ts'

describe('linting a workbook', () => {
  it('tells what it took for a ledger, and passes over what is none', () => {
    const sheets = [{ name: '说明', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>填表说明</t></is></c></row>' }]
    const document = readXlsx(xlsxOf(sheets), '说明.xlsx')
    if (isUnreadable(document)) throw new Error(document.message)
    expect(lintLedger(document)).toEqual({ ledgers: [], findings: [], failed: [] })
  })
})
