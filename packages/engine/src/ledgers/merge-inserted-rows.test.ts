import { describe, expect, it } from 'vitest'
import { wordsRow, xlsxOf } from '../reading/testing/xlsx-of.ts'
import { cellsIn, documentOf, mergedFrom, sheetXml } from './testing/merging.ts'

const HEADER = ['序号', '存在问题', '整改措施', '责任人']
const PROBLEMS = [
  ['学习记录不全，缺四次', '每月核对一次', '汪小满'],
  ['采购没有比价', '每季度询价三家', '罗青松'],
  ['公车登记缺里程', '没有登记不出车', '马玉莲'],
  ['信访答复超期六件', '到期前五天提醒', '樊志刚'],
] as const
const NEW = ['广播六处不响', '逐一修好', '安文静'] as const

type Rows = readonly (readonly string[])[]

const sheetOf = (rows: Rows, name = '台账') => ({
  name,
  rows: [HEADER, ...rows].map((row, i) => wordsRow(i + 1, ...row)).join(''),
})
const workbookOf = (...sheets: readonly Rows[]): Uint8Array =>
  xlsxOf(sheets.map((rows, i) => sheetOf(rows, `台账${i + 1}`)))

/** Problems with their numbers, in order. */
function numbered(numbers: readonly string[], problems: Rows = PROBLEMS): string[][] {
  return problems.map((row, i) => [numbers[i] ?? '', ...row])
}

function withNew(rows: Rows, at: number, numbers: readonly string[]): string[][] {
  const problems = rows.map(([, ...words]) => words)
  return numbered(numbers, [...problems.slice(0, at), NEW, ...problems.slice(at)])
}

/** The numbers and problems of a sheet that was written. */
function listIn(bytes: Uint8Array, sheet = 0): string[] {
  const cells = cellsIn(bytes, sheet)
  const rows = documentOf(bytes).tables[sheet]?.rowCount ?? 0
  return Array.from(
    { length: rows - 1 },
    (_, i) => `${cells[`A${i + 2}`]?.text ?? ''} ${cells[`B${i + 2}`]?.text ?? ''}`,
  )
}

describe('numbers of a problem that came in', () => {
  it.each([
    ['1, 2, 3', ['1', '2', '3', '4'], 2, ['1', '2', '3', '4', '5']],
    ['1.1, 1.2, 2.1', ['1.1', '1.2', '1.3', '2.1'], 1, ['1.1', '1.2', '1.3', '1.4', '2.1']],
    ['the last of a list', ['1.1', '1.2', '2.1', '2.2'], 2, ['1.1', '1.2', '1.3', '2.1', '2.2']],
    ['the first of the next list', ['2-1', '2-2', '3-1', '3-2'], 2, ['2-1', '2-2', '3-1', '3-2', '3-3']],
    [
      '（一）, （二）',
      ['（九）', '（十）', '（十一）', '（十二）'],
      1,
      ['（九）', '（十）', '（十一）', '（十二）', '（十三）'],
    ],
    ['01, 02', ['08', '09', '10', '11'], 1, ['08', '09', '10', '11', '12']],
    ['the top', ['1', '2', '3', '4'], 0, ['1', '2', '3', '4', '5']],
    ['numbers with a gap', ['1', '2', '5', '6'], 1, ['1', '2', '3', '5', '6']],
    ['no numbers at all', ['', '', '', ''], 2, ['', '', '', '', '']],
  ])('go on as the column counts: %s', (_, numbers, at, expected) => {
    const base = workbookOf(numbered(numbers))
    const { merge, bytes } = mergedFrom(base, workbookOf(withNew(numbered(numbers), at, expected)))
    expect(listIn(bytes).map((line) => line.split(' ')[0])).toEqual(expected)
    expect(listIn(bytes)[at]).toContain(NEW[0])
    expect(merge.changes).toEqual([])
  })

  it('go on over several sheets', () => {
    const [first, second] = [numbered(['1', '2', '3', '4']), [['5', '食堂账目不公开', '每月公开', '岳大年']]]
    const copy = workbookOf(withNew(first, 1, ['1', '2', '3', '4', '5']), [
      ['6', '食堂账目不公开', '每月公开', '岳大年'],
    ])
    const { merge, bytes } = mergedFrom(workbookOf(first, second), copy, workbookOf(first, second))
    expect(listIn(bytes, 0).at(-1)).toBe('5 信访答复超期六件')
    expect(listIn(bytes, 1)).toEqual(['6 食堂账目不公开'])
    expect(merge.changes).toEqual([])
  })

  it('that are formulas go on from the row above', () => {
    const formulas = (problems: Rows): Uint8Array => {
      const rows = problems.map((words, i) => {
        const number = i === 0 ? '<v>1</v>' : `<f>A${i + 1}+1</f><v>${i + 1}</v>`
        return wordsRow(i + 2, '', ...words).replace('<c ', `<c r="A${i + 2}">${number}</c><c `)
      })
      return xlsxOf([{ name: '台账', rows: wordsRow(1, ...HEADER) + rows.join('') }])
    }
    const copy = formulas([...PROBLEMS.slice(0, 1), NEW, ...PROBLEMS.slice(1)])
    const { bytes } = mergedFrom(formulas(PROBLEMS), copy)
    const xml = sheetXml(bytes)
    expect(Array.from(xml.matchAll(/<f>(A\d\+1)<\/f>/g), ([, formula]) => formula)).toEqual([
      'A2+1',
      'A3+1',
      'A4+1',
      'A5+1',
    ])
    expect(listIn(bytes)[1]).toContain(NEW[0])
  })
})

