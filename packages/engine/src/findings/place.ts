import type { Span } from '../span.ts'

/** A stretch of a document's text. */
export interface TextPlace extends Span {
  readonly kind: 'text'
  /** The document, as its caller names it. */
  readonly path: string
}

/** A cell of a workbook or of a document's table, or a whole row of it. */
export interface CellPlace {
  readonly kind: 'cell'
  readonly path: string
  /** The sheet's name; for a table of a document “第1个表”. */
  readonly sheet: string
  /** From 0. */
  readonly row: number
  /** From 0, null for the row as a whole. */
  readonly column: number | null
  /** "B7", for the cell of a workbook. */
  readonly address?: string
}

/** A document as a whole. */
export interface FilePlace {
  readonly kind: 'file'
  readonly path: string
}

/** Where in the documents that were looked at something is. */
export type Place = TextPlace | CellPlace | FilePlace

/** A document as a whole. */
export function wholeFile(path: string): FilePlace {
  return { kind: 'file', path }
}

/** A stretch of the document at `path`. */
export function textPlace(path: string, { start, end }: Span): TextPlace {
  return { kind: 'text', path, start, end }
}
