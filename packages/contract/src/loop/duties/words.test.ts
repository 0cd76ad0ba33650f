import { type Duty, occurrences, standardDuties } from '@duizhao/engine/duties'
import { describe, expect, it } from 'vitest'
import { organisationKinds, postRoles } from '../../index.ts'
import {
  cellInWords,
  type DutyOccurrence,
  frequencyInWords,
  gridCells,
  groundInWords,
  occurrenceInWords,
} from './index.ts'

const calendar = { holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }], isWorkday: () => true }

/** The grid of 2026 on 29 November, of meetings on some days. */
function grid(per: Duty['per'], days: readonly string[] = []) {
  const duty: Duty = {
    kinds: ['study'],
    subject: '',
    amount: 1,
    unit: 'times',
    per,
    dueWorkdays: 0,
    known: 'read',
    from: '2020-01-01',
    to: null,
  }
  const records = days.map((onDay) => ({
    id: onDay,
    kinds: ['study'],
    subjects: [],
    onDay,
    makesUpOn: null,
    hours: null,
  }))
  const facts = {
    records,
    waivers: [],
    keepsFrom: '2020-01-01',
    held: null,
    changes: [],
    today: '2026-11-29',
    calendar,
  }
  const all = occurrences(duty, facts, 2026).occurrences.map((one): DutyOccurrence => ({
    ...one,
    records: [...one.records],
    waiver: null,
  }))
  return gridCells(per, all, 2026).map((cell) => `${cell.from}-${cell.to} ${cellInWords(cell, 'times')}`)
}

describe('a line of the year grid', () => {
  it('lets quarters and half-years span their months', () => {
    expect(grid('quarter', ['2026-02-05'])).toEqual(['1-3 已做', '4-6 缺', '7-9 缺', '10-12 未到期'])
    expect(grid('half')).toEqual(['1-6 缺', '7-12 未到期'])
    expect(grid('year')).toEqual(['1-12 未到期'])
    expect(grid('month')[10]).toBe('11-11 未到期')
  })

  it('puts the weeks together in the month of their Thursday', () => {
    const weeks = grid('week', ['2025-12-30', '2026-01-08'])
    expect(weeks).toHaveLength(12)
    expect(weeks[0]).toBe('1-1 缺（2/5）')
  })

  it('puts a holiday into its month', () => {
    expect(grid('holiday', ['2025-12-29'])).toEqual(['1-1 已做'])
  })
})

describe('the words of a duty', () => {
  it('say how often, on what ground and what became of it', () => {
    expect(frequencyInWords({ per: 'quarter', amount: 1, unit: 'times' })).toBe('每季度 1 次')
    expect(frequencyInWords({ per: 'once', amount: 2, unit: 'half_days' })).toBe('一共 2 个半天')
    expect(groundInWords({ ground: '《支部工作条例》第十一条', known: 'read' })).toBe(
      '《支部工作条例》第十一条（读过原文）',
    )
    expect(groundInWords({ ground: '', known: 'practice' })).toBe('通行做法')
    expect(occurrenceInWords({ state: 'missing', done: 20.5, needed: 32 }, 'hours')).toBe('缺（20.5/32 学时）')
    expect(occurrenceInWords({ state: 'met', done: 3, needed: 2 })).toBe('已做')
  })

  it.each([
    [1 / 3, 1, '缺（1 小时，差 2 小时）'],
    [29 / 30, 1, '缺（2.9 小时，差 0.1 小时）'],
    [0, 1, '缺'],
    [4 / 3, 2, '缺（4 小时，差 2 小时）'],
  ])('say how many hours are missing of half a day: %f of %i', (done, needed, words) => {
    expect(occurrenceInWords({ state: 'missing', done, needed }, 'half_days')).toBe(words)
  })

  it('count people where several owe it together', () => {
    expect(occurrenceInWords({ state: 'missing', done: 3, needed: 5 }, 'people')).toBe('缺（3/5 人）')
  })
})

it('the shipped duties name kinds of organisations and posts that there are', () => {
  expect(organisationKinds).toEqual(expect.arrayContaining(standardDuties.flatMap(({ owedKinds }) => owedKinds)))
  expect(postRoles).toEqual(expect.arrayContaining(standardDuties.flatMap(({ owedRoles }) => owedRoles)))
})
