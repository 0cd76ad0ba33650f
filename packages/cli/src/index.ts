/** The room's door: what the tools that write the reference need. */
export { createProgram } from './program.ts'
export { resultJsonSchema } from './results/json-result.ts'
export { ruleFacts, type RuleFacts } from './results/rule-facts.ts'
export { familyNames, meetingNames, roleNames, severityNames } from './results/words.ts'
