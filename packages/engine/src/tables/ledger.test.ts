import { describe, expect, test } from 'vitest'
import type { Cell, Table } from '../reading/source-document.ts'
import { gridOf } from './grid.ts'
import { readLedger } from './ledger.ts'

/**
 * A table drawn in lines: cells between "|"; "<" continues the cell to the left, "^" the one above.
 * Spans run through the joined words, as in a workbook's text.
 */
function tableOf(...lines: readonly string[]): Table {
  const cells: Cell[] = []
  const at = new Map<string, number>()
  let position = 0
  for (const [row, line] of lines.entries()) {
    for (const [column, written] of line.split('|').entries()) {
      const words = written.trim()
      const origin = words === '<' ? at.get(`${row} ${column - 1}`) : words === '^' ? at.get(`${row - 1} ${column}`) : undefined
      const covered = origin === undefined ? undefined : cells[origin]
      if (covered && origin !== undefined) {
        cells[origin] = { ...covered, rowSpan: row - covered.row + 1, columnSpan: Math.max(covered.columnSpan, column - covered.column + 1) }
        at.set(`${row} ${column}`, origin)
        continue
      }
      at.set(`${row} ${column}`, cells.length)
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: words, start: position, end: position + words.length })
      position += words.length + 1
    }
  }
  return { start: 0, end: position, rowCount: lines.length, columnCount: 9, cells }
}

const shown = (table: Table): unknown =>
  readLedger(table)?.rows.map(({ problem, category, measures }) => ({
    problem: problem.text,
    ...(category ? { category: category.text } : {}),
    measures: measures.map(({ text, cells }) => [text, cells.owner?.text ?? '', cells.deadline?.text ?? ''].join('/')),
  }))

describe('台账', () => {
  test('一个问题合并几行措施', () => {
    const table = tableOf('序号|反馈问题|整改措施|责任人|完成时限', '1|学习不够|制定计划|李明|3月底前', '^|^|每月学习|王芳|长期坚持', '2|作风不实|下沉一线|赵强|6月底前')
    expect(shown(table)).toEqual([
      { problem: '学习不够', measures: ['制定计划/李明/3月底前', '每月学习/王芳/长期坚持'] },
      { problem: '作风不实', measures: ['下沉一线/赵强/6月底前'] },
    ])
  })

  test('不合并、只留空格也是同一个问题', () => {
    const table = tableOf('序号|问题表述|整改措施', '1|学习不够|制定计划', '||每月学习')
    expect(shown(table)).toEqual([{ problem: '学习不够', measures: ['制定计划//', '每月学习//'] }])
  })

  test('两行表头、标题行、分类行、表下的说明', () => {
    const table = tableOf(
      '2024年度民主生活会整改台账|<|<|<|<',
      '序号|存在问题|整改措施|整改责任|<',
      '^|^|^|责任领导|责任人',
      '一、政治建设方面|<|<|<|<',
      '1|学习不够|制定计划|张局|李明',
      '二、作风建设方面|<|<|<|<',
      '2|作风不实|下沉一线|张局|赵强',
      '填表人：王芳|<|<|<|<',
    )
    expect(shown(table)).toEqual([
      { problem: '学习不够', category: '一、政治建设方面', measures: ['制定计划/李明/'] },
      { problem: '作风不实', category: '二、作风建设方面', measures: ['下沉一线/赵强/'] },
    ])
    const ledger = readLedger(table)
    expect(ledger?.leftovers.map(({ text }) => text)).toEqual(['2024年度民主生活会整改台账', '填表人：王芳'])
    expect(ledger?.columns.map(({ field }) => field)).toEqual(['number', 'problem', 'measure', 'lead', 'owner'])
  })

  test('一格里写几条措施，分开并保留位置', () => {
    const table = tableOf('序号|问题|整改措施', '1|学习不够|1.制定计划；2.每月学习。')
    const [row] = readLedger(table)?.rows ?? []
    expect(row?.measures.map(({ text }) => text)).toEqual(['制定计划；', '每月学习。'])
    expect(row?.measures.map(({ start, end }) => end - start)).toEqual([5, 5])
  })

  test('没有表头名称的表不是台账', () => {
    expect(readLedger(tableOf('姓名|性别|年龄', '李明|男|40'))).toBeNull()
  })

  test('每个有字的格都在行里或剩余里，一个不丢', () => {
    const table = tableOf('序号|问题|整改措施|自拟列', '1|学习不够|制定计划|甲', '^|^|每月学习|乙', '合计|2||')
    const places = gridOf(table).flat().filter((cell) => cell !== null)
    expect(new Set(places).size).toBe(table.cells.filter(({ text }) => text !== '').length)
    expect(readLedger(table)?.columns.at(-1)).toMatchObject({ field: 'unknown', header: '自拟列' })
  })
})
