import { describe, expect, it } from 'vitest'
import { chineseNumber } from './chinese-number.ts'
import { columnLetters } from './column-letters.ts'
import { daysAfter, daysBetween } from './days.ts'
import { escapeMarkup } from './escape-markup.ts'
import { firstOf, oneLine, shortened } from './shorten.ts'
import { dateInChinese, datesInChinese, monthInChinese } from './write-date.ts'

describe('counting numbers', () => {
  it('are read up to 999, in characters or digits', () => {
    const written = ['一', '两', '十', '十二', '三十', '九十九', '一百', '两百零五', '一百二十', '九百九十九', '１２']
    expect(written.map(chineseNumber)).toEqual([1, 2, 10, 12, 30, 99, 100, 205, 120, 999, 12])
  })

  it('are nothing else', () => {
    const others = ['', '百', '零', '一百五', '一百零十', '一百零', '十十', '二三', '十两', '1.5', '一千']
    expect(others.map(chineseNumber)).toEqual(others.map(() => Number.NaN))
  })
})

describe('what is written out', () => {
  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ])
  })

  it('shortens without cutting a character in two', () => {
    expect([shortened('整改到位', 4), shortened('整改到位了', 4), shortened('𠮷𠮷', 3)]).toEqual([
      '整改到位',
      '整改到位…',
      '𠮷…',
    ])
    expect([firstOf('整改到位了', 4), firstOf('𠮷𠮷', 3), firstOf('𠮷', 2)]).toEqual(['整改到位', '𠮷', '𠮷'])
    expect(oneLine(' 一是\n\t二是　三是 ')).toBe('一是 二是 三是')
  })

  it('escapes for XML and HTML, and leaves out what XML cannot hold', () => {
    expect(escapeMarkup(`<a b="1" c='2'>&`)).toBe('&lt;a b=&quot;1&quot; c=&#39;2&#39;&gt;&amp;')
    expect(escapeMarkup('甲\u0000\ud800乙\ufffe𠮷\n')).toBe('甲乙𠮷\n')
  })

  it('writes days and months, and counts days over months, years and leap days', () => {
    expect([dateInChinese('2026-01-05'), monthInChinese('2026-01-05'), monthInChinese('2026-12')]).toEqual([
      '2026年1月5日',
      '2026年1月',
      '2026年12月',
    ])
    expect(datesInChinese('2026-11-06 前，延期到 2027-02-05；1-2026-11-06、2026-11-061 不是日期')).toBe(
      '2026年11月6日 前，延期到 2027年2月5日；1-2026-11-06、2026-11-061 不是日期',
    )
    expect([daysAfter('2024-02-28', 2), daysAfter('2026-01-01', -1)]).toEqual(['2024-03-01', '2025-12-31'])
    expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2026-01-01', '2025-12-31')]).toEqual([2, -1])
  })
})
