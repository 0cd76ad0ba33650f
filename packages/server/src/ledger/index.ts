export { actOn, readGuards, seenProblem } from './act.ts'
export { enterHistory } from './history.ts'
export { insertProblems, type ProblemChange, type ProblemRow, updateProblem } from './problem-queries.ts'
export { ledgerRoutes } from './routes.ts'
