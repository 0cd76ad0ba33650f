import { openPackage, readPart, readSource, relationshipsOf, type OfficePackage } from '../office-package.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { Table } from '../source-document.ts'
import { attributeOf, childOf, parseXml, type XmlElement } from '../xml.ts'
import { readLists } from './numbering.ts'
import { tellStory, type Found, type Telling } from './story.ts'
import { readStyles } from './styles.ts'
import { createTextBuilder, finishTable, type BuiltText } from './text-builder.ts'

/** A Word document's text, its tables, and what is worth telling about it. */
export interface ToldDocument extends BuiltText {
  readonly tables: readonly Table[]
  readonly notes: readonly string[]
}

/** A Word document's text together with where it stands in the file. */
export interface DocxText extends ToldDocument {
  readonly package: OfficePackage
  /** The XML of the main part; anchors are positions in it. */
  readonly source: string
  readonly root: XmlElement
}

const NOTES: readonly (readonly [keyof Found, string])[] = [
  ['revisions', '文档带有修订痕迹，按接受全部修订后的文字读取。'],
  ['hidden', '文档中有隐藏文字，没有读取。'],
  ['contents', '文档中的自动目录没有读取。'],
  ['chunks', '文档中嵌入了另一份文件，其中的文字没有读取。'],
]
const USUAL_PARTS: Readonly<Record<string, string>> = {
  styles: 'word/styles.xml',
  numbering: 'word/numbering.xml',
  footnotes: 'word/footnotes.xml',
  endnotes: 'word/endnotes.xml',
}

/** Reads a Word document. Throws a `ReadingRefusal`. */
export function readDocxText(bytes: Uint8Array): DocxText {
  return readWordPackage(openPackage(bytes))
}

/** Reads an opened package. Throws a `ReadingRefusal`. */
export function readWordPackage(office: OfficePackage): DocxText {
  const source = office.kind === 'word' ? readSource(office.zip, office.main) : undefined
  const root = source === undefined ? undefined : parseXml(source)
  if (source === undefined || root === undefined || root.name !== 'document') throw new ReadingRefusal('unsupported')
  return { ...told(office, root), package: office, source, root }
}

/** A document of pictures only is whole as it is; nothing in it can be read. */
function told(office: OfficePackage, root: XmlElement): ToldDocument {
  try {
    return tellDocument(root, partsOf(office))
  } catch (error) {
    const isEmpty = error instanceof ReadingRefusal && error.reason === 'empty'
    if (isEmpty && office.zip.entries.some(({ name }) => /^word\/media\//i.test(name)))
      throw new ReadingRefusal('scanned', '里面只有图片，没有文字')
    throw error
  }
}

/** The text of a document element; `part` finds the parts that belong to it by their kind: styles, numbering, footnotes. */
export function tellDocument(root: XmlElement, part: (type: string) => XmlElement | undefined): ToldDocument {
  const body = childOf(root, 'body')
  if (body === undefined) throw new ReadingRefusal('damaged')
  const styles = readStyles(part('styles'))
  const builder = createTextBuilder()
  const found = { revisions: false, hidden: false, contents: false, chunks: false }
  const telling: Telling = {
    styles,
    lists: readLists(part('numbering'), styles),
    builder,
    tables: [],
    found,
    notes: [],
  }
  tellStory(body, { style: 'body', outside: undefined }, telling)
  tellNotes(part, telling)
  const built = builder.finish()
  if (built.text.trim() === '') throw new ReadingRefusal('empty', '里面没有文字')
  return {
    ...built,
    tables: telling.tables.map(({ cells, ...table }) => finishTable(table, cells, built.text)),
    notes: NOTES.filter(([key]) => found[key]).map(([, note]) => note),
  }
}

/** Finds parts through the main part's relationships, or at their usual names where those are lost. */
function partsOf({ zip, main }: OfficePackage): (type: string) => XmlElement | undefined {
  const relationships = relationshipsOf(zip, main)
  return (type) => readPart(zip, relationships.find((line) => line.type === type)?.part ?? USUAL_PARTS[type] ?? '')
}

/** The notes at the end of the text, in the order in which the text refers to them. */
function tellNotes(part: (type: string) => XmlElement | undefined, telling: Telling): void {
  const notes = new Map<string, XmlElement>()
  for (const type of ['footnotes', 'endnotes']) {
    if (!telling.notes.some((note) => note.part === type)) continue
    for (const note of part(type)?.children ?? []) notes.set(`${type} ${attributeOf(note, 'id')}`, note)
  }
  for (const { part: type, id, at } of telling.notes) {
    const note = notes.get(`${type} ${id}`)
    notes.delete(`${type} ${id}`)
    if (note !== undefined) tellStory(note, { style: 'footnote', outside: at }, telling)
  }
}
