import { type Problem, problemSourceNames, problemStateNames, type ProblemGrouping } from '@duizhao/contract'

/** A line on the screen: a problem, or the heading of a group. */
export interface LedgerLine {
  readonly key: string
  readonly problem: Problem | null
  readonly heading: string
}

interface Group {
  readonly id: string
  readonly name: string
}

/** Organisations may have the same name: 办公室 is below many. */
const groupsOf: Readonly<Record<ProblemGrouping, (problem: Problem) => Group>> = {
  organisation: ({ organisation }) => organisation,
  source: ({ source }) => ({ id: source, name: problemSourceNames[source] }),
  state: ({ state }) => ({ id: state, name: problemStateNames[state] }),
}

/** The rows that have been read, in groups if wanted; a group says how many of them it has. */
export function groupLines(problems: readonly Problem[], grouping: ProblemGrouping | undefined): LedgerLine[] {
  const lineOf = (problem: Problem): LedgerLine => ({ key: problem.id, problem, heading: '' })
  if (grouping === undefined) return problems.map(lineOf)
  const groups = new Map<string, { readonly name: string; readonly members: Problem[] }>()
  for (const problem of problems) {
    const { id, name } = groupsOf[grouping](problem)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, { name, members: [problem] })
    else group.members.push(problem)
  }
  return [...groups].flatMap(([id, { name, members }]) => [
    { key: `group ${id}`, problem: null, heading: `${name}，${members.length} 个` },
    ...members.map(lineOf),
  ])
}
