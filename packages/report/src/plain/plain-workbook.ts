import { writeXlsx } from '../workbook/xlsx-writer.ts'
import { filledSections, type PlainReport, wordsOf } from './plain-report.ts'

/** A report as a workbook: a sheet that sums up, and one for each section that has rows. */
export function plainWorkbook(report: PlainReport): Uint8Array {
  const sections = filledSections(report)
  const summary = [report.verdict.words, ...report.facts].map((words) => [words])
  return writeXlsx([
    {
      name: '概况',
      columns: [{ header: report.title, width: 100 }],
      rows: [...summary, ...sections.map(({ heading, rows }) => [`${heading}：${rows.length}`])],
    },
    ...sections.map(({ heading, columns, rows }) => ({
      name: heading,
      columns: columns.map(({ header, width }) => ({ header, width })),
      rows: rows.map((row) => row.map(wordsOf)),
    })),
  ])
}
