const day = 24 * 60 * 60 * 1000

/** Excel's serial number of a date `yyyy-mm-dd`, in the 1900 system. */
export function serialOf(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / day
}

/** How the workbooks' date format shows a date `yyyy-mm-dd`. */
export function shownDate(date: string): string {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`
}
