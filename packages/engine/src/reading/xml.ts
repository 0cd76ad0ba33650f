import { SaxesParser } from 'saxes'
import { ReadingRefusal } from './refusal.ts'

/** An element's attributes by the names they have in the file; ask with `attributeOf`. */
export type XmlAttributes = Readonly<Record<string, string>>

/** What a reader of a large part wants to hear. Names come without namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  text(words: string): void
}

/** An element of a small part or of a document body. Positions are UTF-16 indices into the part's source. */
export interface XmlElement {
  /** Without namespace prefix: transitional, strict and renamed prefixes are the same to us. */
  readonly name: string
  readonly attributes: XmlAttributes
  readonly children: readonly XmlElement[]
  /** The words directly inside the element. */
  readonly text: string
  /** Where its first tag begins and where its contents begin. */
  readonly start: number
  readonly contentStart: number
  /** Where its contents end and where its last tag ends; an element `<w:p/>` has its contents at its end. */
  readonly contentEnd: number
  readonly end: number
}

type PlainNames = { xmlns: false; position: false }

const DEEPEST = 256
const MOST_ELEMENTS = 2_000_000
const FIVE_ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
  apos: "'",
})

/**
 * Reads XML piece by piece. Throws a `ReadingRefusal`: `bomb` for a document type declaration (where entities are
 * declared; Office never writes one) and for elements nested deeper than 256, `damaged` for XML that is not well formed.
 */
export function scanXml(pieces: Iterable<string>, listener: XmlListener): void {
  const parser = listen(listener)
  for (const piece of pieces) parser.write(piece)
  parser.close()
}

/** Reads a whole part as a tree; at most 2,000,000 elements, beyond that `bomb`. Throws as `scanXml` does. */
export function parseXml(source: string): XmlElement {
  const top = begin('', {}, 0, 0)
  const path = [top]
  let count = 0
  let tagStart = 0
  const parser = listen({
    open(name, attributes) {
      if (++count > MOST_ELEMENTS) throw new ReadingRefusal('bomb')
      const element = begin(name, attributes, tagStart, parser.position)
      const parent = path.at(-1) ?? top
      if (parent.children === CHILDLESS) parent.children = [element]
      else parent.children.push(element)
      path.push(element)
    },
    close() {
      const element = path.pop()
      if (element === undefined) return
      element.end = parser.position
      element.contentEnd = element.end === element.contentStart ? element.end : source.lastIndexOf('<', element.end - 1)
    },
    text(words) {
      const element = path.at(-1)
      if (element !== undefined) element.text += words
    },
  })
  parser.on('opentagstart', () => {
    tagStart = source.lastIndexOf('<', parser.position - 1)
  })
  parser.write(source).close()
  const root = top.children[0]
  if (root === undefined) throw new ReadingRefusal('damaged')
  return root
}

interface Growing extends XmlElement {
  children: Growing[]
  text: string
  contentEnd: number
  end: number
}

/** Shared by all elements without children: most of them are. */
const CHILDLESS: Growing[] = []

/** The parser's own table of attributes takes many times the memory of the copy. */
function begin(name: string, attributes: XmlAttributes, start: number, contentStart: number): Growing {
  return {
    name,
    attributes: { ...attributes },
    children: CHILDLESS,
    text: '',
    start,
    contentStart,
    contentEnd: contentStart,
    end: contentStart,
  }
}

function listen(listener: XmlListener): SaxesParser<PlainNames> {
  const parser = new SaxesParser<PlainNames>({ xmlns: false, position: false })
  parser.ENTITIES = FIVE_ENTITIES
  let depth = 0
  parser.on('error', () => {
    throw new ReadingRefusal('damaged')
  })
  parser.on('doctype', () => {
    throw new ReadingRefusal(
      'bomb',
      '里面声明了文档类型（DOCTYPE），正常的 Office 文件没有，为安全起见没有读取',
      '请向提供者核实文件来源，在 Word、Excel 或 WPS 中另存后再试',
    )
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new ReadingRefusal('bomb')
    listener.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close(localName(name))
  })
  parser.on('text', (words) => listener.text(words))
  parser.on('cdata', (words) => listener.text(words))
  return parser
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The value of the attribute of that name, whatever its prefix. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : attributeIn(element.attributes, name)
}

/** The value of the attribute of that name among these, whatever its prefix; declarations of prefixes do not count. */
export function attributeIn(attributes: XmlAttributes, name: string): string | undefined {
  for (const key in attributes) {
    if (key.endsWith(name) && localName(key) === name && !key.startsWith('xmlns')) return attributes[key]
  }
  return undefined
}

/** The first child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All child elements of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text of a part: UTF-8, or UTF-16 with a byte order mark, which stays in. Throws `damaged` for other bytes. */
export function decodeXml(bytes: Uint8Array): string {
  let source = ''
  for (const piece of decodeXmlPieces([bytes])) source += piece
  return source
}

/** As `decodeXml`, piece by piece. */
export function* decodeXmlPieces(chunks: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true, ignoreBOM: true })
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder?.decode() ?? ''
  } catch (error) {
    if (error instanceof ReadingRefusal) throw error
    throw new ReadingRefusal('damaged')
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
