import { createListCounter, type ListCounter } from '../docx/list-counter.ts'
import { layOut, type Block, type CellBlock, type ParagraphBlock, type TableBlock } from '../lay-out.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'
import { readOdfLists, type OdfLists } from './odf-lists.ts'
import { wordsOfParagraph } from './odf-words.ts'

/** Elements round paragraphs that change nothing about what is read. */
const WRAPPERS = new Set('section index-body numbered-paragraph list-header'.split(' '))
const CONTENTS = new Set('table-of-content illustration-index table-index alphabetical-index user-index'.split(' '))
const ROW_GROUPS = new Set(['table-row-group', 'table-header-rows', 'table-rows'])
const MOST_COLUMNS = 1000
const MOST_REPEATED = 1000

interface Telling {
  readonly source: string
  readonly counter: ListCounter
  readonly lists: OdfLists
  readonly titles: ReadonlySet<string>
  readonly footnotes: ParagraphBlock[]
  readonly found: { contents: boolean; revisions: boolean }
}

/** Where a paragraph stands: in which list and at which level (from 0), or in none. */
interface Place {
  readonly list?: string
  readonly level: number
  /** True for the first paragraph of a list's item, which has its label. */
  readonly isFirst?: boolean
}

const NOWHERE: Place = { level: -1 }

/** Reads the body of an OpenDocument text, as Word would show it. Throws a `ReadingRefusal` if there are no words. */
export function tellOdfText(
  body: XmlElement,
  { source, styles, name }: { source: string; styles: readonly XmlElement[]; name: string },
): SourceDocument {
  const lists = readOdfLists(styles)
  const telling: Telling = {
    source,
    counter: createListCounter(lists.lists),
    lists,
    titles: titleStyles(styles),
    footnotes: [],
    found: { contents: false, revisions: false },
  }
  const blocks = blocksIn(body, NOWHERE, telling)
  const built = layOut([...blocks, ...telling.footnotes])
  if (built.text.trim() === '') throw new ReadingRefusal('empty', '里面没有文字')
  const notes = [
    ...(telling.found.revisions ? ['文档带有修订痕迹，按接受全部修订后的文字读取。'] : []),
    ...(telling.found.contents ? ['文档中的自动目录没有读取。'] : []),
  ]
  return { name, format: 'odt', ...built, notes }
}

function titleStyles(roots: readonly XmlElement[]): Set<string> {
  const names = new Set(['Title', 'Subtitle'])
  const groups = roots.flatMap((root) => ['styles', 'automatic-styles'].flatMap((name) => childOf(root, name) ?? []))
  for (const style of groups.flatMap((group) => childrenOf(group, 'style')))
    if (names.has(attributeOf(style, 'parent-style-name') ?? '')) names.add(attributeOf(style, 'name') ?? '')
  return names
}

function blocksIn(container: XmlElement, place: Place, telling: Telling): Block[] {
  return container.children.flatMap((child, i): Block[] => {
    if (child.name === 'p' || child.name === 'h')
      return paragraph(child, { ...place, isFirst: place.isFirst === true && i === 0 }, telling)
    if (child.name === 'list') return listBlocks(child, place, telling)
    if (child.name === 'table') return [tableOf(child, telling)]
    if (child.name === 'tracked-changes') telling.found.revisions = true
    if (CONTENTS.has(child.name)) telling.found.contents = true
    if (child.name === 'frame' || child.name === 'custom-shape') return frame(child, telling)
    return WRAPPERS.has(child.name) ? blocksIn(child, place, telling) : []
  })
}

function listBlocks(element: XmlElement, place: Place, telling: Telling): Block[] {
  const style = attributeOf(element, 'style-name')
  const list = place.list === undefined || style !== undefined ? telling.lists.begin(style ?? '', element) : place.list
  const level = place.level + 1
  return element.children.flatMap((item) =>
    item.name === 'list-item'
      ? blocksIn(item, { list, level, isFirst: true }, telling)
      : blocksIn(item, NOWHERE, telling),
  )
}

function paragraph(element: XmlElement, place: Place, telling: Telling): Block[] {
  const asides: XmlElement[] = []
  const words = wordsOfParagraph(element, telling.source, (aside) => asides.push(aside))
  const level = Math.min(Math.max(Number(attributeOf(element, 'outline-level') ?? 1) || 1, 1), 9)
  const isHeading = element.name === 'h'
  const label = labelOf(place, isHeading ? level : undefined, telling)
  const rank = isHeading
    ? ({ style: 'heading', level } as const)
    : ({ style: telling.titles.has(attributeOf(element, 'style-name') ?? '') ? 'title' : 'body' } as const)
  const own: ParagraphBlock = { words, ...rank, ...(label === '' ? {} : { label }) }
  for (const note of asides.filter(({ name }) => name === 'note')) {
    const inside = blocksIn(childOf(note, 'note-body') ?? note, NOWHERE, { ...telling, footnotes: [] })
    telling.footnotes.push(...paragraphsOf(inside).map((block) => ({ ...block, style: 'footnote' as const })))
  }
  return [own, ...asides.flatMap((aside) => (aside.name === 'note' ? [] : frame(aside, telling)))]
}

function labelOf({ list, level, isFirst }: Place, heading: number | undefined, { counter, lists }: Telling): string {
  if (list !== undefined) return isFirst === true ? counter.nextAt(list, level) : ''
  return heading === undefined ? '' : counter.nextAt(lists.headings, heading - 1)
}

/** What stands in a text box, behind the paragraph it is anchored to. */
function frame(element: XmlElement, telling: Telling): ParagraphBlock[] {
  const boxes = element.name === 'custom-shape' ? [element] : childrenOf(element, 'text-box')
  const inside = boxes.flatMap((box) => blocksIn(box, NOWHERE, telling))
  return paragraphsOf(inside).map((block) => ({ ...block, style: 'textbox' as const }))
}

/** A table that stands in something else becomes its paragraphs. */
function paragraphsOf(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    'rows' in block ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs) : [block],
  )
}

function tableOf(table: XmlElement, telling: Telling): TableBlock {
  return { rows: [...rowsOf(table)].map((row) => cellsOf(row, telling)) }
}

function* rowsOf(table: XmlElement): Generator<XmlElement> {
  for (const child of table.children) {
    if (child.name === 'table-row') yield child
    else if (ROW_GROUPS.has(child.name)) yield* rowsOf(child)
  }
}

function cellsOf(row: XmlElement, telling: Telling): CellBlock[] {
  const cells: CellBlock[] = []
  let column = 0
  for (const element of row.children) {
    if (element.name === 'covered-table-cell') column += count(element, 'number-columns-repeated')
    if (element.name !== 'table-cell') continue
    const paragraphs = paragraphsOf(blocksIn(element, NOWHERE, telling))
    for (let times = count(element, 'number-columns-repeated'); times > 0 && column < MOST_COLUMNS; times--) {
      cells.push({
        column,
        rowSpan: count(element, 'number-rows-spanned'),
        columnSpan: count(element, 'number-columns-spanned'),
        paragraphs,
      })
      column++
    }
  }
  return cells
}

function count(element: XmlElement, name: string): number {
  const found = Number(attributeOf(element, name) ?? 1)
  return Number.isInteger(found) ? Math.min(Math.max(found, 1), MOST_REPEATED) : 1
}
