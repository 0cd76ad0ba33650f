/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * The table as it is on the screen, as CSV that Excel and WPS open in Chinese. Columns of buttons are left out; nothing is
 * taken for a formula.
 */
export function tableAsCsv(table: HTMLTableElement): Blob {
  const [head, ...rows] = [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))
  const kept = (head ?? []).flatMap((header, at) => (header === '可以做' || header === '文件' ? [] : [at]))
  const lines = [head ?? [], ...rows].map((cells) => kept.map((at) => quoted(cells[at] ?? '')).join(','))
  return new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv' })
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
