import type { ParagraphStyle, Table } from '../source-document.ts'
import type { XmlElement } from '../xml.ts'
import { chooseContent, createInlineReader, type Anchor, type InlineItem } from './inline.ts'
import { createListCounter } from './list-counter.ts'
import type { Lists } from './numbering.ts'
import { isContentsLine, markOf, rankOf, stylesOf } from './properties.ts'
import type { Styles } from './styles.ts'
import { readGrid, type Grid } from './tables.ts'
import type { LineWords, OpenCell, TextBuilder } from './text-builder.ts'

/** What all stories of a document share. */
export interface Telling {
  readonly styles: Styles
  readonly lists: Lists
  readonly builder: TextBuilder
  readonly tables: OpenTable[]
  readonly found: Found
  /** Notes referred to so far, in order, with the place of their reference. */
  readonly notes: { part: 'footnotes' | 'endnotes'; id: string; at: Anchor }[]
}

/** Things worth telling about the file. */
export interface Found {
  revisions: boolean
  hidden: boolean
  contents: boolean
  chunks: boolean
}

/** A table before the words of its cells are cut out of the text. */
export type OpenTable = Omit<Table, 'cells'> & { readonly cells: OpenCell[] }

/** A part of the text with its own counters and fields: body, text box, note. */
export interface Story {
  /** The style of its paragraphs; those of the body have one of their own. */
  readonly style: Exclude<ParagraphStyle, 'title' | 'heading' | 'cell'>
  /** For words outside the body the place in the body they hang on. */
  readonly outside: Anchor | undefined
}

interface Place {
  readonly inCell: boolean
  /** Tables in text boxes and in cells become lines only. */
  readonly keepTables: boolean
}

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo'])

/** Reads the paragraphs and tables in a container (body, text box, note) into the builder. */
export function tellStory(container: XmlElement, story: Story, telling: Telling): void {
  const { styles, builder, found } = telling
  const inline = createInlineReader(styles)
  const counter = createListCounter(telling.lists)
  /** Items of paragraphs whose end mark is gone, waiting for the paragraph they run into. */
  let waiting: InlineItem[] = []
  /** The paragraph whose hidden mark waits; the line keeps its number and style. */
  let leader: XmlElement | undefined
  let last: XmlElement | undefined

  function readBlocks(block: XmlElement, place: Place): void {
    for (const child of block.children) {
      if (child.name === 'p') readParagraph(child, place)
      else if (child.name === 'tbl') readTable(child, place)
      else if (child.name === 'altChunk') found.chunks = true
      else if (child.name === 'AlternateContent') readBlocks(chooseContent(child) ?? child, place)
      else if (WRAPPERS.has(child.name)) readBlocks(child, place)
    }
  }

  function readParagraph(paragraph: XmlElement, place: Place): void {
    const chain = stylesOf(paragraph, styles)
    const items = inline.read(paragraph, chain)
    const mark = markOf(paragraph, chain, styles)
    if (isContentsLine(chain)) {
      found.contents = true
      return
    }
    waiting.push(...items)
    last = paragraph
    if (mark === 'deleted') found.revisions = true
    if (mark === 'hidden' && items.length > 0) leader ??= paragraph
    if (mark === 'visible') closeParagraph(leader ?? paragraph, place)
  }

  /** A deleted or hidden mark cannot join a paragraph to a table or to what follows the container. */
  function closeWaiting(place: Place): void {
    const paragraph = leader ?? last
    if (waiting.length > 0 && paragraph !== undefined) closeParagraph(paragraph, place)
  }

  function closeParagraph(paragraph: XmlElement, place: Place): void {
    const items = waiting
    waiting = []
    leader = undefined
    const chain = stylesOf(paragraph, styles)
    const label = counter.next(paragraph, chain)
    const style = place.inCell
      ? ({ style: 'cell' } as const)
      : story.style === 'body'
        ? rankOf(paragraph, chain)
        : { style: story.style }
    for (const [i, words] of linesOf(items).entries()) {
      const ownLabel = i === 0 && label !== '' ? { label } : {}
      builder.line(words, { ...style, ...ownLabel, paragraph, outside: story.outside })
    }
    for (const item of items) {
      const at = story.outside
      if (item.kind === 'note') telling.notes.push({ part: item.part, id: item.id, at: at ?? item.at })
      if (item.kind === 'frame') tellStory(item.content, { style: 'textbox', outside: at ?? item.at }, telling)
    }
  }

  function readTable(element: XmlElement, place: Place): void {
    closeWaiting(place)
    const grid = readGrid(element)
    const start = builder.beginTable()
    const cells = readRows(grid)
    if (place.keepTables) {
      telling.tables.push({
        start,
        end: builder.position(),
        rowCount: grid.rows.length,
        columnCount: grid.columnCount,
        cells,
      })
    }
    builder.endTable(start)
  }

  function readRows({ rows }: Grid): OpenCell[] {
    const cells: OpenCell[] = []
    for (const row of rows) {
      builder.beginRow()
      for (const { element, ...cell } of row) {
        builder.beginCell()
        const start = builder.position()
        const inside = { inCell: story.style === 'body', keepTables: false }
        readBlocks(element, inside)
        closeWaiting(inside)
        cells.push({ ...cell, start, end: Math.max(start, builder.lineEnd()) })
      }
    }
    return cells
  }

  const top = { inCell: false, keepTables: story.style === 'body' }
  readBlocks(container, top)
  closeWaiting(top)
  if (inline.seen.revisions) found.revisions = true
  if (inline.seen.hidden) found.hidden = true
}

/** The lines of a paragraph: a soft line break begins a new one. */
function linesOf(items: readonly InlineItem[]): LineWords[][] {
  let line: LineWords[] = []
  const lines = [line]
  for (const item of items) {
    if (item.kind === 'words') line.push(item)
    else if (item.kind === 'break') {
      line = []
      lines.push(line)
    }
  }
  return lines
}
