/** What a column of a pasted block may be; the number says of which problem a row is. */
export const pastedAs = ['number', 'text', 'source', 'aspect', 'class', 'lead', 'handler', 'dueOn'] as const
export type PastedAs = (typeof pastedAs)[number]
export type PastedPerson = 'lead' | 'handler'
export type PastedField = Exclude<PastedAs, 'number' | PastedPerson>

export const pastedAsNames: Readonly<Record<PastedAs, string>> = {
  number: '编号',
  text: '问题',
  source: '来源',
  aspect: '方面',
  class: '类型',
  lead: '责任领导',
  handler: '责任人',
  dueOn: '完成时限',
}

/** The heads of the columns that are known, in whatever words. */
const HEADS: Readonly<Record<string, PastedAs>> = {
  ...Object.fromEntries(pastedAs.map((field) => [pastedAsNames[field], field])),
  存在问题: 'text',
  问题来源: 'source',
  类别: 'aspect',
  整改类型: 'class',
  牵头领导: 'lead',
  经办人: 'handler',
  具体责任人: 'handler',
  时限: 'dueOn',
}

/** The cells that were pasted, and what each of their columns is. */
export interface Block {
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly (PastedAs | null)[]
}

/** A block without its heads, and what its columns are as far as the heads say so. */
export function blockOf(cells: readonly (readonly string[])[]): Block {
  const [first = [], ...rest] = cells
  const heads = first.map((cell) => HEADS[cell] ?? null)
  const hasHeads = rest.length > 0 && heads.some((head) => head !== null)
  const width = Math.max(0, ...cells.map(({ length }) => length))
  return hasHeads ? { rows: rest, columns: heads } : { rows: cells, columns: Array.from({ length: width }, () => null) }
}
