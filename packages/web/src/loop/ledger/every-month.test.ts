import { expect, it } from 'vitest'
import { everyMonth } from './every-month.ts'

const count = (month: string, registered: number) => ({
  month,
  registered,
  registeredLate: 0,
  struckOff: 0,
  struckOffLate: 0,
})

it.each([
  [[], []],
  [['2026-03'], ['2026-03']],
  [
    ['2026-02', '2025-11'],
    ['2025-11', '2025-12', '2026-01', '2026-02'],
  ],
  [
    ['2026-01', '2026-02', '2026-04'],
    ['2026-01', '2026-02', '2026-03', '2026-04'],
  ],
])('%j: %j', (given, shown) => {
  expect(everyMonth(given.map((month) => count(month, 2))).map(({ month }) => month)).toEqual(shown)
})

it('a month without rows counts nothing', () => {
  expect(everyMonth([count('2026-01', 3), count('2026-03', 1)]).map(({ registered }) => registered)).toEqual([3, 0, 1])
})
