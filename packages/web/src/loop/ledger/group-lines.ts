import { type Problem, problemSourceNames, problemStateNames } from '@duizhao/contract'
import type { Grouping } from './ledger-filters.ts'

/** A line on the screen: a problem, or the heading of a group. */
export interface LedgerLine {
  readonly key: string
  readonly problem: Problem | null
  readonly heading: string
}

const headings: Readonly<Record<Grouping, (problem: Problem) => string>> = {
  organisation: ({ organisation }) => organisation.name,
  source: ({ source }) => problemSourceNames[source],
  state: ({ state }) => problemStateNames[state],
}

/** The rows that have been read, in groups if wanted; a group says how many of them it has. */
export function groupLines(problems: readonly Problem[], grouping: Grouping | undefined): LedgerLine[] {
  const lineOf = (problem: Problem): LedgerLine => ({ key: problem.id, problem, heading: '' })
  if (grouping === undefined) return problems.map(lineOf)
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const heading = headings[grouping](problem)
    const group = groups.get(heading)
    if (group === undefined) groups.set(heading, [problem])
    else group.push(problem)
  }
  return [...groups].flatMap(([heading, group]) => [
    { key: `group ${heading}`, problem: null, heading: `${heading}，${group.length} 个` },
    ...group.map(lineOf),
  ])
}
