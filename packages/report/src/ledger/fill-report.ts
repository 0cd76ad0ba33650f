import type { FilledSheet, LedgerFill } from '@duizhao/engine'
import type { PlainReport } from '../plain/plain-report.ts'

const DIFFERENCE_COLUMNS = [
  { header: '位置', width: 18 },
  { header: '序号', width: 8 },
  { header: '事项', width: 36 },
  { header: '栏目', width: 14 },
  { header: '表里', width: 40 },
  { header: '数据', width: 40 },
]
const LIST_COLUMNS = [
  { header: '栏目', width: 14 },
  { header: '数据里写的', width: 24 },
  { header: '可选的', width: 40 },
  { header: '格', width: 40 },
]
const UNANSWERED_COLUMNS = [
  { header: '位置', width: 18 },
  { header: '序号', width: 8 },
  { header: '事项', width: 60 },
]

/** How a form was filled, and what it still lacks. */
export function fillReport(
  names: { readonly form: string; readonly data: string },
  { sheets, problems, left }: LedgerFill,
): PlainReport {
  const written = sheets.reduce((sum, sheet) => sum + sheet.written + sheet.completed, 0)
  const differences = sheets.flatMap((sheet) => sheet.differences)
  const notInList = sheets.flatMap((sheet) => sheet.notInList)
  return {
    title: '填表结果',
    facts: [`表样：${names.form}`, `数据：${names.data}`, ...sheets.flatMap(factsOf)],
    verdict:
      sheets.length === 0
        ? { tone: 'error', words: '没有认出要填的表：表样里要有表头，数据里要有写明问题的台账。' }
        : {
            tone: differences.length + notInList.length + left.length > 0 || written < problems ? 'warning' : 'good',
            words: `填了 ${written} 个问题${written === problems ? '' : `，数据里有 ${problems} 个`}${left.length === 0 ? '' : `；${left.map(leftWords).join('，')}，请核对`}${differences.length === 0 ? '' : `；${differences.length} 格表里已有而且与数据不同，没有改动`}${notInList.length === 0 ? '' : `；${notInList.length} 种写法不在下拉列表里，空着`}。`,
          },
    sections: [
      {
        heading: '表里已有、与数据不同',
        note: '没有改动，请决定以哪个为准。',
        columns: DIFFERENCE_COLUMNS,
        rows: differences.map(({ sheet, address, row, number, about, header, form, data }) => [
          `${sheet} ${address ?? `第${row + 1}行`}`,
          number,
          about,
          header,
          form,
          { words: data, tone: 'differs' },
        ]),
      },
      {
        heading: '不在下拉列表里',
        note: '这些格空着，请从列表中选。',
        columns: LIST_COLUMNS,
        rows: notInList.map(({ header, text, words, cells }) => [
          header,
          text,
          words.join('、'),
          cells.map(({ address }) => address ?? '').join('、'),
        ]),
      },
      {
        heading: '表里有、数据里没有的问题',
        columns: UNANSWERED_COLUMNS,
        rows: sheets.flatMap(({ sheet, unanswered }) =>
          unanswered.map(({ row, number, about }) => [`${sheet} 第${row + 1}行`, number, about]),
        ),
      },
    ],
  }
}

function factsOf({ sheet, from, completed, written, insertedRows, emptyColumns, leftColumns }: FilledSheet): string[] {
  const counts = [
    ...(completed > 0 ? [`补全 ${completed} 个问题`] : []),
    ...(written > 0 ? [`新填 ${written} 个问题`] : []),
    ...(insertedRows > 0 ? [`插入 ${insertedRows} 行`] : []),
  ]
  return [
    `“${sheet}”取自${from.map((name) => `“${name}”`).join('')}：${counts.join('，')}。`,
    ...(emptyColumns.length === 0 ? [] : [`数据里没有、要另填的栏目：${emptyColumns.join('、')}。`]),
    ...(leftColumns.length === 0 ? [] : [`表里没有位置的栏目：${leftColumns.join('、')}。`]),
  ]
}

function leftWords({ sheet, problems, why }: LedgerFill['left'][number]): string {
  return why === 'repeated'
    ? `“${sheet}”里 ${problems} 个与别的工作表重复，只填一次`
    : `“${sheet}”里 ${problems} 个没有填，表里没有它的栏目`
}
