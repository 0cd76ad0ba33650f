export const columnIds = [
  'number',
  'unitNumber',
  'text',
  'source',
  'aspect',
  'class',
  'organisation',
  'lead',
  'handler',
  'due',
  'registered',
  'state',
] as const
export type ColumnId = (typeof columnIds)[number]

/** The columns somebody sees who has not chosen any. */
export const usualColumns: readonly ColumnId[] = columnIds.filter((id) => id !== 'source' && id !== 'registered')

/** The chosen columns as they were kept, in their order; the usual ones if that makes no sense. The problem is always there. */
export function columnsKept(stored: string | null): readonly ColumnId[] {
  try {
    const read: unknown = JSON.parse(stored ?? 'null')
    const known = Array.isArray(read) ? read.flatMap((one) => columnIds.find((id) => id === one) ?? []) : []
    const each = [...new Set(known)]
    return each.includes('text') ? each : usualColumns
  } catch {
    return usualColumns
  }
}

/** The columns with one more at its usual place, or without it. */
export function withColumn(chosen: readonly ColumnId[], id: ColumnId, isShown: boolean): readonly ColumnId[] {
  if (!isShown) return chosen.filter((one) => one !== id || one === 'text')
  if (chosen.includes(id)) return chosen
  const later = new Set(columnIds.slice(columnIds.indexOf(id)))
  const at = chosen.findIndex((one) => later.has(one))
  return at < 0 ? [...chosen, id] : chosen.toSpliced(at, 0, id)
}

/** The columns with one moved a place to the left or the right. */
export function movedColumn(chosen: readonly ColumnId[], id: ColumnId, by: 1 | -1): readonly ColumnId[] {
  const at = chosen.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= chosen.length) return chosen
  return chosen.toSpliced(at, 1).toSpliced(to, 0, id)
}
