import { describe, expect, it } from 'vitest'
import { wordsRow, xlsxOf } from '../reading/testing/xlsx-of.ts'
import { diffLedgers } from './diff-ledgers.ts'
import { cellsIn, documentOf, mergedFrom } from './testing/merging.ts'

/** Number formats by style index. */
const FORMATS = ['General', '#,##0.00', '0%', '0', 'yyyy/m/d', '@'].map((format, i) => (i === 0 ? 0 : format))
const PROBLEMS = ['下乡调研次数偏少', '台账更新不及时', '业务培训走过场']

const number = (digits: string, style = 0): string => ` s="${style}"><v>${digits}</v></c>`
const words = (text: string, style = 0): string => ` s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`
const BLANK = '/>'

/** A ledger of three problems, with the XML of the cells in its third column. */
function ledger(values: readonly string[], { uses1904 = false, header = '涉及金额' } = {}): Uint8Array {
  const rows = PROBLEMS.map((problem, i) => {
    const row = i + 2
    return `<row r="${row}"><c r="A${row}"><v>${i + 1}</v></c><c r="B${row}"${words(problem)}<c r="C${row}"${values[i]}</row>`
  })
  const sheet = { name: '台账', rows: wordsRow(1, '序号', '存在问题', header) + rows.join('') }
  return xlsxOf([sheet], { formats: FORMATS, uses1904 })
}

describe('values of a merged ledger', () => {
  it('keeps a number a number, with its digits and the look of the column', () => {
    const base = ledger([number('1200', 1), number('0.5', 2), number('30', 3)])
    const { merge, bytes } = mergedFrom(base, ledger([number('11200', 1), number('1', 2), number('45.67', 3)]))
    const { C2, C3, C4 } = cellsIn(bytes)
    expect(C2).toMatchObject({ text: '11,200.00', value: { type: 'number', raw: '11200' } })
    expect(C3).toMatchObject({ text: '100%', value: { type: 'number', raw: '1' } })
    expect(C4).toMatchObject({ text: '46', value: { type: 'number', raw: '45.67' } })
    expect(merge.changes.map(({ proposals }) => proposals[0]?.text)).toEqual(['11,200.00', '100%', '45.67'])
  })

  it('keeps text text, whatever number it looks like', () => {
    const base = ledger([words('2026.6'), BLANK, BLANK])
    const { bytes } = mergedFrom(base, ledger([words('2026.10'), words('0012'), words('1e5')]))
    const { C2, C3, C4 } = cellsIn(bytes)
    expect([C2?.text, C3?.text, C4?.text]).toEqual(['2026.10', '0012', '1e5'])
    expect([C2, C3, C4].map((cell) => cell?.value?.type)).toEqual(['text', 'text', 'text'])
  })

  it('sees that numbers differ where their looks do not, and that text 1.10 is not 1.1', () => {
    const diff = (old: string, latest: string) =>
      diffLedgers(documentOf(ledger([old, BLANK, BLANK])), documentOf(ledger([latest, BLANK, BLANK]))).sheets[0]
    expect(diff(number('30', 3), number('30.4', 3))?.changes).toMatchObject([
      { old: { text: '30' }, new: { text: '30.4' } },
    ])
    expect(diff(words('1.10'), words('1.1'))?.changes).toHaveLength(1)
    expect(diff(number('1200', 1), number('1200.00', 0))).toMatchObject({ changes: [] })
    expect(diff(words('1,200.00'), number('1200', 0))).toMatchObject({ changes: [], rewritten: [{}] })
  })

  it('sees a day in whatever it is written, also one that ends in a nought', () => {
    const deadlines = (cells: readonly string[]): Uint8Array => ledger(cells, { header: '完成时限' })
    const base = deadlines([number('46203', 4), number('46326', 4), number('46203', 4)])
    const { merge } = mergedFrom(base, deadlines([words('2026.6.30'), words('2026.10'), words('2026.10')]))
    expect(merge.changes.map(({ address, proposals }) => [address, proposals[0]?.text])).toEqual([['C4', '2026.10']])
  })

  it('makes text of figures the number a copy made it, so that it is added up', () => {
    const { bytes } = mergedFrom(ledger([words('1,200.00'), BLANK, BLANK]), ledger([number('1200', 1), BLANK, BLANK]))
    expect(cellsIn(bytes)['C2']).toMatchObject({ text: '1,200.00', value: { type: 'number', raw: '1200' } })
  })

  it('gives a cell the number format its new value needs, and no other look', () => {
    const base = ledger([BLANK, number('46112', 4), number('5', 0)])
    const { bytes } = mergedFrom(base, ledger([number('46112', 4), number('30', 0), words('2026.10', 5)]))
    const { C2, C3, C4 } = cellsIn(bytes)
    expect(C2).toMatchObject({ text: '2026/3/31', date: '2026-03-31' })
    expect(C3).toMatchObject({ text: '30', value: { raw: '30', format: 'General' } })
    expect(C4).toMatchObject({ text: '2026.10', value: { type: 'text', format: '@' } })
  })

  it('counts days as the workbook does that it writes to', () => {
    const base = ledger([BLANK, BLANK, BLANK], { uses1904: true })
    const { bytes } = mergedFrom(base, ledger([number('46112.25', 4), BLANK, BLANK]))
    expect(cellsIn(bytes)['C2']).toMatchObject({ date: '2026-03-31', value: { raw: '46112.25' } })
    const back = mergedFrom(ledger([BLANK, BLANK, BLANK]), bytes)
    expect(cellsIn(back.bytes)['C2']).toMatchObject({ date: '2026-03-31', value: { raw: '46112.25' } })
  })

  it('asks where copies say 30 and 30.4', () => {
    const base = ledger([number('12.5', 3), BLANK, BLANK])
    const { merge } = mergedFrom(
      base,
      ledger([number('30', 3), BLANK, BLANK]),
      ledger([number('30.4', 3), BLANK, BLANK]),
    )
    expect(merge.conflicts.map(({ proposals }) => proposals.map(({ text }) => text))).toEqual([['30', '30.4']])
  })
})
