/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** The table as it is on the screen, as CSV that Excel and WPS open in Chinese. */
export function tableAsCsv(table: HTMLTableElement): Blob {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))
  return new Blob([`\ufeff${csvOf(rows)}`], { type: 'text/csv' })
}

/** Rows of cells, the headers first, as CSV (RFC 4180). Columns of buttons are left out; nothing is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const kept = (rows[0] ?? []).flatMap((header, at) => (header === '可以做' || header === '文件' ? [] : [at]))
  return rows.map((cells) => `${kept.map((at) => quoted(cells[at] ?? '')).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet takes for a text, whatever it begins with. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  const safe = harmless(text)
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