describe('a problem over several lines', () => {
  const merged = (areas: readonly string[]): string =>
    `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
  const LINES = [
    ['1', '学习记录不全', '核对', '汪'],
    ['', '', '补记', '汪'],
    ['2', '采购没有比价', '询价', '罗'],
  ]
  const base = xlsxOf([{ ...sheetOf(LINES), after: merged(['A2:A3', 'B2:B3']) }])
  const areasIn = (bytes: Uint8Array): string[] =>
    Object.values(cellsIn(bytes))
      .filter(({ rowSpan }) => rowSpan > 1)
      .map(({ address, rowSpan }) => `${address}×${rowSpan}`)

  it('gets one number and is merged as its copy has it', () => {
    const copied = [
      ...LINES.slice(0, 2),
      ['2', NEW[0], '修好', '安'],
      ['', '', '巡查', '安'],
      ['3', ...(LINES[2] ?? []).slice(1)],
    ]
    const copy = xlsxOf([{ ...sheetOf(copied), after: merged(['A2:A3', 'B2:B3', 'A4:A5', 'B4:B5']) }])
    const { bytes } = mergedFrom(base, copy)
    expect(listIn(bytes)).toEqual(['1 学习记录不全', ' ', `2 ${NEW[0]}`, ' ', '3 采购没有比价'])
    expect(areasIn(bytes)).toEqual(['A2×2', 'B2×2', 'A4×2', 'B4×2'])
  })

  it('takes a further line of a problem into the problem, before what others add below', () => {
    const line = [...LINES.slice(0, 2), ['', '', '公示', '汪'], ...LINES.slice(2)]
    const further = xlsxOf([{ ...sheetOf(line), after: merged(['A2:A4', 'B2:B4']) }])
    const another = [...LINES.slice(0, 2), ['2', NEW[0], '修好', '安'], ['3', ...(LINES[2] ?? []).slice(1)]]
    const copy = xlsxOf([{ ...sheetOf(another), after: merged(['A2:A3', 'B2:B3']) }])
    const { bytes } = mergedFrom(base, copy, further)
    expect(listIn(bytes)).toEqual(['1 学习记录不全', ' ', ' ', `2 ${NEW[0]}`, '3 采购没有比价'])
    expect(cellsIn(bytes)['C4']?.text).toBe('公示')
    expect(areasIn(bytes)).toEqual(['A2×3', 'B2×3'])
  })
})

describe('rows that came in', () => {
  it('are seen, though the row they are like was filtered away', () => {
    const rows = numbered(['1', '2', '3', '4'])
    const xml = sheetOf(rows).rows.replace('<row r="3">', '<row r="3" hidden="1">')
    const base = xlsxOf([{ name: '台账', rows: xml, after: '<autoFilter ref="A1:D5"/>' }])
    const { bytes } = mergedFrom(base, workbookOf(withNew(rows, 2, ['1', '2', '3', '4', '5'])))
    const written = sheetXml(bytes)
    expect(written.match(/hidden="1"/g)).toHaveLength(1)
    expect(written).toContain('<autoFilter ref="A1:D6"/>')
  })

  it('at the top are counted by the total below', () => {
    const rows = numbered(['1', '2', '3', '4'])
    const total = (count: number): string =>
      `<row r="${count + 2}"><c r="A${count + 2}" t="inlineStr"><is><t>合计</t></is></c><c r="B${count + 2}"><f>COUNTA(B2:B${count + 1})</f><v>${count}</v></c></row>`
    const base = xlsxOf([{ ...sheetOf(rows), rows: sheetOf(rows).rows + total(4) }])
    const copied = withNew(rows, 0, ['1', '2', '3', '4', '5'])
    const { bytes } = mergedFrom(base, xlsxOf([{ ...sheetOf(copied), rows: sheetOf(copied).rows + total(5) }]))
    expect(sheetXml(bytes)).toContain('<f>COUNTA(B2:B6)</f></c>')
  })
})

describe('the same new problem from two copies', () => {
  const rows = numbered(['1', '2', '3', '4'])
  const copyWith = (...words: readonly string[]): Uint8Array => workbookOf([...rows, ['5', ...words]])

  it('is one row, and what they say differently is left for a person', () => {
    const { merge, bytes } = mergedFrom(workbookOf(rows), copyWith(...NEW), copyWith(NEW[0], '全部更换', NEW[2]))
    expect(listIn(bytes).at(-1)).toBe(`5 ${NEW[0]}`)
    expect(listIn(bytes)).toHaveLength(5)
    expect(cellsIn(bytes)['C6']).toBeUndefined()
    expect(cellsIn(bytes)['D6']?.text).toBe(NEW[2])
    expect(merge.addedRows).toMatchObject([
      {
        copies: ['1号', '2号'],
        shown: [{ text: '5' }, { text: NEW[0] }, { text: NEW[2] }],
        contested: [
          {
            header: '整改措施',
            proposals: [
              { copy: '1号', text: '逐一修好' },
              { copy: '2号', text: '全部更换' },
            ],
          },
        ],
      },
    ])
  })

  it('is asked for where it is worded a little differently', () => {
    const { merge } = mergedFrom(workbookOf(rows), copyWith(...NEW), copyWith('有线广播六处不响', '逐一修好', '安文静'))
    expect(merge.addedRows.map(({ similar }) => similar)).toMatchObject([
      [{ copies: ['2号'], about: '有线广播六处不响' }],
      [{ copies: ['1号'] }],
    ])
  })
})

describe('a second table of a sheet', () => {
  it('keeps its own columns', () => {
    const second = ['序号', '存在问题', '整改措施', '姓名']
    const rows = (name: string): string =>
      [
        HEADER,
        ...numbered(['1', '2']).slice(0, 2),
        ['个人整改清单'],
        second,
        ['1', ...PROBLEMS[2]],
        ['2', PROBLEMS[3][0], PROBLEMS[3][1], name],
        ['3', ...NEW],
      ]
        .slice(0, name === '樊志刚' ? 7 : 8)
        .map((row, i) => wordsRow(i + 1, ...row))
        .join('')
    const { merge, bytes } = mergedFrom(
      xlsxOf([{ name: '清单', rows: rows('樊志刚') }]),
      xlsxOf([{ name: '清单', rows: rows('换人了') }]),
    )
    expect(merge.besides).toEqual([])
    expect([cellsIn(bytes)['D7']?.text, cellsIn(bytes)['D8']?.text]).toEqual(['换人了', NEW[2]])
  })
})
