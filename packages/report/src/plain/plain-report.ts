/** A result that is a list of tables: what the tools for ledgers say. One form for screen, file, page and workbook. */
export interface PlainReport {
  readonly title: string
  /** What was looked at, one sentence each. */
  readonly facts: readonly string[]
  readonly verdict: { readonly tone: 'good' | 'warning' | 'error'; readonly words: string }
  readonly sections: readonly PlainSection[]
}

/** A table under a heading. Sections without rows are left out when the report is shown. */
export interface PlainSection {
  readonly heading: string
  /** What to do about it, one sentence. */
  readonly note?: string
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly (readonly PlainCell[])[]
  /** Left out on a screen: too wide to be read there. */
  readonly isWide?: true
}

export interface PlainColumn {
  readonly header: string
  /** In characters. */
  readonly width: number
}

export type PlainCell = string | { readonly words: string; readonly tone: 'differs' | 'doubtful' | 'missing' }

/** The words of a cell. */
export function wordsOf(cell: PlainCell): string {
  return typeof cell === 'string' ? cell : cell.words
}

/** The sections that have something to say. */
export function filledSections({ sections }: PlainReport): PlainSection[] {
  return sections.filter(({ rows }) => rows.length > 0)
}
