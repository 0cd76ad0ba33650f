import { expect, it } from 'vitest'
import { claimingInWords, countsInWords } from './item-words.ts'

const item = (category: string, aspect: string, rows = 0, hiddenRows = 0) => ({
  ...{ category, aspect, hiddenRows },
  rows: Array.from({ length: rows }, (_, at) => ({ id: `${at}` })),
})

it('counts headings once each, an aspect of two categories twice', () => {
  const items = [
    item('甲', '一', 1),
    item('甲', '一', 2),
    item('甲', '二', 1),
    item('乙', '一', 0, 1),
    item('乙', '', 1),
  ]
  expect(countsInWords(items)).toBe('2 大类、3 个方面、5 条问题；都已列入台账。')
})

it('tells of how many nothing came; of headings nothing where there are none', () => {
  expect(countsInWords([item('', ''), item('', '', 1)])).toBe('2 条问题；还有 1 条没有列入台账。')
})

it('tells what is still to be claimed, and by whom', () => {
  const claiming = { mayClaim: false, unclaimed: 2, firstOn: null, without: ['赵一', '钱二'] }
  expect(claimingInWords(claiming)).toBe(
    '还有 2 条没有人认领；主要负责人（第一责任人）还没有认领；班子成员赵一、钱二还没有认领。',
  )
  expect(claimingInWords({ ...claiming, unclaimed: 0, firstOn: '2026-01-08', without: [] })).toBe('都有人认领。')
})
