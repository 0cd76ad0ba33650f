import { describe, expect, it } from 'vitest'
import { failedRuleWords } from './failed-rules.ts'
import { placesOf } from './places.ts'
import { percent } from './similarity-sentence.ts'

describe('placesOf', () => {
  it('counts lines and columns from 1, whatever ends the lines', () => {
    const place = placesOf('一二\r\n三\n\n四')
    expect([0, 1, 4, 6, 7].map(place)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ])
  })
})

describe('percent', () => {
  it('never rounds something to nothing, nor a part to the whole', () => {
    expect([0, 0.004, 0.126, 0.999, 1].map(percent)).toEqual(['0%', '不到 1%', '13%', '99%', '100%'])
  })
})

describe('rules that broke down', () => {
  it('are named, each once however many documents it was to look at', () => {
    const failed = { rule: 'count/panicky', name: '数目', error: 'x is not a function' }
    const words = failedRuleWords([failed, failed])
    expect(words).toEqual([
      '规则“数目”（count/panicky）自己出了错，没有检查这一项，请报告给开发者：x is not a function',
    ])
  })
})
