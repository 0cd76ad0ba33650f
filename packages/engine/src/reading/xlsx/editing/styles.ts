import { escapeMarkup } from '../../../wording/escape-markup.ts'
import { applyEdits, type Edit, endOfContents } from '../../xml-edits.ts'
import { attributeOf, childOf, childrenOf, parseXml, type XmlElement } from '../../xml.ts'
import { BUILT_IN_FORMATS } from '../built-in-formats.ts'

/** The cell styles of a workbook, to which others may be added. */
export interface Styles {
  /** The index of the style that is like another but for its number format. */
  styleWith(style: string, format: string): string
  /** The part's XML with the styles added, null if none was. */
  changed(): string | null
}

/** Numbers from here on are for formats of the workbook's own (ECMA-376 part 1, 18.8.30). */
const FIRST_OWN = 164
/** The same in Excel of every language. */
const EVERYWHERE = new Set([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 20, 21, 22, 45, 46, 49])

/** Takes the styles part apart. Without cell styles there is nothing to be like, and all styles stay as they are. */
export function createStyles(source: string | undefined): Styles {
  const root = source === undefined ? undefined : parseXml(source)
  const list = childOf(root, 'cellXfs')
  if (source === undefined || root === undefined || list === undefined)
    return { styleWith: (style) => style, changed: () => null }
  const styles = childrenOf(list, 'xf')
  const formats = formatNumbers(root)
  const addedFormats: string[] = []
  const added = new Map<string, string>()
  const prefix = /^<([\w.-]+:)?/.exec(source.slice(list.start, list.contentStart))?.[1] ?? ''
  const numberOf = (format: string): number => {
    const known = formats.get(format)
    if (known !== undefined) return known
    const id = Math.max(FIRST_OWN - 1, ...formats.values()) + 1
    formats.set(format, id)
    addedFormats.push(`<${prefix}numFmt numFmtId="${id}" formatCode="${escapeMarkup(format)}"/>`)
    return id
  }
  return {
    styleWith(style, format) {
      const model = styles[Number(style === '' ? 0 : style)]
      if (model === undefined) return style
      const xml = withFormat(source.slice(model.start, model.end), numberOf(format))
      const known = styles.findIndex(({ start, end }) => source.slice(start, end) === xml)
      if (known >= 0) return String(known)
      const index = added.get(xml) ?? String(styles.length + added.size)
      added.set(xml, index)
      return index
    },
    changed() {
      if (added.size === 0) return null
      const edits = [
        ...additions(source, list, [...added.keys()]),
        ...formatAdditions(source, { root, prefix }, addedFormats),
      ]
      return applyEdits(source, edits)
    },
  }
}

/** The numbers of formats by their codes. */
function formatNumbers(root: XmlElement): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const id of EVERYWHERE) numbers.set(BUILT_IN_FORMATS[id] ?? 'General', id)
  for (const format of childrenOf(childOf(root, 'numFmts'), 'numFmt')) {
    const code = attributeOf(format, 'formatCode') ?? ''
    if (!numbers.has(code)) numbers.set(code, Number(attributeOf(format, 'numFmtId')))
  }
  return numbers
}

function withFormat(xml: string, id: number): string {
  const [tag = ''] = /^<[^<>]*>/.exec(xml) ?? []
  const without = tag.replace(/ (?:numFmtId|applyNumberFormat)="[^"]*"/g, '')
  return xml.replace(tag, without.replace(/^<[\w:.-]+/, `$& numFmtId="${id}" applyNumberFormat="1"`))
}

/** Elements at the end of a list that says how many it has. */
function additions(source: string, list: XmlElement, words: readonly string[]): Edit[] {
  if (words.length === 0) return []
  const tag = source.slice(list.start, list.contentStart)
  const count = / count="(\d+)"/.exec(tag)
  const end = endOfContents(source, list, words.join(''))
  if (count === null) return [end]
  const start = list.start + count.index
  const more = ` count="${Number(count[1]) + words.length}"`
  return [{ start, end: start + count[0].length, words: more }, end]
}

function formatAdditions(
  source: string,
  { root, prefix }: { readonly root: XmlElement; readonly prefix: string },
  formats: readonly string[],
): Edit[] {
  const list = childOf(root, 'numFmts')
  if (list !== undefined || formats.length === 0) return list === undefined ? [] : additions(source, list, formats)
  // Number formats are the first there is in the part (ECMA-376 part 1, 18.8.39).
  const words = `<${prefix}numFmts count="${formats.length}">${formats.join('')}</${prefix}numFmts>`
  return [{ start: root.contentStart, end: root.contentStart, words }]
}
