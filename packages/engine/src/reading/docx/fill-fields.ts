import { encodePart, openPackage, readSource, relationshipsOf } from '../office-package.ts'
import { ReadingRefusal, refusable } from '../refusal.ts'
import type { Unreadable } from '../source-document.ts'
import { escapeMarkup } from '../../wording/escape-markup.ts'
import { applyEdits, type Edit } from '../xml-edits.ts'
import { parseXml, type XmlElement } from '../xml.ts'
import { rewriteZip } from '../zip-writing.ts'

/** A template with its fields filled in. */
export interface FilledTemplate {
  readonly bytes: Uint8Array
  /** Names of fields the values have nothing for; they stay as they are. */
  readonly unknown: readonly string[]
}

/** `{{责任单位}}`, also with full-width braces, as people type them. */
const FIELD = /[{｛]{2}\s*([^{}｛｝]{1,40}?)\s*[}｝]{2}/g

/**
 * An office's own .docx template with values in place of its fields, `{{责任单位}}`; formatting stays that of the field's
 * first letter. A field may lie over several runs, as Word likes to split words. Fields stand in the text, in tables,
 * headers and footers. A value's line breaks become lines. Parts without fields stay byte for byte.
 */
export function fillFields(
  bytes: Uint8Array,
  name: string,
  values: Readonly<Record<string, string>>,
): FilledTemplate | Unreadable {
  return refusable(name, () => {
    const office = openPackage(bytes)
    if (office.kind !== 'word') throw new ReadingRefusal('unsupported', '不是 Word 文档（.docx）', '请用 .docx 模板')
    const beside = relationshipsOf(office.zip, office.main).filter(({ type }) => type === 'header' || type === 'footer')
    const unknown = new Set<string>()
    const changed = new Map<string, Uint8Array>()
    for (const part of [office.main, ...beside.map((line) => line.part)]) {
      const source = readSource(office.zip, part) ?? ''
      const edits = source === '' ? [] : fieldEdits(parseXml(source), { source, values, unknown })
      if (edits.length > 0) changed.set(office.zip.find(part)?.name ?? part, encodePart(applyEdits(source, edits)))
    }
    return { bytes: changed.size === 0 ? bytes : rewriteZip(bytes, office.zip.entries, changed), unknown: [...unknown] }
  })
}

interface Filling {
  readonly source: string
  readonly values: Readonly<Record<string, string>>
  readonly unknown: Set<string>
}

function fieldEdits(element: XmlElement, filling: Filling): Edit[] {
  if (element.name !== 'p') return element.children.flatMap((child) => fieldEdits(child, filling))
  const inner = element.children.flatMap((child) => paragraphsIn(child)).flatMap((child) => fieldEdits(child, filling))
  return [...editsIn(element, filling), ...inner]
}

/** Paragraphs of text boxes lie inside runs. */
function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.name === 'p' ? [element] : element.children.flatMap(paragraphsIn)
}

/** The texts of a paragraph's own runs. */
function textsIn(element: XmlElement): XmlElement[] {
  if (element.name === 't') return [element]
  return element.children.filter(({ name }) => name !== 'p' && name !== 'del').flatMap(textsIn)
}

function editsIn(paragraph: XmlElement, { source, values, unknown }: Filling): Edit[] {
  const texts = textsIn(paragraph).map((element) => ({ element, words: element.text, at: 0, changed: false }))
  let length = 0
  for (const text of texts) {
    text.at = length
    length += text.words.length
  }
  const whole = texts.map(({ words }) => words).join('')
  // From the last to the first, so that earlier places stay where they are.
  for (const { 0: field, 1: name = '', index } of [...whole.matchAll(FIELD)].toReversed()) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) unknown.add(name)
    else for (const text of texts) replaceIn(text, { start: index, end: index + field.length, value })
  }
  return texts
    .filter(({ changed }) => changed)
    .map(({ element, words }) => ({ start: element.start, end: element.end, words: textXml(source, element, words) }))
}

/** Puts the value where the field begins and takes the field's other pieces away. */
function replaceIn(
  text: { words: string; readonly at: number; changed: boolean },
  { start, end, value }: { start: number; end: number; value: string },
): void {
  const [from, to] = [Math.max(start - text.at, 0), Math.min(end - text.at, text.words.length)]
  if (from >= to || end <= text.at) return
  const begins = start >= text.at
  text.words = text.words.slice(0, from) + (begins ? value : '') + text.words.slice(to)
  text.changed = true
}

function textXml(source: string, element: XmlElement, words: string): string {
  const prefix = /^<([\w.-]+:)?/.exec(source.slice(element.start, element.contentStart))?.[1] ?? ''
  return words
    .split('\n')
    .map((line) => `<${prefix}t xml:space="preserve">${escapeMarkup(line)}</${prefix}t>`)
    .join(`<${prefix}br/>`)
}
