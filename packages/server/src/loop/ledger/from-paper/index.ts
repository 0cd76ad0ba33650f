export { proposalWork } from './proposals.ts'
export { approvedVersion, readPaperProblems } from './read-paper-problems.ts'
export { registerFromPaper } from './register-from-paper.ts'
