/** A piece of a document to be printed. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string }
  /** What a thing is called at the left, what it is at the right. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  /** A numbered entry for each row: its first cell, and the others indented below, each behind its column's name. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A document of plain words, laid out from top to bottom. */
export interface PdfDocument {
  readonly title: string
  readonly blocks: readonly PdfBlock[]
}
