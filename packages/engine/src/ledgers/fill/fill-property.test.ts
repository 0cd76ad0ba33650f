import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isUnreadable } from '../../reading/read.ts'
import { wordsRow, xlsxOf } from '../../reading/testing/xlsx-of.ts'
import { cellsIn, documentOf } from '../testing/merging.ts'
import { fillWorkbook } from './write-fill.ts'

const HEADER = ['序号', '存在问题', '整改措施', '涉及金额', '完成情况']
const SUBJECTS = ['学习记录', '食堂采购', '公车登记', '信访答复', '固定资产', '业务培训', '档案管理', '防汛物资']

interface Problem {
  readonly amount: number
  readonly measures: number
}

/** Units, each with a sheet of its own, and the problems it lists. */
const units: fc.Arbitrary<Problem[][]> = fc.array(
  fc.array(fc.record({ amount: fc.integer({ min: 1, max: 9_000_000 }), measures: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: SUBJECTS.length,
  }),
  { minLength: 1, maxLength: 5 },
)

const nameOf = (unit: number, problem: number): string =>
  `${'甲乙丙丁戊'[unit]}镇${SUBJECTS[problem]}不规范，涉及${unit * 11 + problem * 7 + 3}项`

/** A sheet of problems, each over as many lines as it has measures, the rest of it merged down. */
function sheetOf(problems: readonly Problem[], unit: number) {
  const rows = [wordsRow(1, ...HEADER)]
  const areas: string[] = []
  for (const [i, { amount, measures }] of problems.entries())
    for (let measure = 0; measure < measures; measure++) {
      const at = rows.length + 1
      const [first, last] = [at, at + measures - 1]
      if (measure === 0 && measures > 1) for (const column of 'ABDE') areas.push(`${column}${first}:${column}${last}`)
      const words = wordsRow(
        at,
        ...(measure === 0 ? [String(i + 1), nameOf(unit, i)] : ['', '']),
        `办法${measure + 1}之${i}`,
      )
      rows.push(
        measure === 0
          ? words.replace(
              '</row>',
              `<c r="D${at}"><v>${amount / 100}</v></c><c r="E${at}" t="inlineStr"><is><t>已完成</t></is></c></row>`,
            )
          : words,
      )
    }
  const merges = areas.map((area) => `<mergeCell ref="${area}"/>`).join('')
  return { name: `${'甲乙丙丁戊'[unit]}镇`, rows: rows.join(''), after: `<mergeCells>${merges}</mergeCells>` }
}

it('puts every problem of every sheet into the form once, with its money', () => {
  fc.assert(
    fc.property(units, fc.integer({ min: 0, max: 12 }), (ledgers, free) => {
      const data = documentOf(xlsxOf(ledgers.map(sheetOf)))
      const blank = Array.from({ length: free }, (_, i) => `<row r="${i + 2}"/>`).join('')
      const total = `<row r="${free + 2}"><c r="A${free + 2}" t="inlineStr"><is><t>合计</t></is></c></row>`
      const form = xlsxOf([
        { name: '统计表', rows: wordsRow(1, '序号', '存在问题', '涉及金额', '完成情况') + blank + total },
      ])
      const filled = fillWorkbook(form, documentOf(form), data)
      if (isUnreadable(filled)) throw new Error(filled.message)
      const problems = ledgers.flat()
      const { fill } = filled
      expect(fill.problems).toBe(problems.length)
      expect(fill.sheets.reduce((sum, { written, completed }) => sum + written + completed, 0)).toBe(problems.length)
      const cells = Object.entries(cellsIn(filled.workbook))
      const named = cells.flatMap(([at, { text }]) => (/^B(?!1$)/.test(at) ? [text] : []))
      expect(named.toSorted()).toEqual(ledgers.flatMap((each, unit) => each.map((_, i) => nameOf(unit, i))).toSorted())
      const money = cells.flatMap(([at, { value }]) =>
        /^C(?!1$)/.test(at) && value?.type === 'number' ? [Math.round(Number(value.raw) * 100)] : [],
      )
      expect(money.reduce((sum, each) => sum + each, 0)).toBe(problems.reduce((sum, { amount }) => sum + amount, 0))
      expect(cells.filter(([at, { text }]) => at.startsWith('D') && text === '已完成')).toHaveLength(problems.length)
    }),
    { numRuns: 60 },
  )
})
