import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from './chinese-date.ts'

const dates: readonly (readonly [written: string, date: string | undefined, precision: string])[] = [
  ['2024年3月31日', '2024-03-31', 'day'],
  ['2024.3.31', '2024-03-31', 'day'],
  ['2024/3/31', '2024-03-31', 'day'],
  ['2024-03-31', '2024-03-31', 'day'],
  ['20240331', '2024-03-31', 'day'],
  ['24.3.31', '2024-03-31', 'day'],
  ['２０２４年３月３１日', '2024-03-31', 'day'],
  ['2024 年 3 月 31 日', '2024-03-31', 'day'],
  ['二〇二四年三月三十一日', '2024-03-31', 'day'],
  ['2024年3月底前', '2024-03-31', 'month'],
  ['2024年2月底前', '2024-02-29', 'month'],
  ['2024.6', '2024-06-30', 'month'],
  ['2024年上半年', '2024-06-30', 'half'],
  ['2024年第三季度', '2024-09-30', 'quarter'],
  ['2024年底前', '2024-12-31', 'year'],
  ['2024年6月—12月', '2024-12-31', 'month'],
  ['45382', '2024-03-31', 'day'],
  ['2024年2月30日', undefined, 'none'],
  ['尽快', undefined, 'none'],
]

describe('台账里的日期', () => {
  test.each(dates)('%s', (written, date, precision) => {
    expect(readDate(written)).toMatchObject({ precision, ...(date ? { date, kind: 'date' } : { kind: 'unclear' }) })
  })

  test.each([
    ['3月底前', '2025-03-31'],
    ['一季度末', '2025-03-31'],
    ['年底前', '2025-12-31'],
    ['6月30日前', '2025-06-30'],
  ])('%s 的年份来自上下文', (written, date) => {
    expect(readDate(written, { year: 2025 }).date).toBe(date)
    expect(readDate(written).kind).toBe('unclear')
  })

  test.each([
    ['长期坚持', 'sustained'],
    ['立行立改', 'immediate'],
    ['已完成', 'done'],
  ])('%s', (written, kind) => {
    expect(readDate(written).kind).toBe(kind)
  })

  test('任何文字都不出错，读出的日期都在日历上', () => {
    const piece = fc.constantFrom('2024', '24', '年', '月', '日', '.', '-', '/', '3', '31', '13', '底前', '季度', '一', '十二', '至', '45382', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const { date } = readDate(pieces.join(''), { year: 2024 })
        if (date !== undefined) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      }),
    )
  })
})
