import type { ParagraphStyle, Table } from '../source-document.ts'
import type { XmlElement } from '../xml.ts'
import { chooseContent, createInlineReader, type Anchor, type InlineItem, type InlineReader } from './inline.ts'
import { createListCounter, type ListCounter } from './list-counter.ts'
import type { Lists } from './numbering.ts'
import { isContentsLine, markOf, rankOf, stylesOf, type Rank } from './properties.ts'
import type { Style, Styles } from './styles.ts'
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
type OpenTable = Omit<Table, 'cells'> & { readonly cells: OpenCell[] }

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

/** A story while it is told. */
interface Teller {
  readonly story: Story
  readonly telling: Telling
  readonly inline: InlineReader
  readonly counter: ListCounter
  /** Items of paragraphs whose end mark is gone, waiting for the paragraph they run into. */
  waiting: InlineItem[]
  /** The paragraph whose hidden mark waits; the line keeps its number and style. */
  leader: XmlElement | undefined
  last: XmlElement | undefined
}

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo'])

/** Reads the paragraphs and tables in a container (body, text box, note) into the builder. */
export function tellStory(container: XmlElement, story: Story, telling: Telling): void {
  const inline = createInlineReader(telling.styles)
  const counter = createListCounter(telling.lists)
  const teller: Teller = { story, telling, inline, counter, waiting: [], leader: undefined, last: undefined }
  const place = { inCell: false, keepTables: story.style === 'body' }
  readBlocks(container, place, teller)
  closeWaiting(place, teller)
  if (inline.seen.revisions) telling.found.revisions = true
  if (inline.seen.hidden) telling.found.hidden = true
}

function readBlocks(block: XmlElement, place: Place, teller: Teller): void {
  for (const child of block.children) {
    if (child.name === 'p') readParagraph(child, place, teller)
    else if (child.name === 'tbl') readTable(child, place, teller)
    else if (child.name === 'altChunk') teller.telling.found.chunks = true
    else if (child.name === 'AlternateContent') readBlocks(chooseContent(child) ?? child, place, teller)
    else if (WRAPPERS.has(child.name)) readBlocks(child, place, teller)
  }
}

function readParagraph(paragraph: XmlElement, place: Place, teller: Teller): void {
  const { styles, found } = teller.telling
  const chain = stylesOf(paragraph, styles)
  const items = teller.inline.read(paragraph, chain)
  const words = items.map((item) => (item.kind === 'words' ? item.words : '')).join('')
  if (isContentsLine(paragraph, chain, words)) {
    found.contents = true
    return
  }
  for (const item of items) teller.waiting.push(item)
  teller.last = paragraph
  const mark = markOf(paragraph, chain, styles)
  if (mark === 'deleted') found.revisions = true
  if (mark === 'hidden' && items.length > 0) teller.leader ??= paragraph
  if (mark === 'visible') closeParagraph(teller.leader ?? paragraph, place, teller)
}

/** A deleted or hidden mark cannot join a paragraph to a table or to what follows the container. */
function closeWaiting(place: Place, teller: Teller): void {
  const paragraph = teller.leader ?? teller.last
  if (teller.waiting.length > 0 && paragraph !== undefined) closeParagraph(paragraph, place, teller)
}

function closeParagraph(paragraph: XmlElement, place: Place, teller: Teller): void {
  const { story, telling, counter } = teller
  const items = teller.waiting
  teller.waiting = []
  teller.leader = undefined
  const chain = stylesOf(paragraph, telling.styles)
  const label = counter.next(paragraph, chain)
  const rank = rankIn(story, place, paragraph, chain)
  for (const [i, words] of linesOf(items).entries()) {
    const ownLabel = i === 0 && label !== '' ? { label } : {}
    telling.builder.line(words, { ...rank, ...ownLabel, paragraph, outside: story.outside })
  }
  for (const item of items) {
    if (item.kind === 'note') telling.notes.push({ part: item.part, id: item.id, at: story.outside ?? item.at })
    if (item.kind !== 'frame') continue
    tellStory(item.content, { style: 'textbox', outside: story.outside ?? item.at }, telling)
  }
}

function rankIn(story: Story, place: Place, paragraph: XmlElement, chain: readonly Style[]): Rank {
  if (place.inCell) return { style: 'cell' }
  return story.style === 'body' ? rankOf(paragraph, chain) : { style: story.style }
}

function readTable(element: XmlElement, place: Place, teller: Teller): void {
  const { builder, tables } = teller.telling
  closeWaiting(place, teller)
  const grid = readGrid(element)
  const start = builder.beginTable()
  const cells = readRows(grid, teller)
  const size = { rowCount: grid.rows.length, columnCount: grid.columnCount }
  if (place.keepTables) tables.push({ start, end: builder.position(), ...size, cells })
  builder.endTable(start)
}

function readRows({ rows }: Grid, teller: Teller): OpenCell[] {
  const { builder } = teller.telling
  const place = { inCell: teller.story.style === 'body', keepTables: false }
  const cells: OpenCell[] = []
  for (const row of rows) {
    builder.beginRow()
    for (const { element, ...cell } of row) {
      builder.beginCell()
      const start = builder.position()
      readBlocks(element, place, teller)
      closeWaiting(place, teller)
      cells.push({ ...cell, start, end: Math.max(start, builder.lineEnd()) })
    }
  }
  return cells
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
