import { oneLine, shortened } from '@duizhao/engine/wording'
import type { Paint } from '../text/paint.ts'
import { filledSections, type PlainReport, type PlainSection, wordsOf } from './plain-report.ts'

const LONGEST_CELL = 120
const MOST_ROWS = 60

/** A report for reading on a screen; long cells are cut, files have them whole. */
export function plainText(report: PlainReport, paint: Paint): string {
  const head = [paint.strong(report.title), ...report.facts.map((fact) => `  ${paint.faint(fact)}`)].join('\n')
  return `${[
    head,
    ...filledSections(report)
      .filter(({ isWide }) => isWide !== true)
      .map((section) => sectionText(section, paint)),
    paint.strong(report.verdict.words),
  ].join('\n\n')}\n`
}

function sectionText({ heading, note, columns, rows }: PlainSection, paint: Paint): string {
  const rest = rows.length > MOST_ROWS ? [`另有 ${rows.length - MOST_ROWS} 条，用 --format html 或 xlsx 看全部`] : []
  const lines = rows.slice(0, MOST_ROWS).map((row) =>
    row
      .map((cell, i) => ({ header: columns[i]?.header ?? '', words: oneLine(wordsOf(cell)) }))
      .filter(({ words }) => words !== '')
      .map(({ header, words }, i) => (i === 0 ? words : `${header}：${shortened(words, LONGEST_CELL)}`))
      .join('  '),
  )
  return [
    `${paint.strong(heading)}（${rows.length}）`,
    ...(note === undefined ? [] : [`  ${paint.faint(note)}`]),
    ...[...lines, ...rest].map((line) => `  ${line}`),
  ].join('\n')
}
