/** The room's door: what the tools that write the reference need. */
export { createProgram } from './program.ts'
