import { applyEdits, endOfContents } from '../../xml-edits.ts'
import { attributeOf, childOf, childrenOf, parseXml } from '../../xml.ts'
import { addressOf, type Area, areaOf } from '../sheet-cells.ts'

/** What may stand between the rows and the merged areas (ECMA-376 part 1, 18.3.1.99). */
const BEFORE = new Set([
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
])

/** A sheet's XML with areas merged; one that lies over merged areas becomes one with them. */
export function withMergedCells(source: string, areas: readonly Area[]): string {
  const added = areas.filter(({ top, bottom, left, right }) => top < bottom || left < right)
  if (added.length === 0) return source
  const root = parseXml(source)
  const list = childOf(root, 'mergeCells')
  const known = childrenOf(list, 'mergeCell').flatMap((element) => {
    const area = areaOf(attributeOf(element, 'ref') ?? '')
    return area === undefined ? [] : [area]
  })
  const merged = added.reduce(joined, known)
  const prefix = /<([\w.-]+:)?sheetData[\s/>]/.exec(source)?.[1] ?? ''
  const cells = merged.map((area) => `<${prefix}mergeCell ref="${referenceOf(area)}"/>`).join('')
  const words = `<${prefix}mergeCells count="${merged.length}">${cells}</${prefix}mergeCells>`
  if (list !== undefined) return applyEdits(source, [{ start: list.start, end: list.end, words }])
  const at = root.children.findLast(({ name }) => BEFORE.has(name))?.end
  return applyEdits(source, [at === undefined ? endOfContents(source, root, words) : { start: at, end: at, words }])
}

/** The areas with one more: those it lies over become part of it. */
function joined(areas: readonly Area[], added: Area): Area[] {
  const over = areas.filter((area) => meet(area, added))
  const whole = over.reduce(
    (a, b) => ({
      top: Math.min(a.top, b.top),
      bottom: Math.max(a.bottom, b.bottom),
      left: Math.min(a.left, b.left),
      right: Math.max(a.right, b.right),
    }),
    added,
  )
  const rest = areas.filter((area) => !over.includes(area))
  return over.length === 0 ? [...rest, added] : joined(rest, whole)
}

function meet(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right
}

function referenceOf({ top, left, bottom, right }: Area): string {
  return `${addressOf(top, left)}:${addressOf(bottom, right)}`
}
