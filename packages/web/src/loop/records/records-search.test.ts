import { expect, it } from 'vitest'
import { daysOf, partsOfYear, periodInChinese, recordsSearchOf } from './records-search.ts'

it('the months of a year follow each other without a gap, and the quarters are made of them', () => {
  const months = partsOfYear.filter((part) => part.startsWith('M')).map((part) => daysOf(2024, part))
  const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  expect(months.slice(1).map(({ from }) => from)).toEqual(months.slice(0, -1).map(({ to }) => next(to)))
  expect(months[1]).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(daysOf(2024, 'Q1')).toEqual({ from: months[0]?.from, to: months[2]?.to })
  expect(daysOf(2024, undefined)).toEqual({ from: months[0]?.from, to: months[11]?.to })
  expect(daysOf(2024, 'H2')).toEqual({ from: months[6]?.from, to: months[11]?.to })
  expect(periodInChinese(2024, 'H1')).toBe('2024年上半年')
  expect(periodInChinese(2024, 'Q4')).toBe('2024年第四季度')
  expect(periodInChinese(2024, 'M03')).toBe('2024年3月')
})

it('an address is read as far as it makes sense', () => {
  expect(recordsSearchOf({ year: '2026', part: 'Q5', kind: 'study', subject: '保密', isMine: 'true' })).toEqual({
    year: 2026,
    kind: 'study',
    subject: '保密',
    isMine: true,
  })
  expect(recordsSearchOf({ write: '2026-03-31', kind: 'analysis' })).toEqual({ write: '2026-03-31', kind: 'analysis' })
  const known = { entered: 12, base: 13, outcome: '优秀4人' }
  expect(recordsSearchOf({ ...known, entered: '12' })).toEqual(known)
  expect(recordsSearchOf({ entered: '-1', base: '1.5', outcome: '' })).toEqual({})
  expect(recordsSearchOf({ write: '2026-02-30' })).toEqual({})
  expect(recordsSearchOf({ year: 'x', kind: 'nonsense', organisationId: 3 })).toEqual({})
})
