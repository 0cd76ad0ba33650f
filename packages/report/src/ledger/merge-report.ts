import { type LedgerMerge, type MergedCell, openQuestions } from '@duizhao/engine'
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

/** The files of a merge as results call them. */
export interface MergedFiles {
  readonly base: string
  readonly copies: readonly string[]
  /** What earlier merges wrote and stood among the copies. */
  readonly ownResults?: readonly string[]
}

/** What returned copies came to: what was taken over, what a person must decide, what was left out. */
export function mergeReport({ base, copies, ownResults = [] }: MergedFiles, merge: LedgerMerge): PlainReport {
  const { changes, conflicts, undecided, addedRows, missingRows, foreign } = merge
  const returned = copies.filter((copy) => !foreign.includes(copy))
  const open = openQuestions(merge)
  return {
    title: '台账汇总',
    facts: [
      `下发的：${base}`,
      `交回的 ${returned.length} 份：${returned.join('、')}`,
      ...foreign.map((name) => `不是这份台账的：${name}，栏目和内容都对不上，没有并入`),
      ...(ownResults.length === 0 ? [] : [`以前汇总写出的，没有当作交回的：${ownResults.join('、')}`]),
    ],
    verdict: {
      tone: open > 0 ? 'warning' : 'good',
      words: `并入 ${changes.length} 格、新增 ${addedRows.length} 行${open === 0 ? '，没有冲突。' : `；${openWords(merge)}，请逐项决定。`}`,
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
        note: '有的份把内容清空了，有的把公式改成了数，有的拿不准是哪一行，汇总表里保留下发时的内容。',
        columns: [...CELL_COLUMNS, { header: '原因', width: 20 }],
        rows: undecided.map((cell) => [...cellRow(cell), UNDECIDED[cell.outcome]]),
      },
      ...additions(merge),
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
      ...leftInCopies(merge),
      { heading: '并入的内容', columns: CELL_COLUMNS, rows: changes.map(cellRow) },
    ],
  }
}

/** The rows that came in, first what of them is to be decided. */
function additions({ addedRows }: LedgerMerge): PlainSection[] {
  return [
    {
      heading: '新增的行里要决定的',
      columns: [
        { header: '事项', width: 36 },
        { header: '要决定的', width: 90 },
      ],
      rows: addedRows.flatMap(addedQuestions),
    },
    {
      heading: '新增的行',
      columns: ADDED_COLUMNS,
      rows: addedRows.map(({ copies: from, sheet, after, shown }) => [
        from.join('、'),
        `${sheet} 原第${after + 1}行之后`,
        shown.map(({ header, text }) => `${header}：${text}`).join('；'),
      ]),
    },
  ]
}

/** What stands in copies only. */
function leftInCopies({ besides, attached }: LedgerMerge): PlainSection[] {
  return [
    {
      heading: '没有并入的内容',
      note: '下发的表里没有它们的位置，请看原件。',
      columns: BESIDES_COLUMNS,
      rows: besides.map(({ copy, sheet, header }) => [
        copy,
        header === null ? `工作表“${sheet}”` : `“${sheet}”的一栏“${header}”`,
      ]),
    },
    {
      heading: '交回的批注和图片',
      note: '汇总表里没有，请看原件。',
      columns: [
        { header: '来自', width: 30 },
        { header: '位置', width: 18 },
        { header: '序号', width: 8 },
        { header: '事项', width: 36 },
        { header: '内容', width: 60 },
      ],
      rows: attached.map(({ copy, sheet, address, number, about, kind, text }) => [
        copy,
        `${sheet} ${address ?? ''}`,
        number,
        about,
        kind === 'note' ? `批注：${text}` : '图片',
      ]),
    },
  ]
}

const UNDECIDED: Readonly<Record<LedgerMerge['undecided'][number]['outcome'], string>> = {
  taken: '',
  conflict: '',
  cleared: '清空了',
  doubtful: '拿不准是哪一行',
  formula: '原来是公式',
}

/** What is open, by kinds, those that are. */
function openWords({ conflicts, undecided, addedRows, missingRows, besides, attached, foreign }: LedgerMerge): string {
  const kinds = [
    [
      `${conflicts.length} 格有冲突、${undecided.length} 格待定，都保留下发时的内容`,
      conflicts.length + undecided.length,
    ],
    ['新增的行里有要决定的', addedRows.flatMap(addedQuestions).length],
    [`少了 ${missingRows.length} 行，仍然保留`, missingRows.length],
    [`${besides.length} 栏（表）没有并入`, besides.length],
    [`${attached.length} 处批注、图片没有并入`, attached.length],
    [`${foreign.length} 份不是这份台账`, foreign.length],
  ] as const
  return kinds.flatMap(([words, count]) => (count > 0 ? [words] : [])).join('；')
}

function addedQuestions({ about, kind, contested, similar }: LedgerMerge['addedRows'][number]): string[][] {
  return [
    ...contested.map(({ header, proposals }) => [
      about,
      `“${header}”几份写得不一样，没有填：${proposals.map(({ copy, text }) => `${copy}：${text}`).join('；')}`,
    ]),
    ...similar.map((other) => [about, `与 ${other.copies.join('、')} 新增的“${other.about}”相近，是不是同一个问题`]),
    ...(kind === 'row' ? [] : [[about, '不是问题的行，没有插入']]),
  ]
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
