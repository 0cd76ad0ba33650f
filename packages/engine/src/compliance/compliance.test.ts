import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../wording/days.ts'
import { compliance, type ComplianceLine } from './compliance.ts'
import { ALL_IS_DUE, type ComplianceFacts, nothingKnown } from './facts.ts'
import { complianceRules } from './rules/index.ts'
import { complianceTemplates } from './templates.ts'
import type { ComplianceTemplate } from './template.ts'
import { forgotten, someFacts, turned } from './testing/some-facts.ts'

const someTemplate: fc.Arbitrary<ComplianceTemplate> = fc.constantFrom(
  complianceTemplates.democratic_life,
  complianceTemplates.organisational_life,
  {
    ...complianceTemplates.democratic_life,
    leads: [{ paper: 'plan', name: '会议方案', days: 10, unit: 'workday' } as const],
    reportItems: ['上年整改情况', '学习教育情况'],
    leastStudies: 2,
  },
  { ...complianceTemplates.democratic_life, leastStudies: 0, leastChannels: 0 },
)

const isViolation = ({ state }: ComplianceLine<unknown>): boolean => state === 'missing' || state === 'late'

/** How often each rule is violated by whom. */
function violations(facts: ComplianceFacts<string>, template: ComplianceTemplate): Map<string, number> {
  const keys = compliance(facts, template)
    .filter(isViolation)
    .map(({ rule, who }) => [rule, ...who].join(' '))
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]))
}

describe('compliance', () => {
  it('holds nobody to what a campaign asks without being verified', () => {
    const facts = { ...nothingKnown, asOf: ALL_IS_DUE, day: '2026-03-01', hasConsent: false }
    const late = { ...facts, window: { from: '2026-01-01', to: '2026-02-01' } }
    const lineOf = (known: ComplianceTemplate['known']) =>
      compliance(late, { ...complianceTemplates.democratic_life, known })
        .filter(({ rule }) => rule === 'procedure/outside-window')
        .map(({ state, severity, isBlock, source }) => [state, severity, isBlock, source.known])
    expect(lineOf('practice')).toEqual([['missing', 'error', true, 'practice']])
    expect(lineOf('unverified')).toEqual([['missing', 'advice', false, 'unverified']])
  })

  it('finds no new fault where a fact is not known any more', () => {
    fc.assert(
      fc.property(someFacts, someTemplate, (facts, template) => {
        const known = violations(facts, template)
        for (const less of forgotten(facts))
          for (const [key, times] of violations(less, template))
            expect([key, times <= (known.get(key) ?? 0)]).toEqual([key, true])
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order in which facts are told', () => {
    const said = (facts: ComplianceFacts<string>, template: ComplianceTemplate) =>
      compliance(facts, template)
        .map(({ rule, state, message, who, due }) => JSON.stringify([rule, state, message, who.toSorted(), due]))
        .toSorted()
    fc.assert(
      fc.property(someFacts, someTemplate, (facts, template) => {
        expect(said(turned(facts), template)).toEqual(said(facts, template))
      }),
      { numRuns: 200 },
    )
  })

  it('takes back no fault as days go by: what is late or missing stays so', () => {
    const faults = (facts: ComplianceFacts<string>, template: ComplianceTemplate) =>
      compliance(facts, template)
        .filter(isViolation)
        .map(({ rule, state, message }) => [rule, state, message].join(' '))
    fc.assert(
      fc.property(someFacts, someTemplate, fc.nat(90), (facts, template, days) => {
        if (facts.asOf === null || facts.asOf === ALL_IS_DUE) return
        const later = { ...facts, asOf: daysAfter(facts.asOf, days) }
        expect(faults(later, template)).toEqual(expect.arrayContaining(faults(facts, template)))
      }),
      { numRuns: 200 },
    )
  })

  it('says something of every rule, in no state that its examples do not show', () => {
    fc.assert(
      fc.property(someFacts, someTemplate, (facts, template) => {
        const lines = compliance(facts, template)
        expect(new Set(lines.map(({ rule }) => rule)).size).toBe(complianceRules.length)
        const unseen = lines.filter(
          ({ rule, state }) => complianceRules.find(({ id }) => id === rule)?.examples[state] === undefined,
        )
        expect(unseen).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('only advises, and never blocks, where the ground is not verified', () => {
    const rules = complianceRules.map((rule) => ({
      ...rule,
      severity: 'error' as const,
      source: { ...rule.source, known: 'unverified' as const },
    }))
    fc.assert(
      fc.property(someFacts, someTemplate, (facts, template) => {
        const lines = compliance(facts, { ...template, blocks: rules.map(({ id }) => id) }, rules)
        expect(lines.filter(({ severity, isBlock }) => severity !== 'advice' || isBlock)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
