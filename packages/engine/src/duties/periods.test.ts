import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../wording/days.ts'
import { type CalendarPeriod, periodInWords, periodOf, periodsOfYear } from './index.ts'

const kinds: readonly CalendarPeriod[] = ['week', 'month', 'quarter', 'half', 'year']
const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => daysAfter('1950-01-01', days))

describe('the periods of the calendar', () => {
  it.each([
    ['month', '2024-02-29', '2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['month', '2100-02-10', '2100-02', '2100-02-01', '2100-02-28', '2100年2月'],
    ['month', '2026-12-31', '2026-12', '2026-12-01', '2026-12-31', '2026年12月'],
    ['quarter', '2026-09-30', '2026-Q3', '2026-07-01', '2026-09-30', '2026年第三季度'],
    ['half', '2026-06-30', '2026-H1', '2026-01-01', '2026-06-30', '2026年上半年'],
    ['half', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31', '2026年下半年'],
    ['year', '2024-12-31', '2024', '2024-01-01', '2024-12-31', '2024年'],
    ['week', '2026-01-01', '2026-W01', '2025-12-29', '2026-01-04', '2026年第1周'],
    ['week', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03', '2026年第53周'],
    ['week', '2021-01-03', '2020-W53', '2020-12-28', '2021-01-03', '2020年第53周'],
    ['week', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05', '2025年第1周'],
  ] as const)('%s of %s is %s', (per, day, key, from, to, words) => {
    expect(periodOf(per, day)).toMatchObject({ key, from, to })
    expect(periodInWords(key)).toBe(words)
  })

  it('has words for what hangs on something else', () => {
    expect(['2026-春节', 'once', '0199f6a2-0000-7000-8000-000000000000'].map(periodInWords)).toEqual([
      '2026年春节',
      '一次',
      '任职',
    ])
  })

  it('puts every day into one period of one year, and that one into the periods of the year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), someDay, (per, day) => {
        const period = periodOf(per, day)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(periodsOfYear(per, period.year).filter(({ key }) => key === period.key)).toEqual([period])
      }),
    )
  })

  it('lets the periods follow one another without a gap from year to year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1950, max: 2100 }), (per, year) => {
        const both = [...periodsOfYear(per, year), ...periodsOfYear(per, year + 1)]
        const ends = both.slice(0, -1).map(({ to }) => daysAfter(to, 1))
        expect(both.slice(1).map(({ from }) => from)).toEqual(ends)
      }),
    )
  })
})
