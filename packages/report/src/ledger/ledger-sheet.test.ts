import { isUnreadable, lintLedger, read, readLedger } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { sheetsOf } from '../workbook/testing/cells-of.ts'
import { writeXlsx } from '../workbook/xlsx-writer.ts'
import { ledgerSheet, type LedgerSheetMeasure, type LedgerSheetProblem } from './ledger-sheet.ts'

const measure = (text: string, more: Partial<LedgerSheetMeasure> = {}): LedgerSheetMeasure => ({
  text,
  lead: '方明',
  unit: '办公室',
  coUnit: '',
  owner: '齐放',
  deadline: '2026年3月31日',
  progress: '',
  evidence: '',
  state: '正在推进',
  strikeOffDate: '',
  ...more,
})

const PROBLEMS: readonly LedgerSheetProblem[] = [
  {
    source: '征求意见',
    category: '作风建设',
    text: '下乡调研次数偏少',
    class: '限期整改',
    measures: [
      measure('每季度下乡一次'),
      measure('年内形成调研报告四篇', { state: '已完成', evidence: '报告', owner: '何敏' }),
    ],
    remark: '',
  },
  {
    source: '班子查摆',
    category: '政治建设',
    text: '台账更新不及时',
    class: '长期坚持',
    measures: [measure('每周五更新', { deadline: '长期坚持' })],
    remark: '与人事科共管',
  },
]

async function written() {
  const sheet = ledgerSheet({ title: '整改台账', unit: '市水务局', date: '2026年3月1日' }, PROBLEMS)
  const document = await read(writeXlsx([sheet]), '整改台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

describe('a ledger as offices keep it', () => {
  it('is read back as it was: problems with their measures and duties', async () => {
    const [table] = (await written()).tables
    const ledger = table === undefined ? null : readLedger(table)
    expect(ledger?.rows.map(({ problem, measures }) => [problem.text, measures.map(({ text }) => text)])).toEqual(
      PROBLEMS.map(({ text, measures }) => [text, measures.map((each) => each.text)]),
    )
    expect(ledger?.rows[0]?.measures[1]?.duties).toMatchObject({
      owner: { text: '何敏' },
      state: { state: 'done' },
      evidence: { text: '报告' },
    })
    expect(ledger?.rows[1]).toMatchObject({
      number: { text: '2' },
      source: { text: '班子查摆' },
      duties: { remark: { text: '与人事科共管' } },
    })
  })

  it('says its own date, and has nothing to find fault with', async () => {
    const lint = lintLedger(await written())
    expect(lint.ledgers).toMatchObject([{ problems: 2, measures: 3, asOf: '2026-03-01' }])
    expect(lint.findings).toEqual([])
  })

  it('stores numbers as numbers and what looks like a formula as text, each problem merged over its measures', async () => {
    const measures = [measure('一'), measure('二')]
    const hard: LedgerSheetProblem = { source: '', category: '', text: '=1+1', class: '', measures, remark: '+86' }
    const sheet = ledgerSheet({ title: '台账', unit: '', date: '' }, [hard, { ...hard, measures: [] }])
    const rows = (await sheetsOf(writeXlsx([sheet]))).get(sheet.name) ?? []
    const told = rows.filter((row) => row.includes('=1+1'))
    expect(told.map((row) => [row[0], row.at(-1)])).toEqual([
      [1, '+86'],
      [2, '+86'],
    ])
    expect(sheet.merged?.every(({ row, rowSpan }) => row === 0 && rowSpan === 2)).toBe(true)
  })

  it('is a header under its title where there are no problems', async () => {
    const sheet = ledgerSheet({ title: '台账', unit: '市水务局', date: '2026年3月1日' }, [])
    const rows = (await sheetsOf(writeXlsx([sheet]))).get(sheet.name) ?? []
    expect(rows.at(0)).toEqual(['台账'])
    expect(rows.at(-1)).toEqual(sheet.columns.map(({ header }) => header))
  })
})
