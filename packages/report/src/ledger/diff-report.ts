import type { CellChange, LedgerDiff, RowPlace, SheetDiff } from '@duizhao/engine'
import type { PlainReport, PlainSection } from '../plain/plain-report.ts'

const ROW_COLUMNS = [
  { header: '位置', width: 20 },
  { header: '序号', width: 8 },
  { header: '内容', width: 80 },
]

/** What changed between two copies of a ledger. */
export function diffReport(names: { readonly old: string; readonly new: string }, diff: LedgerDiff): PlainReport {
  const { sheets } = diff
  const changes = sheets.flatMap((sheet) => sheet.changes.map(changeRow))
  const added = sheets.flatMap(({ addedRows }) => addedRows)
  const removed = sheets.flatMap(({ removedRows }) => removedRows)
  const others = otherDifferences(diff)
  const count = changes.length + added.length + removed.length + others.length
  return {
    title: '两份台账的不同',
    facts: [`旧：${names.old}`, `新：${names.new}`, ...besidesOf(sheets)],
    verdict:
      count === 0
        ? { tone: 'good', words: '两份台账的内容一样。' }
        : {
            tone: 'warning',
            words: `改动 ${changes.length} 格，新增 ${added.length} 行，删去 ${removed.length} 行${others.length === 0 ? '' : `，其他 ${others.length} 处`}。`,
          },
    sections: [
      {
        heading: '改动',
        columns: [
          { header: '位置', width: 20 },
          { header: '序号', width: 8 },
          { header: '事项', width: 40 },
          { header: '栏目', width: 14 },
          { header: '原来', width: 40 },
          { header: '现在', width: 40 },
        ],
        rows: changes,
      },
      { heading: '新增的行', columns: ROW_COLUMNS, rows: added.map(placeRow) },
      { heading: '删去的行', columns: ROW_COLUMNS, rows: removed.map(placeRow) },
      {
        heading: '移动的行',
        columns: ROW_COLUMNS,
        rows: sheets
          .flatMap(({ movedRows }) => movedRows)
          .map((moved) => [`第${moved.old.row + 1}行 → 第${moved.new.row + 1}行`, moved.new.number, moved.new.about]),
      },
      { heading: '栏目、工作表、批注和图片', columns: [{ header: '不同', width: 90 }], rows: others },
    ],
  }
}

function changeRow({ new: latest, old, number, about, header, isDoubtful }: CellChange): PlainSection['rows'][number] {
  const place = `${latest.sheet} ${latest.address ?? `第${latest.row + 1}行`}${isDoubtful ? '（是否同一行待核）' : ''}`
  return [
    place,
    number,
    about,
    header,
    old.text === '' ? '（空）' : old.text,
    { words: latest.text === '' ? '（空）' : latest.text, tone: isDoubtful ? 'doubtful' : 'differs' },
  ]
}

function placeRow({ sheet, row, number, cells }: RowPlace): PlainSection['rows'][number] {
  return [`${sheet} 第${row + 1}行`, number, cells.map(({ header, text }) => `${header}：${text}`).join('；')]
}

function otherDifferences({ sheets, addedSheets, removedSheets }: LedgerDiff): string[][] {
  return [
    ...addedSheets.map(({ name }) => [`新增工作表“${name}”`]),
    ...removedSheets.map(({ name }) => [`删去工作表“${name}”`]),
    ...sheets.flatMap(({ addedAttached, removedAttached }) => [
      ...addedAttached.map((each) => [`新增${attachedWords(each)}`]),
      ...removedAttached.map((each) => [`删去${attachedWords(each)}`]),
    ]),
    ...sheets.flatMap(({ addedColumns, removedColumns }) => [
      ...addedColumns.map(({ sheet, header, filled }) => [`“${sheet}”新增一栏“${header}”，填了 ${filled} 格`]),
      ...removedColumns.map(({ sheet, header, filled }) => [`“${sheet}”删去一栏“${header}”，原有 ${filled} 格`]),
    ]),
  ]
}

function attachedWords({ kind, sheet, address, text }: SheetDiff['addedAttached'][number]): string {
  return `${kind === 'note' ? '批注' : '图片'}：${sheet} ${address ?? ''}${text === '' ? '' : ` ${text}`}`
}

/** What differs without saying anything new. */
function besidesOf(sheets: readonly SheetDiff[]): string[] {
  const sum = (of: (sheet: SheetDiff) => readonly unknown[]): number =>
    sheets.reduce((total, sheet) => total + of(sheet).length, 0)
  const kinds = [
    ['只是写法不同', sum(({ rewritten }) => rewritten)],
    ['序号顺延', sum(({ renumbered }) => renumbered)],
    ['公式结果', sum(({ recomputed }) => recomputed)],
  ] as const
  const told = kinds.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count} 格`)
  return told.length === 0 ? [] : [`另有${told.join('，')}，不算改动。`]
}
