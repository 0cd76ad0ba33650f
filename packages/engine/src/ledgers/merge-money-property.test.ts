import fc from 'fast-check'
import { expect, it } from 'vitest'
import { xlsxOf } from '../reading/testing/xlsx-of.ts'
import { cellsIn, mergedFrom } from './testing/merging.ts'
import type { LedgerMerge } from './ledger-merge.ts'

const FORMATS = ['General', '#,##0.00', '0%', '0.0"万元"', 'yyyy/m/d', '@', '[>=100]0;0.000'] as const
const HEADER = ['序号', '存在问题', '涉及金额', '已整改金额', '整改进展']
const SUBJECTS = ['学习记录', '食堂采购', '公车登记', '信访答复', '固定资产', '业务培训', '档案管理', '防汛物资']
const LETTERS = ['A', 'B', 'C', 'D', 'E']

/** A cell of a ledger: a number with a format, or words. */
type Content = { readonly number: number; readonly format: number } | string

interface Line {
  readonly cells: readonly Content[]
  readonly isHidden: boolean
  /** True if the progress is merged down into the next line. */
  readonly reachesDown: boolean
}

const amount = fc.record({
  number: fc.oneof(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.constantFrom(0.1, 45.67, 11200.005, 1e-7, 2e15)),
  format: fc.constantFrom(0, 1, 2, 3, 6),
})
const line = (i: number): fc.Arbitrary<Line> =>
  fc.record({
    cells: fc
      .tuple(amount, amount, fc.constantFrom('', '已开会', '2026.10', '0012', '1,200.00'))
      .map(([money, done, progress]) => [
        { number: i + 1, format: 0 },
        `${SUBJECTS[i]}不规范，涉及第${i + 1}季度${i * 7 + 3}项`,
        money,
        done,
        progress,
      ]),
    isHidden: fc.boolean(),
    reachesDown: fc.boolean(),
  })
const ledgers: fc.Arbitrary<Line[]> = fc
  .integer({ min: 2, max: SUBJECTS.length })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => line(i))))

/** What a unit writes: money, or how far it is. */
const edits = fc.array(
  fc.record({
    row: fc.nat(SUBJECTS.length - 1),
    column: fc.constantFrom(2, 3, 4),
    content: fc.oneof<fc.Arbitrary<Content>[]>(amount, fc.constantFrom('已完成', '2026.1', '30.40', '另文说明')),
  }),
  { maxLength: 5 },
)

function bookOf(lines: readonly Line[]): Uint8Array {
  const cell = (content: Content, at: string): string => {
    if (content === '') return ''
    return typeof content === 'string'
      ? `<c r="${at}" s="5" t="inlineStr"><is><t>${content}</t></is></c>`
      : `<c r="${at}" s="${content.format}"><v>${content.number}</v></c>`
  }
  const row = (cells: readonly Content[], at: number, isHidden = false): string =>
    `<row r="${at}"${isHidden ? ' hidden="1"' : ''}>${cells.map((content, i) => cell(content, `${LETTERS[i]}${at}`)).join('')}</row>`
  const last = lines.length + 1
  const total = `<row r="${last + 1}"><c r="A${last + 1}" t="inlineStr"><is><t>合计</t></is></c><c r="C${last + 1}"><f>SUM(C2:C${last})</f><v>1</v></c><c r="D${last + 1}"><f>SUM(D2:D${last})</f></c></row>`
  const areas = lines.flatMap(({ reachesDown }, i) =>
    reachesDown && i % 2 === 0 && i + 1 < lines.length ? [`<mergeCell ref="E${i + 2}:E${i + 3}"/>`] : [],
  )
  const rows = lines.map(({ cells, isHidden }, i) => row(cells, i + 2, isHidden)).join('')
  const merges = areas.length === 0 ? '' : `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`
  return xlsxOf(
    [{ name: '台账', rows: row(HEADER, 1) + rows + total, after: `<autoFilter ref="A1:E${last}"/>${merges}` }],
    { formats: FORMATS.map((format) => (format === 'General' ? 0 : format)) },
  )
}

/** What words cover, merged cells below one that is are its own. */
const isCovered = (lines: readonly Line[], row: number, column: number): boolean =>
  column === 4 && row % 2 === 1 && lines[row - 1]?.reachesDown === true

function edited(lines: readonly Line[], work: readonly { row: number; column: number; content: Content }[]) {
  const copy = lines.map((each) => ({ ...each, cells: [...each.cells] }))
  for (const { row, column, content } of work) {
    const cells = copy[row]?.cells
    if (cells && !isCovered(lines, row, column)) cells[column] = content
  }
  return copy
}

/** The numbers of a column, by their cells. */
function numbersIn(bytes: Uint8Array, column: string): Map<string, number> {
  return new Map(
    Object.entries(cellsIn(bytes)).flatMap(([at, { value, formula }]) =>
      at.startsWith(column) && value?.type === 'number' && formula === undefined ? [[at, Number(value.raw)]] : [],
    ),
  )
}

const sumOf = (numbers: ReadonlyMap<string, number>, without: ReadonlySet<string>): number =>
  [...numbers].reduce((sum, [at, number]) => (without.has(at) ? sum : sum + number), 0)

const toldIn = ({ changes, conflicts, undecided }: LedgerMerge): Set<string> =>
  new Set([...changes, ...conflicts, ...undecided].map(({ address }) => address ?? ''))

it('copies nobody worked on leave the workbook byte for byte', () => {
  fc.assert(
    fc.property(ledgers, fc.integer({ min: 1, max: 3 }), (lines, count) => {
      const base = bookOf(lines)
      const { bytes } = mergedFrom(base, ...Array.from({ length: count }, () => base))
      expect(bytes).toEqual(base)
    }),
    { numRuns: 60 },
  )
})

it('numbers nobody touched add up to what they did, and every edit is taken or told', () => {
  fc.assert(
    fc.property(ledgers, edits, edits, (lines, first, second) => {
      const base = bookOf(lines)
      const copies = [edited(lines, first), edited(lines, second)]
      const { merge, bytes } = mergedFrom(base, ...copies.map(bookOf))
      const told = toldIn(merge)
      for (const column of ['C', 'D'])
        expect(sumOf(numbersIn(bytes, column), told)).toBe(sumOf(numbersIn(base, column), told))
      const written = cellsIn(bytes)
      const before = cellsIn(base)
      for (const copy of copies)
        for (const [at, cell] of Object.entries(cellsIn(bookOf(copy)))) {
          const isSaid = cell.value?.raw === before[at]?.value?.raw && cell.text === before[at]?.text
          const isTaken = cell.value?.type === written[at]?.value?.type && cell.value?.raw === written[at]?.value?.raw
          expect(isSaid || cell.formula === true || told.has(at) || isTaken, `${at} ${cell.text}`).toBe(true)
        }
      for (const { address = '', proposals } of merge.changes)
        expect(written[address]?.value).toMatchObject({
          type: proposals[0]?.value?.type,
          raw: proposals[0]?.value?.raw,
        })
    }),
    { numRuns: 100 },
  )
})

it('totals over what changed are marked to be worked out anew', () => {
  fc.assert(
    fc.property(ledgers, amount, (lines, money) => {
      const copy = edited(lines, [{ row: 0, column: 2, content: money }])
      const base = bookOf(lines)
      const { merge, bytes } = mergedFrom(base, bookOf(copy))
      const total = cellsIn(bytes)[`C${lines.length + 2}`]
      expect(total === undefined).toBe(merge.changes.length > 0)
    }),
    { numRuns: 40 },
  )
})
