import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAfter, textChanges } from './text-changes.ts'

const words = (before: string, after: string) =>
  textChanges(before, after).map((change) => [
    before.slice(change.before.start, change.before.end),
    after.slice(change.after.start, change.after.end),
  ])

describe('what was changed from one text to another', () => {
  it('is told by the words that differ, not by the whole line', () => {
    expect(
      words('一、整改\n查摆的10个问题均已整改。\n二、问题', '一、整改\n查摆的8个问题均已整改。\n二、问题'),
    ).toEqual([['10', '8']])
  })

  it('knows lines that were added, taken out and moved on', () => {
    expect(words('甲\n乙\n丙', '甲\n丙')).toEqual([['乙', '']])
    expect(words('甲\n丙', '甲\n新的一行\n丙')).toEqual([['', '新的一行']])
    expect(words('甲\n乙', '甲\n乙\n丙')).toEqual([['', '丙']])
    expect(words('甲\n乙丙丁\n戊', '甲\n乙子丁\n己\n戊')).toEqual([['丙丁', '子丁\n己']])
  })

  it('makes nothing of white space at the ends of lines and of empty lines', () => {
    expect(words('甲\n\n　　乙 \n', '甲\r\n乙')).toEqual([])
  })

  it('holds for texts of any lines: what is not changed stands in both', () => {
    const line = fc.constantFrom('甲乙', '丙丁', '戊己', '庚辛', '甲丁')
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        let rebuilt = ''
        let at = 0
        for (const change of textChanges(before, after)) {
          rebuilt += before.slice(at, change.before.start) + after.slice(change.after.start, change.after.end)
          at = change.before.end
        }
        const plain = (all: string): string => all.replaceAll('\n', '')
        expect(plain(rebuilt + before.slice(at))).toBe(plain(after))
      }),
    )
  })
})

it('a place is where its words are afterwards, and nowhere where they were changed', () => {
  const [before, after] = ['甲甲\n查摆的10个问题\n丙丙', '甲甲\n新的\n查摆的8个问题\n丙丙']
  const changes = textChanges(before, after)
  const placed = (sought: string) => {
    const start = before.indexOf(sought)
    const place = placeAfter(changes, { start, end: start + sought.length })
    return place && after.slice(place.start, place.end)
  }
  expect([placed('甲甲'), placed('丙丙'), placed('10个问题')]).toEqual(['甲甲', '丙丙', null])
})
