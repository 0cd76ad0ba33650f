import { namesInCell, peopleIn } from '../../wording/names-in-cell.ts'
import type { TracedProblem } from './traced-problem.ts'

const SEPARATORS = /[、，,；;\s/\\|和及与]+/
/** What stands behind a name: 局长, 总农艺师, 同志. */
const POST = /^\p{Script=Han}{0,8}(?:长|主任|书记|委员|师|员|同志|负责人|政委|主席|干部)$/u

/** The people a cell names; the units or whatever it has, if it names none. */
function namedIn(cell: string): string[] {
  const people = peopleIn(cell)
  return people.length > 0 ? people : namesInCell(cell).map(({ name }) => name)
}

/** True if one of two cells names somebody the other does not. */
export function namesDiffer(a: string, b: string): boolean {
  const [one, two] = [namedIn(a), namedIn(b)]
  const isIn = (name: string, names: readonly string[]): boolean => names.some((other) => isSamePerson(name, other))
  return !one.every((name) => isIn(name, two)) || !two.every((name) => isIn(name, one))
}

/** 程远山 and 程远山局长; 局长程远山 too. */
function isSamePerson(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2) return short === long
  const rest = long.startsWith(short)
    ? long.slice(short.length)
    : long.endsWith(short)
      ? long.slice(0, -short.length)
      : null
  return rest === '' || (rest !== null && POST.test(rest))
}

/** The units a cell lists. */
export function listOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[（(][^（()）]{0,30}[)）]/g, '')
    .split(SEPARATORS)
    .map((unit) => unit.replace(/^(?:各|局属?|机关)(?=.{3})/, ''))
    .filter((unit) => unit !== '')
}

/** True if two lists of units name the same. */
export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((each) => isAmong(each, b)) && b.every((each) => isAmong(each, a))
}

/** 县农业农村局 and 农业农村局 are the same unit. */
function isAmong(unit: string, units: readonly string[]): boolean {
  return units.some(
    (other) =>
      other === unit || (unit.length > 3 && other.endsWith(unit)) || (other.length > 3 && unit.endsWith(other)),
  )
}

/** True if two documents name other units; where one names no co-operating units, its units are all of them. */
export function unitsDiffer(own: TracedProblem, other: TracedProblem): boolean {
  const unitsOf = ({ fields }: TracedProblem): string[] => listOf(fields.unit?.text ?? '')
  const all = (problem: TracedProblem): string[] => [...unitsOf(problem), ...listOf(problem.fields.coUnit?.text ?? '')]
  const hasBoth = own.fields.coUnit !== undefined && other.fields.coUnit !== undefined
  if (hasBoth) return !sameSet(unitsOf(own), unitsOf(other))
  const [narrow, wide] = own.fields.coUnit === undefined ? [own, other] : [other, own]
  const isCovered = unitsOf(narrow).every((unit) => isAmong(unit, all(wide)))
  return !isCovered || !unitsOf(wide).some((unit) => isAmong(unit, unitsOf(narrow)))
}
