/** An id that says where it stands, in SQL: its kind and its number, each an SQL expression. */
export function idInSql(kind: string, number: string): string {
  return `(lpad(to_hex(${kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
}

/** The same id as a value. */
export function idOf(kind: number, number: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}
