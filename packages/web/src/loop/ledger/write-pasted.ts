import type { AssignmentChange, BatchRow, ProblemChange } from '@duizhao/contract'

/** What is sent about one problem: what is written of it, and who answers for it; null where nothing of it is said. */
export interface Sent {
  readonly problemId: string
  readonly change: ProblemChange | null
  readonly assignment: AssignmentChange | null
}

/** What became of one, and which half of it was done. */
export interface Written {
  readonly row: BatchRow
  readonly isChanged: boolean
  readonly isAssigned: boolean
}

interface Doors {
  readonly change: (changes: ProblemChange[]) => Promise<readonly BatchRow[]>
  readonly assign: (assignments: AssignmentChange[]) => Promise<readonly BatchRow[]>
}

/** Writes what is said of problems, then who answers for them, which rests on the version the first left. */
export async function writePasted(sent: readonly Sent[], { change, assign }: Doors): Promise<Written[]> {
  const changes = sent.flatMap((one) => one.change ?? [])
  const changed = byProblem(changes.length === 0 ? [] : await change(changes))
  const assignments = sent.flatMap(({ assignment }) => {
    if (assignment === null) return []
    return [{ ...assignment, version: changed.get(assignment.problemId)?.version ?? assignment.version }]
  })
  const assigned = byProblem(assignments.length === 0 ? [] : await assign(assignments))
  return sent.map(({ problemId }) => joined(problemId, changed.get(problemId), assigned.get(problemId)))
}

function byProblem(rows: readonly BatchRow[]): ReadonlyMap<string, BatchRow> {
  return new Map(rows.map((row) => [row.problemId, row]))
}

function joined(problemId: string, changed: BatchRow | undefined, assigned: BatchRow | undefined): Written {
  const halves = [
    { name: '内容', row: changed },
    { name: '责任领导、责任人', row: assigned },
  ].flatMap(({ name, row }) => (row === undefined ? [] : [{ name, row }]))
  const [only] = halves
  const message =
    halves.length === 1 && only !== undefined
      ? only.row.message
      : halves.map(({ name, row }) => `${name}：${row.message}`).join('；')
  return {
    row: {
      problemId,
      isDone: halves.every(({ row }) => row.isDone),
      message,
      version: assigned?.version ?? changed?.version ?? null,
    },
    isChanged: changed?.isDone === true,
    isAssigned: assigned?.isDone === true,
  }
}
