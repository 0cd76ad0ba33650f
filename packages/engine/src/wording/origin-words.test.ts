import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onlyPlaceOf, originInWords, originsIn, versionNamed } from './origin-words.ts'

describe('where a problem was taken from, as a cell says it', () => {
  it.each([
    ['《领导班子对照检查材料》第 2 版：“下乡调研少”', [['《领导班子对照检查材料》第 2 版', '下乡调研少']]],
    [
      '《甲》第 1 版：“一是‘少’。\n二是“慢”。”\n2026年3月集中学习：“巡查记录怎样补齐”',
      [
        ['《甲》第 1 版', '一是‘少’。\n二是“慢”。'],
        ['2026年3月集中学习', '巡查记录怎样补齐'],
      ],
    ],
    ['民主生活会材料第3页', [['', '民主生活会材料第3页']]],
    ['', []],
    ['  \n', []],
  ])('%s', (cell, entries) => {
    expect(originsIn(cell).map(({ named, words }) => [named, words])).toEqual(entries)
  })

  it('is read back as it is written', () => {
    const line = fc.stringMatching(/^[\u4e00-\u9fa5A-Z0-9《》]{1,12}$/u)
    const entry = fc.record({ named: line, words: fc.array(line, { minLength: 1, maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        const written = entries.map(({ named, words }) => ({ named, words: words.join('\n') }))
        expect(originsIn(written.map(originInWords).join('\n'))).toEqual(written)
      }),
    )
  })

  it('names a version of a paper, or none', () => {
    expect(versionNamed('《关于《规定》的学习记录》第 12 版')).toEqual({ title: '关于《规定》的学习记录', ordinal: 12 })
    expect(versionNamed('三月集中学习')).toBeNull()
  })
})

describe('the only place of words in a text', () => {
  it.each([
    ['下乡(调研)少', '一、下乡(调研)少。', [2, 9]],
    ['一是少。 二是慢。', '一是少。\r\n二是慢。', [0, 10]],
    ['少', '下乡少，走访少', null],
    ['多', '下乡少', null],
  ])('%s in %s', (words, text, place) => {
    const found = onlyPlaceOf(words, text)
    expect(found === null ? null : [found.begins, found.ends]).toEqual(place)
  })
})
