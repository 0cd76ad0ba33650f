import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from './chinese-date.ts'

describe('日期的各种写法', () => {
  test.each([
    ['2024年3月31日', '2024-03-31', 'day'],
    ['2024.3.31', '2024-03-31', 'day'],
    ['2024/3/31', '2024-03-31', 'day'],
    ['2024-03-31', '2024-03-31', 'day'],
    ['2024-03-31 00:00:00', '2024-03-31', 'day'],
    ['20240331', '2024-03-31', 'day'],
    ['24.3.31', '2024-03-31', 'day'],
    ['２０２４年３月３１日', '2024-03-31', 'day'],
    ['2024．3．31', '2024-03-31', 'day'],
    ['2024 年 3 月 31 日', '2024-03-31', 'day'],
    ['2024年3月\n31日前', '2024-03-31', 'day'],
    ['2024. 3. 31', '2024-03-31', 'day'],
    ['二〇二四年三月三十一日', '2024-03-31', 'day'],
    ['二○二四年十二月', '2024-12-31', 'month'],
    ['二0二四年二月底', '2024-02-29', 'month'],
    ['2023年2月', '2023-02-28', 'month'],
    ['2024年3月31号', '2024-03-31', 'day'],
    ['于2024年3月31日前完成', '2024-03-31', 'day'],
    ['2024年3月底前', '2024-03-31', 'month'],
    ['24年3月底', '2024-03-31', 'month'],
    ['2024年6月中旬', '2024-06-20', 'month'],
    ['2024.03', '2024-03-31', 'month'],
    ['2024-12', '2024-12-31', 'month'],
    ['202406', '2024-06-30', 'month'],
    ['2024年上半年', '2024-06-30', 'half'],
    ['2024年下半年', '2024-12-31', 'half'],
    ['2024年一季度末', '2024-03-31', 'quarter'],
    ['2024年第三季度', '2024-09-30', 'quarter'],
    ['2024年底前', '2024-12-31', 'year'],
    ['2024年年底', '2024-12-31', 'year'],
    ['2024年12月底前', '2024-12-31', 'month'],
    ['2024年度内', '2024-12-31', 'year'],
    ['2024年全年', '2024-12-31', 'year'],
    ['2024', '2024-12-31', 'year'],
    ['45382', '2024-03-31', 'day'],
    ['45382.5', '2024-03-31', 'day'],
  ])('%s 是 %s', (text, date, precision) => {
    expect(readDate(text)).toMatchObject({ kind: 'date', date, precision, text })
  })

  test.each([
    ['3月底前', '2025-03-31', 'month'],
    ['6月10日前', '2025-06-10', 'day'],
    ['6.30前', '2025-06-30', 'day'],
    ['一季度末', '2025-03-31', 'quarter'],
    ['第3季度', '2025-09-30', 'quarter'],
    ['上半年', '2025-06-30', 'half'],
    ['年底前', '2025-12-31', 'year'],
    ['年内', '2025-12-31', 'year'],
    ['今年6月', '2025-06-30', 'month'],
    ['明年3月底', '2026-03-31', 'month'],
    ['次年一季度', '2026-03-31', 'quarter'],
    ['“七一”前', '2025-07-01', 'day'],
  ])('%s 的年份取自上下文', (text, date, precision) => {
    expect(readDate(text, { year: 2025 })).toMatchObject({ kind: 'date', date, precision })
    expect(readDate(text)).toMatchObject({ kind: 'unclear', precision })
    expect(readDate(text)).not.toHaveProperty('date')
  })

  test.each([
    ['2024年6月—12月', '2024-06-01', '2024-12-31'],
    ['2024年6-12月', '2024-06-01', '2024-12-31'],
    ['2024年11月至2025年2月', '2024-11-01', '2025-02-28'],
    ['2024年11月-2月', '2024-11-01', '2025-02-28'],
    ['2024.3.1-2024.6.30', '2024-03-01', '2024-06-30'],
    ['2024.3.1～6.30', '2024-03-01', '2024-06-30'],
    ['6月至2024年9月', '2024-06-01', '2024-09-30'],
    ['2024-2026年', '2024-01-01', '2026-12-31'],
  ])('%s 是一段时间', (text, from, date) => {
    expect(readDate(text)).toMatchObject({ kind: 'date', from, date })
  })

  test('几个时间取最晚的一个', () => {
    expect(readDate('2024年3月底前修订制度；2024年6月底前完成培训')).toMatchObject({ date: '2024-06-30', until: true })
  })

  test.each(['3月底前', '2024年3月31日之前', '截至2024年5月', '2024年内', '2024年10月以前'])(
    '%s 说的是不晚于',
    (text) => {
      expect(readDate(text).until).toBe(true)
    },
  )
  test('单说日期不是期限', () => expect(readDate('2024年3月31日')).not.toHaveProperty('until'))
})

