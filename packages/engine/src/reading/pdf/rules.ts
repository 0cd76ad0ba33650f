import { multiplied, type Matrix } from './matrix.ts'

/** A straight line on a page, in points from its upper left corner; lines that are not level or upright are left out. */
export interface Rule {
  readonly isLevel: boolean
  /** The place across its direction. */
  readonly at: number
  readonly from: number
  readonly to: number
}

const THICKEST = 3
const SHORTEST = 4
/** More than any page of a workbook; they are compared with one another. */
const MOST_RULES = 6000
const PAINTING = [
  'stroke',
  'closeStroke',
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]
const FILLING = new Set(['fill', 'eoFill'])
/** How many numbers follow each drawing instruction: to move, line, curve, quadratic curve, close. */
const OPERANDS: readonly number[] = [2, 2, 6, 4, 0]
const LINE = 1
const CLOSE = 4

/** The lines drawn on a page: strokes, the edges of boxes, and boxes so thin that they are lines, as Word draws them. */
export function rulesOf(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  codes: Readonly<Record<string, number>>,
  page: Matrix,
): Rule[] {
  const painting = new Map(PAINTING.map((name) => [codes[name], FILLING.has(name)]))
  const saved: Matrix[] = []
  const rules: Rule[] = []
  let matrix = page
  for (const [i, code] of fnArray.entries()) {
    const operands = argsArray[i]
    if (code === codes['save']) saved.push(matrix)
    else if (code === codes['restore']) matrix = saved.pop() ?? matrix
    else if (code === codes['transform'] && isNumbers(operands)) matrix = multiplied(matrix, operands)
    else if (code === codes['constructPath'] && Array.isArray(operands)) {
      const isFill = painting.get(operands[0])
      const path: unknown = Array.isArray(operands[1]) ? operands[1][0] : undefined
      if (isFill !== undefined && isNumbers(path)) addRules(rules, path, matrix, isFill)
    }
    if (rules.length > MOST_RULES) break
  }
  return rules
}

function isNumbers(value: unknown): value is ArrayLike<number> & Matrix {
  return (Array.isArray(value) || value instanceof Float32Array) && typeof value[0] === 'number'
}

function addRules(rules: Rule[], path: Matrix, matrix: Matrix, isFill: boolean): void {
  for (const points of shapesOf(path, matrix)) {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    const width = box.right - box.left
    const height = box.bottom - box.top
    if (height <= THICKEST && width >= SHORTEST)
      rules.push({ isLevel: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right })
    else if (width <= THICKEST && height >= SHORTEST)
      rules.push({ isLevel: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom })
    else if (!isFill) addEdges(rules, points)
  }
}

type Point = readonly [x: number, y: number]

function addEdges(rules: Rule[], points: readonly Point[]): void {
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i - 1] ?? [0, 0]
    const [x2, y2] = points[i] ?? [0, 0]
    const isLevel = Math.abs(y1 - y2) < 1
    if (isLevel && Math.abs(x1 - x2) >= SHORTEST)
      rules.push({ isLevel, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) >= SHORTEST)
      rules.push({ isLevel, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }
}

const MOST_POINTS = 1000

/** The figures of a path that consist of straight lines. */
function shapesOf(path: Matrix, matrix: Matrix): Point[][] {
  const shapes: Point[][] = []
  let points: Point[] = []
  let isStraight = true
  const close = (): void => {
    if (isStraight && points.length > 1 && points.length <= MOST_POINTS) shapes.push(points)
    points = []
    isStraight = true
  }
  for (let at = 0; at < path.length;) {
    const code = path[at] ?? CLOSE
    const operands = OPERANDS[code]
    if (operands === undefined) break
    if (code < LINE) close()
    if (code <= LINE) {
      const [, , , , x = 0, y = 0] = multiplied(matrix, [1, 0, 0, 1, path[at + 1] ?? 0, path[at + 2] ?? 0])
      points.push([x, y])
    } else if (code === CLOSE) {
      if (points[0]) points.push(points[0])
    } else isStraight = false
    at += 1 + operands
  }
  close()
  return shapes
}
