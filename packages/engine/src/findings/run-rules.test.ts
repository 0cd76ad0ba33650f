import { describe, expect, it } from 'vitest'
import { inPlaces, type Observation, toFinding } from './finding.ts'
import { textPlace } from './place.ts'
import { type AnyRule, listRules, type Rule } from './rule.ts'
import { runRules } from './run-rules.ts'

const FACTS = {
  name: '测试',
  why: '测试。',
  source: { title: '测试', known: 'practice' },
  bad: ['⟦坏⟧'],
  good: ['好'],
} as const

type TextRule = Rule<string, Observation<{ start: number; end: number }>>

const first: TextRule = {
  ...FACTS,
  id: 'test/first',
  severity: 'warning',
  *check(text) {
    if (text.length > 1)
      yield { place: { start: 0, end: 1 }, message: '第一个字', related: [{ start: 1, end: 2 }], suggestion: '无' }
  },
}
/** Finds something, then breaks down. */
const panicky = {
  ...FACTS,
  id: 'test/panicky',
  severity: 'error',
  *check() {
    yield { place: { start: 0, end: 1 }, message: '不该算数' }
    throw new Error('坏了')
  },
} satisfies TextRule

describe('running rules', () => {
  const report = (judged: Parameters<typeof toFinding>[0], observed: Observation<{ start: number; end: number }>) =>
    toFinding(
      judged,
      inPlaces(observed, (span) => textPlace('甲.txt', span)),
    )

  it('gives findings the rule, its severity and places in the document', () => {
    expect(runRules([first], '一二', { report }).findings).toEqual([
      {
        rule: 'test/first',
        severity: 'warning',
        message: '第一个字',
        suggestion: '无',
        place: { kind: 'text', path: '甲.txt', start: 0, end: 1 },
        related: [{ kind: 'text', path: '甲.txt', start: 1, end: 2 }],
      },
    ])
  })

  it('lets a rule be off, or as severe as somebody wishes', () => {
    const severities = (setting: 'off' | 'advice') =>
      runRules([first], '一二', { report, settings: { 'test/first': setting } }).findings.map((each) => each.severity)
    expect([severities('off'), severities('advice')]).toEqual([[], ['advice']])
  })

  it('loses nothing but the rule that throws, and names it', () => {
    const { findings, failed } = runRules([panicky, first], '一二', { report })
    expect(findings.map(({ rule }) => rule)).toEqual(['test/first'])
    expect(failed).toEqual([{ rule: 'test/panicky', name: '测试', error: '坏了' }])
  })
})

describe('a list of rules', () => {
  const rule: AnyRule = { ...FACTS, id: 'test/a', severity: 'error' }

  it('is the rules themselves', () => {
    expect(listRules([rule])).toEqual([rule])
  })

  it('takes no rule without an example of each kind: the type asks for one, and so does the list', () => {
    // @ts-expect-error a rule needs an example of what it reports
    const untold: AnyRule = { ...rule, bad: [] }
    expect(() => listRules([untold])).toThrow('test/a needs examples')
    // @ts-expect-error and one of what it does not
    const onesided: AnyRule = { ...rule, good: [] }
    expect(() => listRules([onesided])).toThrow('test/a needs examples')
  })

  it('takes no bad example that marks nothing, no good one that marks something, no id twice', () => {
    expect(() => listRules([{ ...rule, bad: ['坏'] }])).toThrow('marks no place')
    expect(() => listRules([{ ...rule, good: ['⟦好⟧'] }])).toThrow('marks a place')
    expect(() => listRules([rule, rule])).toThrow('two rules')
  })
})
