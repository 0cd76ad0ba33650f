import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isUnreadable } from '../reading/read.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import { wordsRow, xlsxOf } from '../reading/testing/xlsx-of.ts'
import { readXlsx } from '../reading/xlsx/read-xlsx.ts'
import { diffLedgers } from './diff-ledgers.ts'
import { mergeLedgers } from './merge-ledgers.ts'
import { writeMerge } from './write-merge.ts'

const HEADER = ['序号', '存在问题', '整改措施', '责任单位', '进展情况', '完成情况']
const SUBJECTS = ['学习', '调研', '台账', '培训', '公文', '会议', '督办', '信访', '采购', '档案', '值班', '用车']
const FAULTS = ['不够深入', '更新不及时', '走过场', '次数偏少', '流转时间偏长', '责任不落实']

type Row = readonly string[]

/** Ledgers whose problems are all different, as those of people are. */
const ledgers: fc.Arbitrary<Row[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...FAULTS)), {
    minLength: 2,
    maxLength: 14,
    selector: (pair) => pair.join(''),
  })
  .map((pairs) =>
    pairs.map(([subject, fault], i) => [
      String(i + 1),
      `${subject}工作${fault}，${subject}方面${i * 7 + 3}项任务拖延`,
      `逐项建立${subject}清单，每月检查${i + 1}次`,
      `${subject}科`,
      '',
      '',
    ]),
  )

interface Work {
  readonly row: number
  readonly what: 'progress' | 'state' | 'measure' | 'add' | 'move' | 'drop'
  readonly words: string
}

const works: fc.Arbitrary<Work[]> = fc.array(
  fc.record({
    row: fc.nat(13),
    what: fc.constantFrom<Work['what']>('progress', 'progress', 'state', 'measure', 'add', 'move', 'drop'),
    words: fc.constantFrom('已开展三次', '完成两项，其余一项六月底前完成', '印发办法', '整改到位'),
  }),
  { maxLength: 8 },
)

const COLUMNS = { measure: 2, progress: 4, state: 5 } as const

/** What a unit does to its copy. */
function worked(rows: readonly Row[], work: readonly Work[]): Row[] {
  const copy = rows.map((row) => [...row])
  for (const [n, { row, what, words }] of work.entries()) {
    const i = row % Math.max(copy.length, 1)
    const line = copy[i]
    if (what === 'add')
      copy.splice(i, 0, ['', `新增事项${n}：${words}所涉问题${n * 31}处`, `${words}并${n}日内核实`, '办公室', '', ''])
    else if (line === undefined) continue
    else if (what === 'drop') copy.splice(i, 1)
    else if (what === 'move') copy.push(...copy.splice(i, 1))
    else line[COLUMNS[what]] = what === 'measure' ? `${line[2]}，${words}` : words
  }
  return copy
}

const bytesOf = (rows: readonly Row[]): Uint8Array =>
  xlsxOf([{ name: '台账', rows: [HEADER, ...rows].map((row, i) => wordsRow(i + 1, ...row)).join('') }])

function documentOf(bytes: Uint8Array): SourceDocument {
  const document = readXlsx(bytes, '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

it('one copy merged says what the copy says; what the copy lost, it still says', () => {
  fc.assert(
    fc.property(ledgers, works, (rows, work) => {
      const base = bytesOf(rows)
      const copy = documentOf(bytesOf(worked(rows, work)))
      const merge = mergeLedgers(documentOf(base), [{ name: '甲', document: copy }])
      const written = writeMerge(base, documentOf(base), merge)
      if (isUnreadable(written)) throw new Error(written.message)
      const [sheet] = diffLedgers(copy, documentOf(written)).sheets
      expect(merge.conflicts).toEqual([])
      expect(sheet?.removedRows.filter(({ about }) => !merge.undecided.some((cell) => cell.about === about))).toEqual(
        [],
      )
      const undecided = new Set(merge.undecided.map(({ about }) => about))
      const open = sheet?.changes.filter(({ about, field }) => field !== 'number' && !undecided.has(about))
      expect(open).toEqual([])
    }),
    { numRuns: 150 },
  )
})

it('a copy that nobody worked on changes nothing, whatever the others say', () => {
  fc.assert(
    fc.property(ledgers, works, (rows, work) => {
      const base = bytesOf(rows)
      const copies = [{ name: '甲', document: documentOf(bytesOf(worked(rows, work))) }]
      const alone = mergeLedgers(documentOf(base), copies)
      const both = mergeLedgers(documentOf(base), [...copies, { name: '乙', document: documentOf(base) }])
      expect(both).toEqual(alone)
    }),
    { numRuns: 50 },
  )
})
