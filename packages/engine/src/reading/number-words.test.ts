import { describe, expect, it } from 'vitest'
import { formatNumber } from './number-words.ts'

const NUMBERS = [1, 10, 12, 20, 27, 101, 110, 2024]
const EXPECTED: Readonly<Record<string, string>> = {
  decimal: '1 10 12 20 27 101 110 2024',
  decimalZero: '01 10 12 20 27 101 110 2024',
  decimalFullWidth: '１ １０ １２ ２０ ２７ １０１ １１０ ２０２４',
  chineseCounting: '一 十 十二 二十 二十七 一〇一 一一〇 二〇二四',
  chineseCountingThousand: '一 十 十二 二十 二十七 一百〇一 一百一十 二千〇二十四',
  taiwaneseCounting: '一 十 十二 二十 二十七 一〇一 一一〇 二〇二四',
  japaneseCounting: '一 十 十二 二十 二十七 百一 百十 二千二十四',
  chineseLegalSimplified: '壹 壹拾 壹拾贰 贰拾 贰拾柒 壹佰零壹 壹佰壹拾 贰仟零贰拾肆',
  ideographDigital: '一 一〇 一二 二〇 二七 一〇一 一一〇 二〇二四',
  ideographTraditional: '甲 癸 12 20 27 101 110 2024',
  decimalEnclosedCircle: '① ⑩ ⑫ ⑳ 27 101 110 2024',
  decimalEnclosedCircleChinese: '① ⑩ ⑫ ⑳ 27 101 110 2024',
  decimalEnclosedParen: '⑴ ⑽ ⑿ ⒇ 27 101 110 2024',
  decimalEnclosedFullstop: '⒈ ⒑ ⒓ ⒛ 27 101 110 2024',
  upperLetter: 'A J L T AA WWWW FFFFF 2024',
  lowerRoman: 'i x xii xx xxvii ci cx mmxxiv',
  none: '       ',
  unknownFormat: '1 10 12 20 27 101 110 2024',
}

describe('numbers in words', () => {
  it.each(Object.entries(EXPECTED))('writes %s', (format, expected) => {
    expect(NUMBERS.map((value) => formatNumber(value, format)).join(' ')).toBe(expected)
  })

  it('keeps zero and what is beyond all signs as digits', () => {
    expect(formatNumber(0, 'chineseCounting')).toBe('0')
    expect(formatNumber(2_000_000_000, 'lowerLetter')).toBe('2000000000')
    expect(formatNumber(123_456, 'chineseCountingThousand')).toBe('123456')
  })
})
