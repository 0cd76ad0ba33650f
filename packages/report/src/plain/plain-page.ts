import { html, type Markup, staticPage } from '../static-page/static-page.ts'
import { filledSections, type PlainReport, type PlainSection, wordsOf } from './plain-report.ts'

/** A report as a page of its own. */
export function plainPage(report: PlainReport): string {
  return staticPage({ title: report.title, body: plainBody(report) })
}

/** What stands in the page. */
export function plainBody(report: PlainReport): Markup {
  const { title, facts, verdict } = report
  return html`<h1>${title}</h1>
${facts.map((fact) => html`<p class="facts">${fact}</p>`)}
<p class="verdict is-${verdict.tone}">${verdict.words}</p>
${filledSections(report).map(sectionBody)}`
}

function sectionBody({ heading, note, columns, rows }: PlainSection): Markup {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return html`<h2>${heading}（${rows.length}）</h2>
${note === undefined ? null : html`<p class="why">${note}</p>`}
<div class="scroll"><table class="sheet"><colgroup>${columns.map(({ width }) => html`<col width="${Math.round((width / whole) * 100)}%">`)}</colgroup><thead><tr>${columns.map(({ header }) => html`<th scope="col">${header}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td data-label="${columns[i]?.header ?? ''}"${toneOf(cell)}>${wordsOf(cell)}</td>`)}</tr>`)}</tbody></table></div>`
}

function toneOf(cell: PlainSection['rows'][number][number]): Markup | null {
  return typeof cell === 'string' ? null : html` class="${cell.tone}"`
}
