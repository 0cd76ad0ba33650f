import { describe, expect, it } from 'vitest'
import { plannedOf, undoneOf } from './batch-assignment.ts'
import { problemWith } from './testing/problem.ts'

const shen = { id: 'shen', name: '沈明' }
const lu = { id: 'lu', name: '陆青' }
const assigned = problemWith({ state: 'rectifying', lead: lu, handler: shen, class: 'immediate', dueOn: '2026-12-04' })
const sustained = problemWith({ state: 'assigned', lead: lu, handler: null, class: 'sustained', dueOn: null })
const fresh = problemWith({ state: 'registered', lead: null, handler: null, class: 'dated', dueOn: '2027-06-30' })

describe('many problems assigned at once', () => {
  it('change only in what is said', () => {
    const planned = plannedOf([assigned, sustained, fresh], { lead: shen })
    expect(planned.map(({ change }) => change)).toEqual(
      [assigned, sustained, fresh].map(({ id, version }) => ({ problemId: id, version, leadId: 'shen' })),
    )
    expect(planned.map(({ words }) => words)).toEqual([
      ['责任领导：陆青 → 沈明'],
      ['责任领导：陆青 → 沈明'],
      ['责任领导：无 → 沈明'],
    ])
  })

  it('keep a deadline that stands, and say so', () => {
    const [one] = plannedOf([assigned], { lead: shen, class: 'dated', dueOn: '2027-06-30' })
    expect(one?.change).toEqual({ problemId: assigned.id, version: assigned.version, leadId: 'shen' })
    expect(one?.remark).toContain('申请延期')
  })

  it('are left out, with the reason, where something is missing', () => {
    const [one] = plannedOf([fresh], { dueOn: '2027-07-31' })
    expect([one?.change, one?.remark]).toEqual([null, '没有责任领导，请选'])
    const [other] = plannedOf([{ ...fresh, dueOn: null }], { lead: shen })
    expect([other?.change, other?.remark]).toEqual([null, '没有完成时限，请填'])
    const [asked] = plannedOf([{ ...assigned, state: 'strike_off_requested' }], { lead: shen })
    expect([asked?.change, asked?.remark]).toEqual([null, '状态是“已申请销号”'])
  })

  it('are left out where they are so already', () => {
    const [one] = plannedOf([assigned], { lead: lu })
    expect([one?.change, one?.words, one?.remark]).toEqual([null, [], ''])
  })

  it('go back to what they were, each in what was changed; a first assignment does not', () => {
    const planned = plannedOf([assigned, sustained, fresh], { lead: shen, handler: lu })
    expect(planned.map((one) => undoneOf(one, 7))).toEqual([
      { problemId: assigned.id, version: 7, leadId: 'lu', handlerId: 'shen' },
      { problemId: sustained.id, version: 7, leadId: 'lu', handlerId: null },
      null,
    ])
  })
})
