import { likenessAmong } from './likeness.ts'
import { matchProblems } from './match-problems.ts'
import type { ReconciledRow } from './side-by-side.ts'
import type { TracedDocument, TracedProblem } from './traced-problem.ts'

/** The rows of the leading document, then what only later ones have. */
export function rowsOf(documents: readonly TracedDocument[]): ReconciledRow[] {
  const likeness = likenessAmong(documents.flatMap(({ problems }) => problems))
  const rows: { problems: TracedProblem[][]; isDoubtful: boolean[]; lead: TracedProblem }[] = []
  for (const [place, { problems }] of documents.entries()) {
    const links = matchProblems(
      rows.map(({ lead }) => lead),
      problems,
      likeness,
    )
    for (const { from, to, isDoubtful } of links) {
      const problem = problems[to]
      const row = rows[from]
      if (problem === undefined || row === undefined) continue
      ;(row.problems[place] ??= []).push(problem)
      row.isDoubtful[place] = (row.isDoubtful[place] ?? false) || isDoubtful
    }
    const known = new Set(links.map(({ to }) => to))
    for (const [index, problem] of problems.entries()) {
      if (known.has(index)) continue
      const own: TracedProblem[][] = []
      own[place] = [problem]
      rows.push({ problems: own, isDoubtful: [], lead: problem })
    }
  }
  const uses = new Map<TracedProblem, number>()
  for (const problem of rows.flatMap(({ problems }) => problems.flat())) uses.set(problem, (uses.get(problem) ?? 0) + 1)
  return rows.map(({ problems, isDoubtful }) => ({
    problems: documents.map((_, place) => problems[place] ?? []),
    isDoubtful: documents.map((_, place) => isDoubtful[place] ?? false),
    isShared: documents.map((_, place) => (problems[place] ?? []).some((problem) => (uses.get(problem) ?? 0) > 1)),
  }))
}
