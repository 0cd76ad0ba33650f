import { LIST_FORMATS } from '../doc/lists.ts'
import { tellDocument, type ToldDocument } from '../docx/docx-text.ts'
import { attributeOf, childOf, type XmlAttributes, type XmlElement } from '../xml.ts'

/** Elements of Word 2003 that only have other names than their successors (ECMA-376 part 1) have. */
const NAMES: Readonly<Record<string, string>> = {
  listPr: 'numPr',
  ilfo: 'numId',
  listDef: 'abstractNum',
  ilst: 'abstractNumId',
  list: 'num',
  vmerge: 'vMerge',
  hmerge: 'hMerge',
  hlink: 'hyperlink',
  sect: 'sdtContent',
  'sub-section': 'sdtContent',
  pBdrGroup: 'sdtContent',
}
const ATTRIBUTES: Readonly<Record<string, string>> = { listDefId: 'abstractNumId', ilfo: 'numId' }
/** What an annotation is, by its type; bookmarks and comments are nothing to read. */
const ANNOTATIONS: Readonly<Record<string, string>> = { 'Word.Insertion': 'ins', 'Word.Deletion': 'del' }
/** What stands round runs, cells or rows and may be of any vocabulary: smart tags, elements of a form. */
const HOLDERS = new Set(['p', 'r', 'tbl', 'tr', 'tc'])
const KNOWN = new Set(
  'wordDocument body p r t tbl tr tc pPr rPr tcPr trPr tblPr sectPr del ins fldSimple hyperlink sdtContent txbxContent smartTag rubyBase rt ruby pict binData docPr styles lists fonts'.split(
    ' ',
  ),
)

/**
 * Reads a document in Word 2003's XML (WordprocessingML 2003) by giving its elements the names they have in a .docx:
 * lists, changes, notes and text boxes are the same by another name. Throws a `ReadingRefusal`.
 */
export function tellWord2003(root: XmlElement): ToldDocument {
  const notes = { footnotes: [] as XmlElement[], endnotes: [] as XmlElement[] }
  const document = renamed(root, notes)
  const parts: Readonly<Record<string, XmlElement | undefined>> = {
    styles: childOf(document, 'styles'),
    numbering: childOf(document, 'lists'),
    footnotes: made(root, 'footnotes', { children: notes.footnotes }),
    endnotes: made(root, 'endnotes', { children: notes.endnotes }),
  }
  return tellDocument(document, (type) => parts[type])
}

interface Notes {
  readonly footnotes: XmlElement[]
  readonly endnotes: XmlElement[]
}

function renamed(element: XmlElement, notes: Notes): XmlElement {
  const children = element.children.flatMap((child): XmlElement[] => {
    if (child.name === 'footnote' || child.name === 'endnote') return [reference(child, notes)]
    if (child.name === 'annotation') return annotation(child, notes)
    return [renamed(child, notes)]
  })
  if (element.name === 'nfc') {
    const format = LIST_FORMATS[Number(attributeOf(element, 'val'))] ?? 'decimal'
    return made(element, 'numFmt', { attributes: { val: format } })
  }
  if (element.name === 'suff')
    return made(element, 'suff', { attributes: { val: (attributeOf(element, 'val') ?? '').toLowerCase() } })
  if (element.name === 't') return made(element, 't', { attributes: { space: 'preserve' } })
  const isHolder = !KNOWN.has(element.name) && children.some(({ name }) => HOLDERS.has(name))
  const name = NAMES[element.name] ?? (isHolder ? 'sdtContent' : element.name)
  return made(element, name, { children, attributes: renamedAttributes(element.attributes) })
}

/** A note stands where it is referred to; in a .docx it stands in a part of its own. */
function reference(note: XmlElement, notes: Notes): XmlElement {
  const part = note.name === 'footnote' ? 'footnotes' : 'endnotes'
  const id = String(notes[part].length)
  notes[part].push(
    made(note, note.name, { attributes: { id }, children: note.children.map((one) => renamed(one, notes)) }),
  )
  return made(note, `${note.name}Reference`, { attributes: { id } })
}

function annotation(element: XmlElement, notes: Notes): XmlElement[] {
  const content = childOf(element, 'content')
  const name = ANNOTATIONS[attributeOf(element, 'type') ?? '']
  if (name === undefined) return []
  return [made(element, name, { children: content?.children.map((child) => renamed(child, notes)) ?? [] })]
}

function renamedAttributes(attributes: XmlAttributes): XmlAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      const name = key.slice(key.indexOf(':') + 1)
      return [ATTRIBUTES[name] ?? key, value]
    }),
  )
}

function made(
  of: XmlElement,
  name: string,
  { children = [], attributes = {} }: Partial<Pick<XmlElement, 'children' | 'attributes'>>,
): XmlElement {
  return { ...of, name, children, attributes }
}
