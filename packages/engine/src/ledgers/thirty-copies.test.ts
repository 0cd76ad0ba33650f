import { expect, it } from 'vitest'
import { relationships } from '../reading/testing/docx-of.ts'
import { xlsxOf } from '../reading/testing/xlsx-of.ts'
import { openQuestions } from './ledger-merge.ts'
import { cellsIn, documentOf, mergedFrom } from './testing/merging.ts'

const SHEETS = ['党建', '财务', '工程', '民生', '信访', '安全']
const HEADER = ['序号', '存在问题', '责任单位', '涉及金额', '进展情况', '佐证']
const UNITS = 30
const PER_SHEET = UNITS

interface Written {
  readonly amount: number
  readonly progress: string
}

const before = (sheet: number, row: number): Written => ({ amount: sheet * 1000 + row * 10 + 5, progress: '' })

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`

/** Six sheets, a problem of every unit in each; `written` says what stands in a row, notes and photos where they are. */
function book(
  written: (sheet: number, row: number) => Written,
  attached: readonly { sheet: number; row: number; note: string }[] = [],
): Uint8Array {
  const files: Record<string, string> = {}
  const sheets = SHEETS.map((name, sheet) => {
    const rows = Array.from({ length: PER_SHEET }, (_, row) => {
      const at = row + 2
      const { amount, progress } = written(sheet, row)
      const words = `${name}方面第${row + 1}项问题：第${row * 7 + sheet + 3}号事项没有办结`
      return `<row r="${at}"><c r="A${at}"><v>${row + 1}</v></c>${text(`B${at}`, words)}${text(`C${at}`, `第${row + 1}局`)}<c r="D${at}" s="1"><v>${amount}</v></c>${progress === '' ? '' : text(`E${at}`, progress)}</row>`
    })
    const own = attached.filter((each) => each.sheet === sheet)
    if (own.length > 0) {
      const notes = own.map(({ row, note }) => `<comment ref="E${row + 2}"><text><t>${note}</t></text></comment>`)
      files[`xl/comments${sheet}.xml`] =
        `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>${notes.join('')}</commentList></comments>`
      const pictures = own.map(
        ({ row }) =>
          `<a><from><col>5</col><row>${row + 1}</row></from><pic><blipFill><blip xmlns:r="r" r:embed="rId1"/></blipFill></pic></a>`,
      )
      files[`xl/drawings/drawing${sheet}.xml`] = `<d>${pictures.join('')}</d>`
      files[`xl/drawings/_rels/drawing${sheet}.xml.rels`] = relationships([['image', '../media/photo.jpeg']])
      files['xl/media/photo.jpeg'] = own.map(({ note }) => note).join()
    }
    return {
      name,
      rows: `<row r="1">${HEADER.map((header, i) => text(`${'ABCDEF'[i]}1`, header)).join('')}</row>${rows.join('')}<row r="${PER_SHEET + 2}">${text(`A${PER_SHEET + 2}`, '合计')}<c r="D${PER_SHEET + 2}"><f>SUM(D2:D${PER_SHEET + 1})</f><v>1</v></c></row>`,
      relations:
        own.length === 0
          ? []
          : ([
              ['comments', `../comments${sheet}.xml`],
              ['drawing', `../drawings/drawing${sheet}.xml`],
            ] as const),
    }
  })
  return xlsxOf(sheets, { formats: [0, '#,##0.00'], files })
}

it('thirty returned copies of six sheets lose nothing: money, progress, notes, photos; contradictions side by side', () => {
  const base = book(before)
  const copies = Array.from({ length: UNITS }, (_, unit) =>
    book(
      (sheet, row) => {
        if (row !== unit && !(row === 0 && unit === 29 && sheet === 2)) return before(sheet, row)
        return { amount: before(sheet, row).amount + 0.37, progress: `第${unit + 1}局已办第${sheet + 1}件` }
      },
      [{ sheet: unit % SHEETS.length, row: unit, note: `第${unit + 1}局：照片见右` }],
    ),
  )
  const { merge, bytes } = mergedFrom(base, ...copies)
  expect(merge.changes).toHaveLength(SHEETS.length * UNITS * 2 - 1)
  expect(merge.conflicts).toMatchObject([
    { sheet: '工程', address: 'E2', proposals: [{ text: '第1局已办第3件' }, { text: '第30局已办第3件' }] },
  ])
  expect(merge).toMatchObject({ undecided: [], addedRows: [], missingRows: [], besides: [], foreign: [] })
  expect(merge.attached.filter(({ kind }) => kind === 'note')).toHaveLength(UNITS)
  expect(merge.attached.filter(({ kind }) => kind === 'picture')).toHaveLength(UNITS)
  expect(openQuestions(merge)).toBe(1 + 2 * UNITS)
  for (const [sheet] of SHEETS.entries()) {
    const cells = cellsIn(bytes, sheet)
    const amounts = Array.from({ length: PER_SHEET }, (_, row) => Number(cells[`D${row + 2}`]?.value?.raw))
    const wanted = Array.from({ length: PER_SHEET }, (_, row) => before(sheet, row).amount + 0.37)
    expect(amounts).toEqual(wanted)
    expect(cells[`D${PER_SHEET + 2}`], 'the total is worked out anew').toBeUndefined()
  }
  expect(documentOf(bytes).tables).toHaveLength(SHEETS.length)
})
