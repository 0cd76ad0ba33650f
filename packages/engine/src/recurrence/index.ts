/** The door to old problems come back: nothing in it reads a document. */
export { evidenceAmong } from './evidence-among.ts'
export { evidenceKinds } from './evidence.ts'
export { mattersOf } from './matters-of.ts'
export { type Recurrence, recurrencesAmong } from './recurrence.ts'
export type { SharedWords } from './shared-words.ts'
export type { StatedProblem } from './traits.ts'
