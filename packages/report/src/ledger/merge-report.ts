import type { LedgerMerge, MergedCell } from '@duizhao/engine'
import type { PlainReport, PlainSection } from '../plain/plain-report.ts'

const CELL_COLUMNS = [
  { header: '位置', width: 18 },
  { header: '序号', width: 8 },
  { header: '事项', width: 36 },
  { header: '栏目', width: 14 },
  { header: '下发的', width: 30 },
  { header: '各份写的', width: 70 },
]

const ADDED_COLUMNS = [
  { header: '来自', width: 30 },
  { header: '插在', width: 14 },
  { header: '内容', width: 90 },
]
const MISSING_COLUMNS = [
  { header: '来自', width: 30 },
  { header: '位置', width: 18 },
  { header: '序号', width: 8 },
  { header: '事项', width: 60 },
]
const BESIDES_COLUMNS = [
  { header: '来自', width: 30 },
  { header: '内容', width: 60 },
]

/** What returned copies came to: what was taken over, what a person must decide, what was left out. */
export function mergeReport(base: string, copies: readonly string[], merge: LedgerMerge): PlainReport {
  const { changes, conflicts, undecided, addedRows, missingRows, besides } = merge
  const open = conflicts.length + undecided.length
  return {
    title: '台账汇总',
    facts: [`下发的：${base}`, `交回的 ${copies.length} 份：${copies.join('、')}`],
    verdict: {
      tone: open > 0 ? 'warning' : 'good',
      words: `并入 ${changes.length} 格、新增 ${addedRows.length} 行${open === 0 ? '，没有冲突。' : `；${conflicts.length} 格有冲突、${undecided.length} 格待定，都保留下发时的内容，请逐格决定。`}`,
    },
    sections: [
      {
        heading: '冲突',
        note: '几份写得不一样，汇总表里保留下发时的内容。',
        columns: CELL_COLUMNS,
        rows: conflicts.map(cellRow),
      },
      {
        heading: '待定',
        note: '有的份把内容清空了，有的拿不准是哪一行，汇总表里保留下发时的内容。',
        columns: CELL_COLUMNS,
        rows: undecided.map(cellRow),
      },
      {
        heading: '新增的行',
        columns: ADDED_COLUMNS,
        rows: addedRows.map(({ copies: from, after, shown }) => [
          from.join('、'),
          `原第${after + 1}行之后`,
          shown.map(({ header, text }) => `${header}：${text}`).join('；'),
        ]),
      },
      {
        heading: '交回时少了的行',
        note: '汇总表里仍然保留。',
        columns: MISSING_COLUMNS,
        rows: missingRows.map(({ copy, sheet, row, number, about }) => [
          copy,
          `${sheet} 第${row + 1}行`,
          number,
          about,
        ]),
      },
      {
        heading: '没有并入的内容',
        note: '下发的表里没有它们的位置，请看原件。',
        columns: BESIDES_COLUMNS,
        rows: besides.map(({ copy, sheet, header }) => [
          copy,
          header === null ? `工作表“${sheet}”` : `“${sheet}”的一栏“${header}”`,
        ]),
      },
      { heading: '并入的内容', columns: CELL_COLUMNS, rows: changes.map(cellRow) },
    ],
  }
}

function cellRow({
  sheet,
  address,
  row,
  number,
  about,
  header,
  base,
  proposals,
}: MergedCell): PlainSection['rows'][number] {
  const said = proposals.map(({ copy, text }) => `${copy}：${text === '' ? '（清空）' : text}`)
  return [
    `${sheet} ${address ?? `第${row + 1}行`}`,
    number,
    about,
    header,
    base === '' ? '（空）' : base,
    said.join('\n'),
  ]
}
