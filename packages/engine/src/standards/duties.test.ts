import { describe, expect, it } from 'vitest'
import { dutyKnowns, dutyLists, dutyPeriods, dutyUnits } from './duty-terms.ts'
import { standardDuties } from './duties.ts'
import { recordKinds } from './record-kinds.ts'

describe('the shipped duties', () => {
  it('are about thirty, each under its own id and name', () => {
    expect(standardDuties.length).toBeGreaterThanOrEqual(30)
    expect(new Set(standardDuties.map(({ id }) => id)).size).toBe(standardDuties.length)
    expect(new Set(standardDuties.map(({ name }) => name)).size).toBe(standardDuties.length)
  })

  it.each(standardDuties.map((duty) => [duty.id, duty] as const))('%s is well-formed', (id, duty) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(duty.name).toMatch(/^[\p{Script=Han}（）、，0-9 ]{4,40}$/u)
    expect(recordKinds).toEqual(expect.arrayContaining([...duty.kinds]))
    expect(duty.kinds.length).toBeGreaterThan(0)
    expect(dutyLists).toContain(duty.list)
    expect(dutyPeriods).toContain(duty.per)
    expect(dutyUnits).toContain(duty.unit)
    expect(duty.amount).toBeGreaterThan(0)
    expect(duty.owedKinds.length).toBeGreaterThan(0)
  })

  it.each(standardDuties.filter(({ known }) => known === 'read').map((duty) => [duty.id, duty] as const))(
    '%s says which text was read',
    (_, duty) => {
      expect(dutyKnowns).toContain(duty.known)
      expect(duty.ground).not.toBe('')
    },
  )

  it('cite an article only of a text that is named', () => {
    for (const { ground, article } of standardDuties) if (article !== '') expect(ground).not.toBe('')
  })
})
