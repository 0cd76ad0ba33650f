import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../../reading/read.ts'
import type { Notice } from './notice.ts'
import { readNotice } from './read-notice.ts'

async function noticeOf(...lines: readonly string[]): Promise<{ readonly text: string; readonly notice: Notice }> {
  const document = await read(new TextEncoder().encode(lines.join('\n')), '通知.txt')
  if (isUnreadable(document)) throw new Error(document.message)
  return { text: document.text, notice: readNotice(document) }
}

const TITLE = '关于开好2026年度民主生活会的通知'

describe('a notice', () => {
  it.each([
    ['主题是：以好作风干好工作。', '以好作风干好工作'],
    ['会议主题为“守初心、转作风”。', '守初心、转作风'],
    ['深入开展主题教育，认真组织主题党日。', null],
  ])('%s: its theme is %s', async (sentence, theme) => {
    const { text, notice } = await noticeOf(TITLE, sentence)
    expect(notice.theme?.value ?? null).toBe(theme)
    if (notice.theme !== null) expect(text.slice(notice.theme.start, notice.theme.end)).toBe(theme)
  })

  it.each([
    ['民主生活会于2026年12月20日至2027年2月28日召开。', '2026-12-20', '2027-02-28'],
    ['2027年2月底前召开。', null, '2027-02-28'],
    ['2027年1月5日前报送方案。', null, null],
  ])('%s: it is held from %s until %s', async (sentence, from, until) => {
    const { notice } = await noticeOf(TITLE, sentence)
    expect([notice.from?.value ?? null, notice.until?.value ?? null]).toEqual([from, until])
  })

  it.each([
    ['会前10个工作日将会议方案报市委组织部。', 10, null],
    ['会议方案应当提前五个工作日报审。', 5, null],
    ['会前10天将会议方案报市委组织部。', null, null],
    ['会后十五日内报送情况报告。', null, 15],
  ])('%s: the plan %s workdays before, the report %s days after', async (sentence, lead, days) => {
    const { notice } = await noticeOf(TITLE, sentence)
    expect([notice.leadWorkdays?.value ?? null, notice.reportDays?.value ?? null]).toEqual([lead, days])
  })

  it('says what is reported at the meeting, each by itself, and where', async () => {
    const { text, notice } = await noticeOf(TITLE, '会上要通报上年度整改落实情况和征求意见情况。')
    expect(notice.reportItems.map(({ start, end }) => text.slice(start, end))).toEqual([
      '上年度整改落实情况',
      '征求意见情况',
    ])
  })

  it('names its aspects on two levels, or in one sentence', async () => {
    const listed = await noticeOf(
      TITLE,
      '重点围绕以下两个方面查摆问题：',
      '（一）带头学习方面。',
      '1.学用脱节。',
      '（二）带头担当方面。',
    )
    expect(listed.notice.aspects.map(({ title, points }) => ({ title, points }))).toEqual([
      { title: '带头学习', points: ['学用脱节'] },
      { title: '带头担当', points: [] },
    ])
    const { notice } = await noticeOf(TITLE, '在带头坚定信念、带头改进作风等方面检视问题。')
    expect(notice.aspects.map(({ title }) => title)).toEqual(['带头坚定信念', '带头改进作风'])
  })

  it('of something else says nothing that is taken for an answer', async () => {
    const { notice } = await noticeOf('关于做好防汛工作的通知', '各单位要加强值守，2026年6月1日前完成检查。')
    expect(notice).toMatchObject({ title: null, kind: null, year: null, theme: null, aspects: [], until: null })
  })
})
