import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../reading/read.ts'
import { xlsxOf } from '../../reading/testing/xlsx-of.ts'
import { readXlsx } from '../../reading/xlsx/read-xlsx.ts'
import { lintLedger } from './lint-ledger.ts'
import { ledgerRules } from './rules/index.ts'

/** A workbook of the example, and the cells marked in it. */
function exampleOf(text: string): { bytes: Uint8Array; marked: string[] } {
  const marked: string[] = []
  const rows = text.split('\n').map((line, i) => {
    const cells = line.split('|').map((cell, j) => {
      const address = `${String.fromCharCode(65 + j)}${i + 1}`
      if (cell.includes('⟦')) marked.push(address)
      const words = cell.replace(/[⟦⟧]/g, '').trim()
      return words === '' ? '' : `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`
    })
    return `<row r="${i + 1}">${cells.join('')}</row>`
  })
  return { bytes: xlsxOf([{ name: '台账', rows: rows.join('') }]), marked }
}

function findingsOf(text: string): { rule: string; address: string | undefined }[] {
  const document = readXlsx(exampleOf(text).bytes, '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return lintLedger(document).findings.map(({ rule, address }) => ({ rule, address }))
}

describe.each(ledgerRules.map((rule) => ({ ...rule })))('$id', ({ id, bad, good, name }) => {
  it.each(bad)('finds the cells marked in %s', (text) => {
    const found = findingsOf(text).filter(({ rule }) => rule === id)
    expect(new Set(found.map(({ address }) => address))).toEqual(new Set(exampleOf(text).marked))
    expect(found.length).toBeGreaterThan(0)
  })

  it.each(good)('is silent about %s', (text) => {
    expect(findingsOf(text).filter(({ rule }) => rule === id)).toEqual([])
  })

  it('has a short name and examples of both kinds', () => {
    expect(name.length).toBeLessThanOrEqual(10)
    expect(bad.length * good.length).toBeGreaterThan(0)
  })
})

describe('linting a workbook', () => {
  it('tells what it took for a ledger, and passes over what is none', () => {
    const sheets = [{ name: '说明', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>填表说明</t></is></c></row>' }]
    const document = readXlsx(xlsxOf(sheets), '说明.xlsx')
    if (isUnreadable(document)) throw new Error(document.message)
    expect(lintLedger(document)).toEqual({ ledgers: [], findings: [] })
  })
})
