import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../reading/read.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import { wordsRow, xlsxOf } from '../reading/testing/xlsx-of.ts'
import { readXlsx } from '../reading/xlsx/read-xlsx.ts'
import { diffLedgers } from './diff-ledgers.ts'
import { mergeLedgers } from './merge-ledgers.ts'
import { writeMerge } from './write-merge.ts'

const HEADER = ['序号', '存在问题', '整改措施', '责任单位', '完成时限', '进展情况', '完成情况']
const ROWS = [
  ['1', '下乡调研次数偏少', '每季度下乡一次', '办公室', '2026年3月31日', '', ''],
  ['2', '台账更新不及时', '每周五更新', '人事科', '2026年6月30日', '', ''],
  ['3', '业务培训走过场', '每次培训后考试', '人事科', '长期坚持', '', ''],
]

const bytesOf = (rows: readonly (readonly string[])[], header = HEADER): Uint8Array =>
  xlsxOf([{ name: '台账', rows: [['整改台账'], header, ...rows].map((row, i) => wordsRow(i + 1, ...row)).join('') }])

function documentOf(bytes: Uint8Array): SourceDocument {
  const document = readXlsx(bytes, '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** The base's rows with some cells changed: `row.column` from 0, below the header. */
function changed(cells: Readonly<Record<string, string>>): string[][] {
  return ROWS.map((row, i) => row.map((words, j) => cells[`${i}.${j}`] ?? words))
}

function merged(...copies: readonly (readonly (readonly string[])[])[]) {
  const base = bytesOf(ROWS)
  const merge = mergeLedgers(
    documentOf(base),
    copies.map((rows, i) => ({ name: `${i + 1}号`, document: documentOf(bytesOf(rows)) })),
  )
  const written = writeMerge(base, documentOf(base), merge)
  if (isUnreadable(written)) throw new Error(written.message)
  const rows: string[][] = []
  for (const { row, column, text } of documentOf(written).tables[0]?.cells ?? []) (rows[row] ??= [])[column] = text
  return { merge, rows: rows.slice(2).map((row) => Array.from(HEADER, (_, i) => row[i] ?? '')) }
}

describe('merging returned copies', () => {
  it('takes over what one copy changed and what several changed alike', () => {
    const { merge, rows } = merged(
      changed({ '0.5': '下乡三次', '0.6': '已完成' }),
      changed({ '1.5': '更新九次', '0.6': '已完成' }),
    )
    expect(rows[0]).toEqual([
      '1',
      '下乡调研次数偏少',
      '每季度下乡一次',
      '办公室',
      '2026年3月31日',
      '下乡三次',
      '已完成',
    ])
    expect(rows[1]?.[5]).toBe('更新九次')
    expect(merge.conflicts).toEqual([])
    expect(merge.changes.find(({ header }) => header === '完成情况')?.proposals.map(({ copy }) => copy)).toEqual([
      '1号',
      '2号',
    ])
  })

  it('keeps the base where copies disagree, and shows what each says', () => {
    const { merge, rows } = merged(changed({ '0.5': '下乡三次' }), changed({ '0.5': '下乡五次' }), ROWS)
    expect(rows[0]?.[5]).toBe('')
    expect(merge.conflicts).toMatchObject([
      {
        address: 'F3',
        number: '1',
        base: '',
        proposals: [
          { copy: '1号', text: '下乡三次' },
          { copy: '2号', text: '下乡五次' },
        ],
      },
    ])
  })

  it.each(['任务名称', '条目名'])('asks which row was meant where nothing names it (%s)', (subject) => {
    const header = [subject, '负责人', '状态', '优先级']
    const prepared = ['', '', '未开始', '特别紧急，立即办理']
    const rows = ['登录页面', '', '操作栏', '', '', '', '导入界面', '', '', ''].map((name) => [
      name,
      ...prepared.slice(1),
    ])
    const edited = rows.map((row, i) => (i === 4 ? ['', '', '正在办理', '特别紧急，立即办理'] : row))
    const base = documentOf(bytesOf(rows, header))
    const merge = mergeLedgers(base, [{ name: '甲', document: documentOf(bytesOf(edited, header)) }])
    expect(merge).toMatchObject({ changes: [], addedRows: [], missingRows: [] })
    expect(merge.undecided).toMatchObject([{ address: 'C7', outcome: 'doubtful', proposals: [{ text: '正在办理' }] }])
  })

  describe('rows that were prepared and nothing names', () => {
    const header = ['任务名称', '负责人', '状态', '优先级']
    const rows = ['登录页面', '', '', '导入界面', '', '', ''].map((name) => [name, '', '未开始', '紧急'])
    const mergedRows = (rowsBack: readonly (readonly string[])[]) => {
      const base = documentOf(bytesOf(rows, header))
      return mergeLedgers(base, [{ name: '甲', document: documentOf(bytesOf(rowsBack, header)) }])
    }

    it('are filled in where the copy filled them', () => {
      const merge = mergedRows(
        rows.map((row, i) =>
          i === 5 ? ['核对名册', '安文静', ...row.slice(2)] : i === 2 ? ['', '汪小满', ...row.slice(2)] : row,
        ),
      )
      expect(merge).toMatchObject({ addedRows: [], missingRows: [], undecided: [] })
      expect(merge.changes.map(({ address, proposals }) => [address, proposals[0]?.text])).toEqual([
        ['B5', '汪小满'],
        ['A8', '核对名册'],
        ['B8', '安文静'],
      ])
    })

    it('are asked about where one of them is gone and the words of another differ', () => {
      const edited = rows.map((row, i) => (i === 4 ? ['', '', '正在办理', '紧急'] : row)).toSpliced(1, 1)
      const merge = mergedRows(edited.toSpliced(4, 1))
      expect(merge.changes).toEqual([])
      expect(merge.undecided).toMatchObject([{ outcome: 'doubtful', proposals: [{ text: '正在办理' }] }])
      expect(merge.missingRows).toHaveLength(2)
    })
  })

  it('takes another way of writing for no change', () => {
    const { merge, rows } = merged(changed({ '0.4': '2026.3.31', '1.3': '人事科 ', '1.1': '台账更新不及时。' }))
    expect(merge.changes).toEqual([])
    expect(rows).toEqual(ROWS)
  })

  it('keeps what a copy emptied, and says so', () => {
    const { merge, rows } = merged(changed({ '1.2': '' }))
    expect(rows[1]?.[2]).toBe('每周五更新')
    expect(merge.undecided).toMatchObject([{ address: 'C4', outcome: 'cleared', base: '每周五更新' }])
  })

  it('follows rows that were moved, and keeps the order of the base', () => {
    const [first = [], ...rest] = changed({ '0.5': '下乡三次' })
    const { merge, rows } = merged([...rest, first])
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3'])
    expect(rows[0]?.[5]).toBe('下乡三次')
    expect(merge.missingRows).toEqual([])
  })

  it('puts a new row where its copy has it, once if two copies have it, and counts the rows anew', () => {
    const added = ['4', '公文流转时间偏长', '急件当天办结', '办公室', '2026年5月31日', '已缩短到一天', '已完成']
    const copy = [...ROWS.slice(0, 1), added, ...ROWS.slice(1)]
    const { merge, rows } = merged(copy, copy)
    expect(merge.addedRows).toMatchObject([{ copies: ['1号', '2号'], about: '公文流转时间偏长' }])
    expect(rows.map(([number, problem]) => `${number}${problem}`)).toEqual([
      '1下乡调研次数偏少',
      '2公文流转时间偏长',
      '3台账更新不及时',
      '4业务培训走过场',
    ])
    expect(rows[1]?.slice(2)).toEqual(added.slice(2))
  })

  it('keeps rows a copy lost, and tells who lost them', () => {
    const { merge, rows } = merged(ROWS.slice(0, 2))
    expect(rows).toEqual(ROWS)
    expect(merge.missingRows).toMatchObject([{ copy: '1号', number: '3', about: '业务培训走过场' }])
  })

  it('tells of columns and sheets that have no place in the base', () => {
    const base = documentOf(bytesOf(ROWS))
    const wide = bytesOf(
      ROWS.map((row) => [...row, '电话已记']),
      [...HEADER, '联络情况'],
    )
    const merge = mergeLedgers(base, [{ name: '甲', document: documentOf(wide) }])
    expect(merge.besides).toEqual([{ copy: '甲', sheet: '台账', header: '联络情况' }])
    expect(merge.changes).toEqual([])
  })
})

describe('comparing two copies', () => {
  it('finds nothing between a ledger and itself', () => {
    const document = documentOf(bytesOf(ROWS))
    const [sheet] = diffLedgers(document, document).sheets
    expect(sheet).toMatchObject({
      changes: [],
      rewritten: [],
      addedRows: [],
      removedRows: [],
      movedRows: [],
      sameRows: 3,
    })
  })

  it('tells changed cells, other ways of writing, new, lost and moved rows apart', () => {
    const [one = [], two = [], three = []] = changed({ '1.5': '更新九次', '0.4': '2026.3.31' })
    const added = ['4', '公文流转时间偏长', '急件当天办结', '办公室', '立行立改', '', '']
    const [sheet] = diffLedgers(documentOf(bytesOf(ROWS)), documentOf(bytesOf([two, one, added, three]))).sheets
    expect(sheet?.changes).toMatchObject([
      { header: '进展情况', about: '台账更新不及时', new: { text: '更新九次', address: 'F3' } },
    ])
    expect(sheet?.rewritten).toMatchObject([{ old: { text: '2026年3月31日' }, new: { text: '2026.3.31' } }])
    expect(sheet?.addedRows.map(({ about }) => about)).toEqual(['公文流转时间偏长'])
    expect(sheet?.movedRows).toHaveLength(1)
  })

  it('sees the same change backwards', () => {
    const [before, after] = [documentOf(bytesOf(ROWS)), documentOf(bytesOf(changed({ '2.5': '考试两次' })))]
    const [there] = diffLedgers(before, after).sheets[0]?.changes ?? []
    const [back] = diffLedgers(after, before).sheets[0]?.changes ?? []
    expect([there?.old.text, there?.new.text]).toEqual([back?.new.text, back?.old.text])
  })
})
