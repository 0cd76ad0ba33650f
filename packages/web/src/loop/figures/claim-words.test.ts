import type { PaperClaim } from '@duizhao/contract'
import { describe, expect, it } from 'vitest'
import { claimsInOrder, summaryOf } from './claim-words.ts'

const claim = (start: number, state: PaperClaim['state']): PaperClaim => ({
  ...{ figure: 'studies', words: '集中学习3次', start, end: start + 6, claimed: 3, per: null, subject: '' },
  ...{ state, value: null, missing: [], countedIn: null, kept: null },
})

describe('claims of a paper', () => {
  const claims = [claim(0, 'agrees'), claim(10, 'differs'), claim(20, 'uncounted'), claim(30, 'differs')]

  it('stand with what differs first, each in the order of the paper', () => {
    expect(claimsInOrder(claims).map(({ start }) => start)).toEqual([10, 30, 20, 0])
  })

  it('are summed up by what became of them, and nothing is said of none', () => {
    expect(summaryOf(claims)).toBe('读到 4 个数：不一致 2，一致 1，没有可对的记录 1。')
    expect(summaryOf(claims.slice(0, 1))).toBe('读到 1 个数：一致 1。')
    expect(summaryOf([])).toBe('')
  })
})
