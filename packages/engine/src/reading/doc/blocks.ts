import type { ListCounter } from '../docx/list-counter.ts'
import type { Block, CellBlock, ParagraphBlock, TableBlock } from '../lay-out.ts'
import type { ParagraphStyle } from '../source-document.ts'
import type { RowDefinition } from './properties.ts'
import type { DocParagraph } from './story.ts'

/** A row before its cells are placed in a grid. */
export interface Row {
  readonly cells: readonly (readonly ParagraphBlock[])[]
  readonly definition: RowDefinition | undefined
}

/**
 * Puts paragraphs together to blocks: numbers them, and gathers cells and rows to tables; a table in a cell becomes
 * paragraphs of the cell. `style` is for the paragraphs of stories outside the main text.
 */
export function blocksOf(
  paragraphs: Iterable<DocParagraph>,
  counter: ListCounter,
  style: ParagraphStyle = 'body',
): Block[] {
  const blocks: Block[] = []
  let rows: Row[] = []
  let cells: ParagraphBlock[][] = []
  let cell: ParagraphBlock[] = []
  const closeTable = (): void => {
    if (cell.length > 0) cells.push(cell)
    if (cells.length > 0) rows.push({ cells, definition: undefined })
    if (rows.length > 0) blocks.push(tableOf(rows))
    rows = []
    cells = []
    cell = []
  }
  for (const paragraph of paragraphs) {
    const { inTable, endsCell, isRowEnd, isInnerRowEnd, depth } = paragraph
    if (isInnerRowEnd) continue
    if (endsCell && isRowEnd && depth <= 1) {
      rows.push({ cells, definition: paragraph.row })
      cells = []
      cell = []
      continue
    }
    if (!inTable && !endsCell) closeTable()
    const block = blockOf(paragraph, counter, style)
    if (!inTable && !endsCell) blocks.push(block)
    else cell.push(block)
    if (endsCell && depth <= 1) {
      cells.push(cell)
      cell = []
    }
  }
  closeTable()
  return blocks
}

function blockOf(
  { words, bold, rank, list }: DocParagraph,
  counter: ListCounter,
  style: ParagraphStyle,
): ParagraphBlock {
  const label = list ? counter.nextAt(String(list.use), list.level) : ''
  return { words, bold, ...(style === 'body' ? rank : { style }), ...(label === '' ? {} : { label }) }
}

/** Edges this close, in twentieths of a point, are one: rows drawn by hand hardly ever agree. */
const TOLERANCE = 60

/** Places cells in a grid by their edges, as merged cells only leave edges out; without edges by counting. */
export function tableOf(rows: readonly Row[]): TableBlock {
  const columnAt = gridOf(rows)
  let above = new Map<number, Draft>()
  const placed = rows.map(({ cells, definition }) => {
    const drafts: Draft[] = []
    const merging = new Map<number, Draft>()
    for (const [i, paragraphs] of cells.entries()) {
      const left = definition?.edges[i]
      const right = definition?.edges[i + 1]
      const column = left === undefined ? i : columnAt(left)
      const columnSpan = right === undefined ? 1 : Math.max(1, columnAt(right) - column)
      const merge = definition?.merges[i]
      const upper = merge?.vertical === 'goesOn' ? above.get(column) : undefined
      const before = merge?.goesOnFromLeft ? drafts.at(-1) : undefined
      const draft = upper ?? before ?? { column, rowSpan: 1, columnSpan, paragraphs: [] }
      draft.paragraphs.push(...paragraphs)
      if (upper) upper.rowSpan++
      else if (before) before.columnSpan += columnSpan
      else drafts.push(draft)
      if (merge && merge.vertical !== 'none') merging.set(column, draft)
    }
    above = merging
    return drafts
  })
  return { rows: placed }
}

interface Draft extends CellBlock {
  rowSpan: number
  columnSpan: number
  paragraphs: ParagraphBlock[]
}

/** Which column of the table begins at an edge. */
function gridOf(rows: readonly Row[]): (edge: number) => number {
  const all = rows.flatMap(({ definition, cells }) => definition?.edges.slice(0, cells.length + 1) ?? [])
  const starts: number[] = []
  for (const edge of [...new Set(all)].toSorted((one, other) => one - other)) {
    if (edge - (starts.at(-1) ?? Number.NEGATIVE_INFINITY) > TOLERANCE) starts.push(edge)
  }
  return (edge) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= edge),
    )
}
