import { tableOf, type Row } from '../doc/blocks.ts'
import type { RowDefinition } from '../doc/properties.ts'
import type { Block, ParagraphBlock, TableBlock } from '../lay-out.ts'

/** A part of the text while it is put together: the body, a note, a text box. */
export interface RtfStory {
  /** Adds words to the paragraph; `isLabel` for those of its automatic number. */
  add(words: string, look: { readonly isBold: boolean; readonly isLabel: boolean }): void
  /** Blocks to stand behind the paragraph that is being put together. */
  addBehind(blocks: readonly Block[]): void
  endParagraph(rank: ParagraphRank): void
  endCell(rank: ParagraphRank): void
  endRow(definition: RowDefinition): void
  /** Ends the story; words left over are its last paragraph. */
  finish(): Block[]
}

/** What a paragraph's settings say at its end. */
export interface ParagraphRank {
  /** As in the file: 0 is the highest; undefined for body text. */
  readonly outlineLevel: number | undefined
  readonly inTable: boolean
}

interface OpenParagraph {
  words: string
  label: string
  /** True as long as all visible words are. */
  isBold: boolean
}

/** An empty story. */
export function createStory(): RtfStory {
  const table = createTable()
  const blocks: Block[] = []
  let paragraph: OpenParagraph = { words: '', label: '', isBold: true }
  let behind: readonly Block[] = []
  const closeTable = (): void => {
    const whole = table.close()
    if (whole) blocks.push(whole)
  }
  const endParagraph = (rank: ParagraphRank): void => {
    const own = [blockOf(paragraph, rank), ...behind]
    paragraph = { words: '', label: '', isBold: true }
    behind = []
    if (!rank.inTable) closeTable()
    for (const block of own) {
      if (!rank.inTable) blocks.push(block)
      else if (!('rows' in block)) table.add(block)
    }
  }
  return {
    add(words, { isBold, isLabel }) {
      if (isLabel) paragraph.label += words
      else paragraph.words += words
      if (!isLabel && !isBold && words.trim() !== '') paragraph.isBold = false
    },
    addBehind(more) {
      behind = [...behind, ...more]
    },
    endParagraph,
    endCell(rank) {
      endParagraph({ ...rank, inTable: true })
      table.endCell()
    },
    endRow: (definition) => table.endRow(definition),
    finish() {
      if (paragraph.words !== '' || paragraph.label !== '' || behind.length > 0)
        endParagraph({ outlineLevel: undefined, inTable: table.isOpen() })
      closeTable()
      return blocks
    },
  }
}

function blockOf({ words, label, isBold }: OpenParagraph, { outlineLevel }: ParagraphRank): ParagraphBlock {
  const bold = isBold && words.trim() !== ''
  const rank =
    outlineLevel === undefined ? ({ style: 'body' } as const) : ({ style: 'heading', level: outlineLevel + 1 } as const)
  return { words, ...rank, ...(bold ? { bold } : {}), ...(label.trim() === '' ? {} : { label }) }
}

/** A table while its cells and rows are gathered. */
interface OpenTable {
  add(paragraph: ParagraphBlock): void
  endCell(): void
  endRow(definition: RowDefinition): void
  /** True inside a row. */
  isOpen(): boolean
  /** The table, or undefined if there is none; then begins anew. */
  close(): TableBlock | undefined
}

function createTable(): OpenTable {
  let rows: Row[] = []
  let cells: ParagraphBlock[][] = []
  let cell: ParagraphBlock[] = []
  const endCell = (): void => {
    cells.push(cell)
    cell = []
  }
  return {
    add: (paragraph) => cell.push(paragraph),
    endCell,
    endRow(definition) {
      if (cells.length > 0)
        rows.push({ cells, definition: definition.edges.length > cells.length ? definition : undefined })
      cells = []
      cell = []
    },
    isOpen: () => cell.length > 0 || cells.length > 0,
    close() {
      if (cell.length > 0) endCell()
      if (cells.length > 0) rows.push({ cells, definition: undefined })
      const whole = rows.length > 0 ? tableOf(rows) : undefined
      rows = []
      cells = []
      return whole
    },
  }
}
