import { daysAfter } from '@duizhao/engine/wording'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidaysOf } from './holidays.ts'
import { isWorking, workdaysBetween } from './workdays.ts'

const none = new Map<string, boolean>()

describe('workdays', () => {
  it('know the holidays and the weekends worked for them (国务院办公厅 2026 年安排)', () => {
    expect(['2026-10-01', '2026-10-10', '2026-11-20', '2026-11-21'].map((date) => isWorking(date, none))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('follow what an office has set', () => {
    const own = new Map([['2026-11-20', false]])
    expect([isWorking('2026-11-20', own), workdaysBetween('2026-11-18', '2026-11-20', own)]).toEqual([false, 1])
  })

  it('are counted as one would count them day by day', () => {
    const date = fc.integer({ min: 0, max: 3_000 }).map((days) => daysAfter('2019-12-25', days))
    const exceptions = fc.array(fc.tuple(date, fc.boolean()), { maxLength: 5 }).map((all) => new Map(all))
    fc.assert(
      fc.property(date, fc.integer({ min: -5, max: 800 }), exceptions, (from, days, own) => {
        const to = daysAfter(from, days)
        let count = 0
        for (let day = daysAfter(from, 1); day <= to; day = daysAfter(day, 1)) if (isWorking(day, own)) count += 1
        expect(workdaysBetween(from, to, own)).toBe(count)
      }),
      { numRuns: 50 },
    )
  })
})

describe('holidays', () => {
  it('are those of the arrangement for the year (国务院办公厅 2025、2026 年安排)', () => {
    expect(holidaysOf(2026).map(({ name }) => name)).toEqual([
      '元旦',
      '春节',
      '清明',
      '劳动节',
      '端午',
      '中秋',
      '国庆节',
    ])
    expect(holidaysOf(2026).at(-1)).toEqual({ name: '国庆节', from: '2026-10-01', to: '2026-10-07' })
    expect(holidaysOf(2025).find(({ name }) => name === '春节')).toEqual({
      name: '春节',
      from: '2025-01-28',
      to: '2025-02-04',
    })
  })

  it('are not guessed for a year that has not been arranged', () => {
    expect(holidaysOf(2090)).toEqual([])
  })
})
