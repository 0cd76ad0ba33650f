export { proposalWork } from './proposals.ts'
export { readPaperProblems } from './read-paper-problems.ts'
export { registerFromPaper } from './register-from-paper.ts'