describe('没有日期的时限', () => {
  test.each([
    '长期坚持',
    '长期',
    '持续推进',
    '常态化',
    '每季度',
    '每月25日前',
    '每年12月底',
    '按月推进',
    '2026年3月起',
    '2024年5月至今',
  ])('%s 是长期坚持', (text) => expect(readDate(text, { year: 2025 }).kind).toBe('sustained'))
  test.each(['立行立改', '立即整改', '即知即改', '边查边改'])('%s 是立行立改', (text) => {
    expect(readDate(text).kind).toBe('immediate')
  })
  test('起点写明的长期坚持', () =>
    expect(readDate('2026年3月起')).toMatchObject({ kind: 'sustained', from: '2026-03-01' }))
  test('立行立改、长期坚持两样都记', () => {
    expect(readDate('立行立改，长期坚持')).toMatchObject({ kind: 'immediate', sustained: true })
    expect(readDate('2024年3月底前，并长期坚持')).toMatchObject({ date: '2024-03-31', sustained: true })
  })
  test('已经完成的记下', () => {
    expect(readDate('已完成')).toMatchObject({ kind: 'done' })
    expect(readDate('已于2024年3月15日完成')).toMatchObject({ date: '2024-03-15', done: true })
    expect(readDate('未完成')).toMatchObject({ kind: 'unclear' })
  })
  test.each([
    '',
    '尽快',
    '近期',
    '3个月内',
    '15个工作日内',
    'XX月底',
    '2024年2月30日',
    '2023年2月29日',
    '2024.13.1',
    '13月底',
    '2024.3.310',
    '1/2/3',
    '138001',
  ])('%s 说不清', (text) =>
    expect(readDate(text, { year: 2025 })).toEqual({ kind: 'unclear', precision: 'none', text }),
  )
})

describe('对任何文字', () => {
  const piece = fc.constantFrom(
    '2024',
    '年',
    '月',
    '日',
    '3',
    '31',
    '底',
    '前',
    '.',
    '-',
    '—',
    '至',
    '上半年',
    '季度',
    '二',
    '十',
    '长期',
    ' ',
    '０',
    '〇',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  )
  const isReal = (date: string): boolean => {
    const time = Date.parse(`${date}T00:00:00Z`)
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
  }

  test('不抛异常，只给真实的日期，原文不变', () => {
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 2000, max: 2040 })), (written, year) => {
        const read = readDate(written, year === null ? {} : { year })
        expect(read.text).toBe(written)
        for (const date of [read.date, read.from]) if (date !== undefined) expect(isReal(date)).toBe(true)
        expect(read.kind === 'date').toBe(read.date !== undefined)
      }),
      { numRuns: 3000 },
    )
  })

  test('每一天用各种写法写出来，读回同一天', () => {
    const forms = [
      (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
      (y: number, m: number, d: number) => `${y}.${m}.${d}`,
      (y: number, m: number, d: number) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      (y: number, m: number, d: number) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
      (y: number, m: number, d: number) => `${y}/${m}/${d}前`,
    ]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14_000 }), fc.constantFrom(...forms), (days, form) => {
        const date = new Date(Date.UTC(2001, 0, 1) + days * 86_400_000)
        const written = form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
        expect(readDate(written).date).toBe(date.toISOString().slice(0, 10))
      }),
    )
  })
})
