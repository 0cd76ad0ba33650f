import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'

/** What parts of dates and times are called in a number format, short and long (ISO/IEC 26300-1, 16.27). */
const PARTS: Readonly<Record<string, readonly [short: string, long: string]>> = {
  year: ['yy', 'yyyy'],
  month: ['m', 'mm'],
  day: ['d', 'dd'],
  hours: ['h', 'hh'],
  minutes: ['m', 'mm'],
  seconds: ['s', 'ss'],
  'day-of-week': ['aaa', 'aaaa'],
  'am-pm': ['AM/PM', 'AM/PM'],
}

/** The number formats of cells by the names of their styles, written as a workbook (.xlsx) writes them. */
export function numberFormats(roots: readonly XmlElement[]): (style: string | undefined) => string {
  const groups = roots.flatMap((root) => ['automatic-styles', 'styles'].flatMap((name) => childOf(root, name) ?? []))
  const codes = new Map<string, string>()
  for (const element of groups.flatMap(({ children }) => children)) {
    const name = attributeOf(element, 'name')
    if (/^(?:number|currency|percentage|date|time|text|boolean)-style$/.test(element.name) && name !== undefined)
      codes.set(name, codeOf(element))
  }
  const styles = new Map(
    groups.flatMap((group) => childrenOf(group, 'style')).map((style) => [attributeOf(style, 'name') ?? '', style]),
  )
  return (name) => {
    let style = styles.get(name ?? 'Default')
    for (let steps = 0; style !== undefined && steps < 10; steps++) {
      const code = codes.get(attributeOf(style, 'data-style-name') ?? '')
      if (code !== undefined) return code
      style = styles.get(attributeOf(style, 'parent-style-name') ?? '')
    }
    return 'General'
  }
}

function codeOf(style: XmlElement): string {
  const code = style.children.map(pieceOf).join('')
  return style.name === 'text-style' ? '@' : code === '' ? 'General' : code
}

function pieceOf(element: XmlElement): string {
  const part = PARTS[element.name]
  if (part) return part[attributeOf(element, 'style') === 'long' ? 1 : 0]
  if (element.name === 'number') return digitsOf(element)
  if (element.name === 'text' || element.name === 'currency-symbol')
    return /^[-/:.% ]*$/.test(element.text) ? element.text : `"${element.text.replaceAll('"', '')}"`
  return ''
}

function digitsOf(element: XmlElement): string {
  const places = attributeOf(element, 'decimal-places')
  const least = Number(attributeOf(element, 'min-integer-digits') ?? 1)
  if (places === undefined && least <= 1 && attributeOf(element, 'grouping') !== 'true') return 'General'
  const whole = attributeOf(element, 'grouping') === 'true' ? '#,##0' : '0'.repeat(Math.min(Math.max(least, 1), 20))
  const decimals = Math.min(Math.max(Number(places ?? 0), 0), 20)
  return decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole
}
