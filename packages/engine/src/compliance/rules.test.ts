import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ComplianceFacts, nothingKnown } from './facts.ts'
import { judgementsOf } from './compliance.ts'
import { complianceStates } from './judgement.ts'
import { complianceRules } from './rules/index.ts'
import { complianceTemplates } from './templates.ts'

describe.each(complianceRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const cases = complianceStates.flatMap((state) =>
    (rule.examples[state] ?? []).map((example) => [state, example.given, example] as const),
  )

  it.each(cases)('%s：%s', (state, _given, { facts, template, says = [] }) => {
    const asked = { ...complianceTemplates.democratic_life, ...template }
    const told = judgementsOf<string>(rule, { ...nothingKnown, ...facts } satisfies ComplianceFacts<string>, asked)
    expect(told.map((each) => each.state)).toEqual(told.map(() => state))
    expect(told.flatMap(({ message }) => message ?? [])).toEqual(says)
    expect(told.length).toBeGreaterThan(0)
  })

  it('没有什么知道的，就说不知道', () => {
    const told = judgementsOf(rule, nothingKnown, complianceTemplates.democratic_life)
    expect(told.filter(({ state }) => state !== 'unknown' && state !== 'not_applicable')).toEqual([])
  })

  it('有名称、理由和依据，没有核实的只是建议', () => {
    expect(rule.name.length).toBeLessThanOrEqual(12)
    expect(rule.why).toMatch(/。$/)
    expect(rule.source.title).not.toBe('')
    if (rule.source.known === 'unverified') expect(rule.severity).toBe('advice')
  })
})

it('每个规则文件都在清单里，名字就是编号，不重复', () => {
  const files = globSync('*/*.ts', { cwd: join(import.meta.dirname, 'rules') })
  const ids = files.map((file) => file.replaceAll('\\', '/').replace('.ts', ''))
  expect(complianceRules.map(({ id }) => String(id)).toSorted()).toEqual(ids.toSorted())
})
