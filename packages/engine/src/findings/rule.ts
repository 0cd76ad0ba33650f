import type { Observation } from './finding.ts'
import type { Severity } from './severity.ts'
import type { RuleSource } from './source.ts'

/** What is told about a rule, whatever it looks at. */
export interface RuleFacts<Id extends string = string> {
  /** Family and name: "count/impossible-date". */
  readonly id: Id
  /** Chinese name, at most twelve characters. */
  readonly name: string
  readonly severity: Severity
  /** Why it matters to the reader of the documents, one Chinese sentence. */
  readonly why: string
  readonly source: RuleSource
}

/** At least one: a rule without an example of each kind does not type-check, nor can it be listed (`listRules`). */
export type Examples = readonly [string, ...string[]]

/**
 * A rule. One file per rule; its examples are its tests and its entry in the reference. In them ⟦ ⟧ mark each place
 * that must be reported, and are removed before the check; how an example is written depends on what the rule sees.
 */
export interface Rule<Seen, Observed extends Observation<unknown>, Id extends string = string> extends RuleFacts<Id> {
  check(seen: Seen): Iterable<Observed>
  readonly bad: Examples
  readonly good: Examples
  /** Other rules of its kind that also rightly report something in its bad examples. */
  readonly alsoReports?: readonly string[]
}

/** Rules as they are told and tested, whatever they look at. */
export type AnyRule = RuleFacts & Pick<Rule<never, Observation<unknown>>, 'bad' | 'good' | 'alsoReports'>

/**
 * The rules of one kind, in the order of the reference.
 *
 * @throws {Error} if two have one id, or one lacks an example of what it reports, with its place, or of what it does not.
 */
export function listRules<Listed extends AnyRule>(rules: readonly Listed[]): readonly Listed[] {
  const ids = new Set<string>()
  for (const { id, bad, good } of rules) {
    if (ids.has(id)) throw new Error(`two rules have the id ${id}`)
    ids.add(id)
    if (bad.length === 0 || good.length === 0) throw new Error(`${id} needs examples: bad and good`)
    if (!bad.every((example) => example.includes('⟦'))) throw new Error(`a bad example of ${id} marks no place`)
    if (good.some((example) => example.includes('⟦'))) throw new Error(`a good example of ${id} marks a place`)
  }
  return rules
}
