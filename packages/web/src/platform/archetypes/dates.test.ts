import { describe, expect, it } from 'vitest'
import { dueInChinese, instantInChinese } from './dates.ts'

describe('dates as people in China read them', () => {
  it.each([
    ['2026-03-31', '2026-03-19', '2026年3月31日（周二，还有 12 天）'],
    ['2026-03-31', '2026-03-31', '2026年3月31日（周二，今天）'],
    ['2026-03-31', '2026-04-01', '2026年3月31日（周二，已过）'],
    ['2026-01-01', '2025-12-31', '2026年1月1日（周四，还有 1 天）'],
    ['2028-03-01', '2028-02-28', '2028年3月1日（周三，还有 2 天）'],
  ])('%s, seen on %s: %s', (date, today, words) => {
    expect(dueInChinese(date, today)).toBe(words)
  })

  it.each([
    ['2026-03-31T06:05:00Z', '2026年3月31日 14:05'],
    // Past midnight in China, the day before at Greenwich.
    ['2026-03-31T16:30:00Z', '2026年4月1日 00:30'],
    ['2025-12-31T16:00:00.000Z', '2026年1月1日 00:00'],
  ])('the instant %s: %s', (at, words) => {
    expect(instantInChinese(at)).toBe(words)
  })
})
