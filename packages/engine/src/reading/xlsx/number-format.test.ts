import { describe, expect, it } from 'vitest'
import { BUILT_IN_FORMATS } from './built-in-formats.ts'
import { createNumberWriter } from './number-format.ts'

const write = createNumberWriter(1900)

describe('numbers', () => {
  it.each([
    ['General', 5, '5'],
    ['General', -0.5, '-0.5'],
    ['General', 1 / 3, '0.333333333'],
    ['General', 1234.56789012, '1234.56789'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 12345678901, '12345678901'],
    ['General', Number('110101199001011234'), '1.10101E+17'],
    ['General', 0.00001, '1E-05'],
    ['0', 2.5, '3'],
    ['0', -0.2, '0'],
    ['0.00', 1.005, '1.01'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['#,##0.00_);[Red](#,##0.00)', -1234.5, '(1,234.50)'],
    ['0%', 0.915, '92%'],
    ['0.0%', 0.915, '91.5%'],
    ['0.##', 1.5, '1.5'],
    ['#,##0,', 1234567, '1,235'],
    ['000', 7, '007'],
    ['000-0000', 1234567, '123-4567'],
    ['"第"0"项"', 3, '第3项'],
    ['0"个"', 12, '12个'],
    ['¥#,##0.00', 88, '¥88.00'],
    ['[$¥-804]#,##0', 88, '¥88'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['0;-0;"无"', 0, '无'],
    ['@', 12.5, '12.5'],
    ['# ?/?', 0.5, '0.5'],
    ['[=1]"已完成";[=0]"未完成";General', 1, '已完成'],
    ['[=1]"已完成";[=0]"未完成";General', 0, '未完成'],
    ['[=1]"已完成";[=0]"未完成";General', 3, '3'],
    ['[=1]"是";[=0]"否"', 7, '7'],
    ['[>=10000]0!.0,"万元";0"元"', 123456, '12.3万元'],
    ['[>=10000]0!.0,"万元";0"元"', 800, '800元'],
    ['[Red][<0]0.0;[Blue][>=100]0"大";0', -2, '-2.0'],
    ['[Red][<0]0.0;[Blue][>=100]0"大";0', 100, '100大'],
    ['[<60]"不合格";"合格"', 60, '合格'],
    ['[DBNum1][$-804]General', 12345, '一万二千三百四十五'],
    ['[DBNum1][$-804]0', 1205, '一二〇五'],
    ['[DBNum1]', 100010203, '一亿〇一万〇二百〇三'],
    ['[DBNum2][$-804]General', 12345.5, '壹万贰仟叁佰肆拾伍.伍'],
    ['[DBNum2][$-804]General"元整"', -1010, '-壹仟零壹拾元整'],
    ['[DBNum3]0', 20, '２０'],
  ])('%s shows %d as %s', (code, value, shown) => {
    expect(write(value, code)).toEqual({ text: shown })
  })

  it('does not fail on formats nobody would write', () => {
    for (const code of [
      '',
      ';;;;;',
      `0.${'0'.repeat(400)}`,
      '%'.repeat(400) + '0',
      '0E+' + '0'.repeat(50),
      '"',
      '[',
      '\\',
      '_',
      '0' + ','.repeat(300),
    ]) {
      for (const value of [0, -1, 1e300, 1e-300, 0.5]) expect(typeof write(value, code).text).toBe('string')
    }
  })
})

describe('dates', () => {
  it.each([
    ['yyyy"年"m"月"d"日"', 45382, '2024年3月31日', '2024-03-31'],
    ['yyyy/m/d', 45382, '2024/3/31', '2024-03-31'],
    ['yyyy-mm-dd hh:mm', 45382.5, '2024-03-31 12:00', '2024-03-31'],
    ['yyyy\\.mm\\.dd', 45382, '2024.03.31', '2024-03-31'],
    ['[$-804]yyyy"年"m"月";@', 45382, '2024年3月', '2024-03-31'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45382, '二〇二四年三月三十一日', '2024-03-31'],
    ['[DBNum1]yyyy"年"m"月"d"日"', 45576, '二〇二四年十月十一日', '2024-10-11'],
    ['[DBNum2]m"月"d"日"', 45580, '壹拾月壹拾伍日', '2024-10-15'],
    ['d-mmm-yy', 45382, '31-Mar-24', '2024-03-31'],
    ['m/d aaaa', 45382, '3/31 星期日', '2024-03-31'],
    ['yyyy/m/d', 1, '1900/1/1', '1900-01-01'],
    ['yyyy/m/d', 59, '1900/2/28', '1900-02-28'],
    ['yyyy/m/d', 61, '1900/3/1', '1900-03-01'],
    ['yyyy/m/d', 2958465, '9999/12/31', '9999-12-31'],
  ])('%s shows %d as %s', (code, value, text, date) => {
    expect(write(value, code)).toEqual({ text, date })
  })

  it('have no calendar day where there is none: times, the 29 February 1900, beyond the calendar', () => {
    expect(write(0.75, 'h:mm AM/PM')).toEqual({ text: '6:00 PM' })
    expect(write(0.5, '上午/下午h"时"mm"分"')).toEqual({ text: '下午12时00分' })
    expect(write(1.5, '[h]:mm:ss')).toEqual({ text: '36:00:00' })
    expect(write(60, 'yyyy/m/d')).toEqual({ text: '1900/2/29' })
    expect(write(-1, 'yyyy/m/d')).toEqual({ text: '-1' })
    expect(write(3e6, 'yyyy/m/d')).toEqual({ text: '3000000' })
  })

  it('count from 1904 in old Macintosh workbooks', () => {
    expect(createNumberWriter(1904)(0, 'yyyy/m/d')).toEqual({ text: '1904/1/1', date: '1904-01-01' })
    expect(createNumberWriter(1904)(43920, 'yyyy/m/d').date).toBe('2024-03-31')
  })

  it('have the built-in formats of a Chinese Excel', () => {
    const shown = [14, 31, 57, 58, 22].map((id) => write(45382.25, BUILT_IN_FORMATS[id] ?? '').text)
    expect(shown).toEqual(['2024/3/31', '2024年3月31日', '2024年3月', '3月31日', '2024/3/31 6:00'])
  })
})
