import type { Known } from '../standards/field-words.ts'

/** What a rule rests on, and how well that is known: its text was read, it is practice, or it was not verified. */
export interface RuleSource {
  readonly title: string
  readonly known: Known
}
