import { readSource, relationshipsOf, relationshipsPart, type OfficePackage } from '../office-package.ts'
import { attributeOf, parseXml, type XmlElement } from '../xml.ts'
import { escapeMarkup } from '../../wording/escape-markup.ts'
import { applyEdits, endOfContents } from '../xml-edits.ts'

/** A comment's contents. */
export interface CommentWords {
  readonly text: string
  readonly author?: string
  /** ISO 8601, e.g. `2026-03-01T09:30:00Z`. */
  readonly date?: string
}

/** How elements of WordprocessingML are written in a part. */
export interface Vocabulary {
  readonly namespace: string
  /** With colon: `w:`. */
  readonly prefix: string
  /** To be added to elements where the part uses the prefix for nothing, or for something else. */
  readonly declaration: string
}

/** The package's list of comments before ours are added. */
export interface CommentsPart {
  readonly part: string
  readonly nextId: number
  /** Undefined if the package has no comments yet. */
  readonly source: string | undefined
}

const STANDARD_AUTHOR = '对照'
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const STRICT = 'http://purl.oclc.org/ooxml/'
const TRANSITIONAL_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const STRICT_TYPE = 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MARK_IDS = /<[^<>]{0,20}comment(?:RangeStart|RangeEnd|Reference)\s[^<>]{0,200}?id="(\d{1,9})"/g
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?$/

/** How a part writes its elements, by its root element. */
export function vocabularyOf(source: string, root: XmlElement): Vocabulary {
  const name = /^<([^\s/>]+)/.exec(source.slice(root.start, root.contentStart))?.[1] ?? ''
  const colon = name.indexOf(':')
  if (colon > 0) {
    return {
      namespace: root.attributes[`xmlns:${name.slice(0, colon)}`] ?? '',
      prefix: name.slice(0, colon + 1),
      declaration: '',
    }
  }
  // Attributes have no default namespace, so a prefix of our own is needed.
  const namespace = root.attributes['xmlns'] ?? ''
  return { namespace, prefix: 'w:', declaration: ` xmlns:w="${escapeMarkup(namespace)}"` }
}

/** Finds the comments of a document; ids go on after all that are in use. */
export function findComments(office: OfficePackage, documentSource: string): CommentsPart {
  const { zip, main } = office
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const related = relationshipsOf(zip, main).find(({ type }) => type === 'comments')?.part
  let part = related ?? `${folder}comments.xml`
  for (let i = 1; related === undefined && zip.find(part) !== undefined; i++) part = `${folder}comments${i}.xml`
  const source = related === undefined ? undefined : readSource(zip, part)
  let highest = -1
  for (const match of documentSource.matchAll(MARK_IDS)) highest = Math.max(highest, Number(match[1]))
  for (const comment of source === undefined ? [] : parseXml(source).children) {
    const id = Number.parseInt(attributeOf(comment, 'id') ?? '', 10)
    if (id > highest) highest = id
  }
  return { part: zip.find(part)?.name ?? part, nextId: highest + 1, source }
}

/** The comments part with ours after those that are there. */
export function addComments(
  comments: readonly CommentWords[],
  { source, nextId }: CommentsPart,
  body: Vocabulary,
): string {
  if (source === undefined) {
    const words = { ...body, prefix: 'w:', declaration: '' }
    const list = comments.map((comment, i) => commentXml(comment, nextId + i, words))
    return `${DECLARATION}<w:comments xmlns:w="${escapeMarkup(body.namespace)}">${list.join('')}</w:comments>`
  }
  const root = parseXml(source)
  const words = vocabularyOf(source, root)
  const list = comments.map((comment, i) => commentXml(comment, nextId + i, words))
  return applyEdits(source, [endOfContents(source, root, list.join(''))])
}

function commentXml(
  { text, author = STANDARD_AUTHOR, date }: CommentWords,
  id: number,
  { prefix: p, declaration }: Vocabulary,
): string {
  const when = date !== undefined && ISO_DATE.test(date) ? ` ${p}date="${date}"` : ''
  const initials = escapeMarkup([...author].slice(0, 2).join(''))
  const paragraphs = text
    .split(/\r\n|\r|\n/)
    .map((line) => `<${p}p><${p}r><${p}t xml:space="preserve">${escapeMarkup(line)}</${p}t></${p}r></${p}p>`)
  return (
    `<${p}comment${declaration} ${p}id="${id}" ${p}author="${escapeMarkup(author)}"${when} ${p}initials="${initials}">` +
    `${paragraphs.join('')}</${p}comment>`
  )
}

/** The parts that make a new comments part known to the package, by name; nothing if the package knows it already. */
export function announceComments(office: OfficePackage, part: string, { namespace }: Vocabulary): Map<string, string> {
  const { zip, main } = office
  const changed = new Map<string, string>()
  const types = '[Content_Types].xml'
  const typesSource = readSource(zip, types) ?? ''
  const typesRoot = parseXml(typesSource)
  if (!typesRoot.children.some((line) => attributeOf(line, 'PartName') === `/${part}`)) {
    const line = `<${prefixOf(typesSource, typesRoot)}Override PartName="/${escapeMarkup(part)}" ContentType="${CONTENT_TYPE}"/>`
    changed.set(zip.find(types)?.name ?? types, applyEdits(typesSource, [endOfContents(typesSource, typesRoot, line)]))
  }
  const relations = relationshipsPart(main)
  if (relationshipsOf(zip, main).some(({ type }) => type === 'comments')) return changed
  const source =
    readSource(zip, relations) ??
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
  const root = parseXml(source)
  const used = new Set(root.children.map((line) => attributeOf(line, 'Id')))
  let number = used.size + 1
  while (used.has(`rId${number}`)) number++
  const type = namespace.startsWith(STRICT) ? STRICT_TYPE : TRANSITIONAL_TYPE
  const line = `<${prefixOf(source, root)}Relationship Id="rId${number}" Type="${type}" Target="/${escapeMarkup(part)}"/>`
  changed.set(zip.find(relations)?.name ?? relations, applyEdits(source, [endOfContents(source, root, line)]))
  return changed
}

function prefixOf(source: string, root: XmlElement): string {
  return /^<([^\s/>:]+:)/.exec(source.slice(root.start, root.contentStart))?.[1] ?? ''
}
