import type { PaperReview } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { markedDocument, nextWaiting, standingInWords } from './marked-document.ts'

const nothing = { isMarkdown: false, paragraphs: [], tables: [], sections: [], aspects: [], items: [], claims: [] }
const finding = (key: string, start: number) => ({
  ...{ key, rule: 'count/claim', severity: 'error', start, end: start + 2, message: `意见${key}`, suggestion: null },
})
const REVIEWED = {
  ...{ at: '2026-03-01T01:00:00.000Z', isOutdated: false, rules: {} },
  text: { title: '材料', facts: [], notes: [], text: '甲乙丙丁戊己庚辛壬癸', ...nothing },
  findings: [finding('一', 0), finding('二', 4), finding('三', 8)],
} as NonNullable<PaperReview['reviewed']>
const by = { by: '王建国', at: '2026-03-02T01:00:00.000Z' }
const MARKS = {
  verdicts: [
    { ...by, key: '一', verdict: 'accepted', reason: '' },
    { ...by, key: '三', verdict: 'dismissed', reason: '原文如此' },
  ],
  remarks: [{ ...by, id: 'r', start: 2, end: 4, text: '请写明', isOwn: true }],
} as const

it('puts findings and remarks into one margin, in the order of the text, with what was decided', () => {
  const { page, notes } = markedDocument(
    REVIEWED,
    { verdicts: [...MARKS.verdicts], remarks: [...MARKS.remarks] },
    new Set(['二']),
  )
  expect(notes.map(({ key, verdict }) => [key, verdict])).toEqual([
    ['一', 'accepted'],
    ['r', null],
    ['二', null],
    ['三', 'dismissed'],
  ])
  expect(page.findings.map(({ label, reason, isRemark }) => [label, reason, isRemark])).toEqual([
    ['已采纳', undefined, undefined],
    [undefined, undefined, true],
    ['新的', undefined, undefined],
    [undefined, '原文如此', undefined],
  ])
  expect(standingInWords(notes)).toBe('审核意见 3 条，采纳 1，不采纳 1，没有处理 1，审核人的意见 1 条')
})

it('goes to the next finding that waits, round the end, and to none where none does', () => {
  const { notes } = markedDocument(REVIEWED, { verdicts: [], remarks: [] }, new Set())
  expect([null, '一', '二', '三'].map((after) => nextWaiting(notes, after))).toEqual(['一', '二', '三', '一'])
  const all = {
    verdicts: REVIEWED.findings.map(({ key }) => ({ ...by, key, verdict: 'accepted' as const, reason: '' })),
  }
  expect(nextWaiting(markedDocument(REVIEWED, { ...all, remarks: [] }, new Set()).notes, '一')).toBeNull()
})
