import { readDate } from '../../wording/chinese-date.ts'
import { namesInCell, peopleIn } from '../../wording/names-in-cell.ts'
import { classOf, stateOf } from '../../wording/state-words.ts'
import { changedNumber, comparedWords } from './compared-words.ts'
import type { ProblemField, TracedProblem } from './traced-problem.ts'

/** True if two documents cannot both be right about a field; what only one of them says is no contradiction. */
export function contradicts(field: ProblemField, own: TracedProblem, other: TracedProblem): boolean {
  const [a, b] = [own.fields[field]?.text, other.fields[field]?.text]
  if (field === 'class') return differ(classIn(own), classIn(other))
  if (a === undefined || b === undefined) return false
  if (comparedWords(a) === comparedWords(b)) return false
  return COMPARISONS[field](a, b, { own, other })
}

interface Beside {
  readonly own: TracedProblem
  readonly other: TracedProblem
}

const COMPARISONS: Readonly<Record<Exclude<ProblemField, 'class'>, (a: string, b: string, beside: Beside) => boolean>> =
  {
    lead: namesDiffer,
    owner: namesDiffer,
    unit: (_, __, beside) => unitsDiffer(beside),
    coUnit: (a, b) => !sameSet(listOf(a), listOf(b)),
    target: (a, b) => changedNumber(a, b) !== null,
    deadline: deadlinesDiffer,
    state: (a, b) => statesDiffer(stagesIn(a), stagesIn(b)),
  }

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

const SEPARATORS = /[、，,；;\s/\\|和及与]+/
/** What stands behind a name: 局长, 总农艺师, 同志. */
const POST = /^\p{Script=Han}{0,8}(?:长|主任|书记|委员|师|员|同志|负责人|政委|主席|干部)$/u

/** The people a cell names; the units or whatever it has, if it names none. */
function namedIn(cell: string): string[] {
  const people = peopleIn(cell)
  return people.length > 0 ? people : namesInCell(cell).map(({ name }) => name)
}

function namesDiffer(a: string, b: string): boolean {
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

function listOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[（(][^（()）]{0,30}[)）]/g, '')
    .split(SEPARATORS)
    .map((unit) => unit.replace(/^(?:各|局属?|机关)(?=.{3})/, ''))
    .filter((unit) => unit !== '')
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((each) => isAmong(each, b)) && b.every((each) => isAmong(each, a))
}

/** 县农业农村局 and 农业农村局 are the same unit. */
function isAmong(unit: string, units: readonly string[]): boolean {
  return units.some(
    (other) =>
      other === unit || (unit.length > 3 && other.endsWith(unit)) || (other.length > 3 && unit.endsWith(other)),
  )
}

/** Where a document names no co-operating units, its units are all of them. */
function unitsDiffer({ own, other }: Beside): boolean {
  const unitsOf = ({ fields }: TracedProblem): string[] => listOf(fields.unit?.text ?? '')
  const all = (problem: TracedProblem): string[] => [...unitsOf(problem), ...listOf(problem.fields.coUnit?.text ?? '')]
  const hasBoth = own.fields.coUnit !== undefined && other.fields.coUnit !== undefined
  if (hasBoth) return !sameSet(unitsOf(own), unitsOf(other))
  const [narrow, wide] = own.fields.coUnit === undefined ? [own, other] : [other, own]
  const isCovered = unitsOf(narrow).every((unit) => isAmong(unit, all(wide)))
  return !isCovered || !unitsOf(wide).some((unit) => isAmong(unit, unitsOf(narrow)))
}

function deadlinesDiffer(a: string, b: string): boolean {
  const [one, two] = [readDate(a), readDate(b)]
  if (one.kind === 'date' && two.kind === 'date') {
    if (one.sustained !== two.sustained && (one.date === undefined || two.date === undefined)) return true
    return one.date !== two.date
  }
  const isOpen = (kind: string): boolean => kind === 'sustained'
  // 立行立改 says "at once", a date says when that was: no contradiction.
  return (isOpen(one.kind) && two.kind === 'date') || (isOpen(two.kind) && one.kind === 'date')
}

/** The class a document gives a problem, in its own column or beside the deadline (限期整改，2026年3月底前). */
function classIn({ fields }: TracedProblem): string | null {
  if (fields.class !== undefined) return classOf(fields.class.text)
  const words = /立行立改|即知即改|限期整改|限时整改|长期坚持|持续整改/.exec(fields.deadline?.text ?? '')?.[0]
  return words === undefined ? null : classOf(words)
}

/**
 * The stages words can mean: struck off is done, a stage reached is under way, 长期坚持，持续推进 is both sustained and
 * under way. Empty for words that name none.
 */
function stagesIn(words: string): ReadonlySet<string> {
  const state = stateOf(words)
  const stages = new Set<string>()
  if (state === 'struck_off' || state === 'done') stages.add('done')
  if (state === 'stage_done' || state === 'in_progress' || state === 'not_started') stages.add('open')
  if (state === 'sustained' || (state !== null && /长期|常态|持续/.test(words))) stages.add('sustained')
  return stages
}

function statesDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((stage) => b.has(stage))
}
