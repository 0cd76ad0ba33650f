import type { Cell, Paragraph, Table } from './source-document.ts'

/** A paragraph before its place in the text is known. Its words may contain line breaks; each line becomes a paragraph. */
export interface ParagraphBlock extends Pick<Paragraph, 'style' | 'level' | 'label' | 'bold'> {
  /** Without the label. */
  readonly words: string
}

/** A table before its place in the text is known. Cells of a row in order of their columns. */
export interface TableBlock {
  readonly rows: readonly (readonly CellBlock[])[]
}

/** A cell where it begins. */
export interface CellBlock {
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly paragraphs: readonly ParagraphBlock[]
}

/** A part of a document in reading order. */
export type Block = ParagraphBlock | TableBlock

/**
 * The text of a document made of blocks, with the places of its paragraphs and tables: paragraphs joined with "\n",
 * cells of a row with "\t", rows with "\n"; lines without words are left out.
 */
export function layOut(blocks: readonly Block[]): { text: string; paragraphs: Paragraph[]; tables: Table[] } {
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  const pieces: string[] = []
  let length = 0
  const emit = (words: string): void => {
    pieces.push(words)
    length += words.length
  }
  const emitParagraph = ({ words, label = '', style, level, bold }: ParagraphBlock, isFirst: boolean): boolean => {
    let gap = isFirst ? '' : '\n'
    for (const [i, line] of (label + words).split('\n').entries()) {
      if (line.trim() === '') continue
      emit(gap)
      gap = '\n'
      const start = length + line.length - line.trimStart().length
      // A damaged file's label may run over its line.
      const own = i === 0 && label !== '' ? { label: label.slice(0, line.length) } : {}
      const end = length + Math.max(line.trimEnd().length, own.label?.length ?? 0)
      paragraphs.push({ start, end, style, ...own, ...(level ? { level } : {}), ...(bold ? { bold } : {}) })
      emit(line)
    }
    return gap === '\n' || !isFirst
  }
  const emitCell = (cell: CellBlock, row: number): Cell => {
    const start = length
    let written = false
    for (const paragraph of cell.paragraphs) written = emitParagraph({ ...paragraph, style: 'cell' }, !written)
    const { column, rowSpan, columnSpan } = cell
    return { start, end: length, row, column, rowSpan, columnSpan, text: '' }
  }
  const emitTable = ({ rows }: TableBlock): void => {
    const start = length
    const cells: Cell[] = []
    for (const [r, row] of rows.entries()) {
      if (r > 0) emit('\n')
      for (const [c, cell] of row.entries()) {
        if (c > 0) emit('\t')
        cells.push(emitCell(cell, r))
      }
    }
    const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
    tables.push({ start, end: length, rowCount: rows.length, columnCount, cells })
  }
  for (const block of blocks) {
    if ('rows' in block) {
      if (length > 0) emit('\n')
      emitTable(block)
    } else emitParagraph(block, length === 0)
  }
  const text = pieces.join('')
  return { text, paragraphs, tables: tables.map((table) => withWords(table, text)) }
}

function withWords(table: Table, text: string): Table {
  const cells = table.cells.map((cell) => ({
    ...cell,
    rowSpan: Math.min(cell.rowSpan, table.rowCount - cell.row),
    text: text.slice(cell.start, cell.end),
  }))
  return { ...table, cells }
}
