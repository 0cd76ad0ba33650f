import type { Rule } from '../rule.ts'

/** Every rule, in the order of the rule reference. A new rule is one file and one line here. */
export const rules: readonly Rule[] = []
