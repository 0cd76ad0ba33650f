import type { Span } from '../span.ts'

/**
 * The file formats `read` understands, by content, not by the name's extension. `word-xml` and `excel-xml` are Office's
 * of one XML file, `xls` the workbooks of Excel 95 to 2003 and WPS's .et.
 */
export type Format =
  | 'docx'
  | 'doc'
  | 'wps'
  | 'word-xml'
  | 'rtf'
  | 'odt'
  | 'pdf'
  | 'html'
  | 'eml'
  | 'txt'
  | 'md'
  | 'xlsx'
  | 'xls'
  | 'excel-xml'
  | 'ods'
  | 'csv'

/**
 * What a paragraph is in its file.
 * `cell` stands in a table, `textbox` in a floating frame, `footnote` was moved from its note to the end of the text.
 */
export type ParagraphStyle = 'title' | 'heading' | 'body' | 'cell' | 'textbox' | 'footnote'

/** One paragraph (one line of a text file); its span excludes the line break. */
export interface Paragraph extends Span {
  readonly style: ParagraphStyle
  /** Outline level of a heading, 1 is the highest. Only for `heading`. */
  readonly level?: number
  /**
   * The automatic number Word shows before the paragraph ("一、", "（二）", "3."), with the tab or space that
   * follows it. It stands in `text` at the paragraph's start although the file does not contain it as text.
   */
  readonly label?: string
  /** True if every visible character of the paragraph is bold. */
  readonly bold?: boolean
}

/** What a cell of a workbook holds, apart from how it is shown. */
export interface CellValue {
  readonly type: 'number' | 'text' | 'truth' | 'error'
  /**
   * A number's digits as the file has them; where the cell shows a day, counted from the last day of 1899 whatever the
   * workbook counts from. "1" or "0" for a truth value, "#N/A" for an error. A text only where the format shows more than it, else empty.
   */
  readonly raw: string
  /** Its number format (ECMA-376 part 1, 18.8.30): "General", "#,##0.00", "yyyy/m/d", "@". */
  readonly format: string
}

/** One cell where it begins; a merged cell occurs once, with the rows and columns it covers. Indices from 0. */
export interface Cell extends Span {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** The cell's words as shown; for a Word cell its paragraphs joined with "\n". */
  readonly text: string
  /** "B7", for workbooks only. */
  readonly address?: string
  /** A date cell's calendar date, `yyyy-mm-dd`, for workbooks only. */
  readonly date?: string
  /** Present if the words are the result of a formula, for workbooks only. */
  readonly formula?: true
  /** For workbooks only: what `text` shows. */
  readonly value?: CellValue
}

/** A note or a picture at a cell of a sheet. Row and column from 0. */
export interface Attached {
  readonly kind: 'note' | 'picture'
  readonly row: number
  readonly column: number
  /** A note's words; for a picture what tells it from others. */
  readonly text: string
}

/** A table of a document or a sheet of a workbook. Its span covers its text. */
export interface Table extends Span {
  /** The sheet's name, for workbooks only. */
  readonly name?: string
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly Cell[]
  /** Notes (批注) and pictures at cells, for .xlsx only; left out where there are none. */
  readonly attached?: readonly Attached[]
  /** Where formulas stand that show nothing, worked out to nothing or not yet; for .xlsx only, left out where there are none. */
  readonly silentFormulas?: readonly SilentFormula[]
}

/** The place of a formula that shows nothing. Row and column from 0. */
export interface SilentFormula {
  readonly row: number
  readonly column: number
}

/**
 * A file as text. For txt and md `text` is the decoded file unchanged (without byte order mark); for the others
 * paragraphs are joined with "\n", the cells of a row with "\t", the rows of a table with "\n".
 */
export interface SourceDocument {
  readonly name: string
  readonly format: Format
  readonly text: string
  /** In order of position; for txt and md one per line (or run of broken lines), empty lines left out. */
  readonly paragraphs: readonly Paragraph[]
  readonly tables: readonly Table[]
  /** Present if the lines of a text file were broken at a fixed width: its paragraphs hold line breaks. */
  readonly wrapped?: true
  /** Things worth telling about the file that did not prevent reading it, each one Chinese sentence. */
  readonly notes: readonly string[]
}

/** Why a file could not be read. */
export type UnreadableReason = 'empty' | 'too_large' | 'encrypted' | 'scanned' | 'damaged' | 'bomb' | 'unsupported'

/** A file that cannot be read, with one Chinese sentence that says what happened and one that says what to do. */
export interface Unreadable {
  readonly name: string
  readonly reason: UnreadableReason
  readonly message: string
  readonly todo: string
}

/** True for a workbook, whatever its format (also a web page or text lines that stand for one): its tables are sheets. */
export function isWorkbook({ tables }: Pick<SourceDocument, 'tables'>): boolean {
  return tables.some(({ name }) => name !== undefined)
}
