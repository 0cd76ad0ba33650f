export { actOn, readGuards, seenProblem } from './act.ts'
export { ledgerRoutes } from './routes.ts'
