import { describe, expect, it } from 'vitest'
import { readMeetingNotice } from './meeting-notice.ts'

const NOTICE = {
  会议: '民主生活会',
  年度: 2026,
  主题: '持之以恒推进全面从严治党',
  方面: ['带头固本培元、增强党性', { 名称: '带头担当作为方面', 关键词: ['担当'] }],
  部分: ['上次整改落实情况', '存在的问题'],
  要通报: ['学习教育整改整治情况'],
}

function wrongIn(notice: unknown): readonly string[] {
  const read = readMeetingNotice(JSON.stringify(notice))
  return 'wrong' in read ? read.wrong : []
}

describe('the notice of an office', () => {
  it('has the second level of an aspect, with keywords of its own or those of its name', () => {
    const read = readMeetingNotice(JSON.stringify({ ...NOTICE, 方面: [{ 名称: '带头担当作为', 要点: ['遇事推脱'] }] }))
    expect(read).toMatchObject({
      template: { aspects: [{ title: '带头担当作为', keywords: ['担当作为'], points: ['遇事推脱'] }] },
    })
  })

  it('is the template that materials are judged against', () => {
    expect(readMeetingNotice(`\ufeff${JSON.stringify(NOTICE)}`)).toEqual({
      template: {
        id: 'notice-2026',
        year: 2026,
        meeting: 'democratic_life',
        campaign: '2026年度民主生活会（本单位通知）',
        theme: '持之以恒推进全面从严治党',
        aliases: [],
        aspects: [
          { title: '带头固本培元、增强党性', keywords: ['固本培元', '增强党性'] },
          { title: '带头担当作为方面', keywords: ['担当'] },
        ],
        requiredSections: ['prior_rectification', 'problems'],
        mirrors: [],
        topics: [],
        reported: [{ title: '学习教育整改整治情况', keywords: ['学习教育整改整治情况'] }],
        source: '本单位录入的通知',
        known: 'regulation',
      },
    })
  })

  it.each<[what: string, notice: unknown, wrong: string]>([
    ['a missing theme', { 会议: '民主生活会', 年度: 2026 }, '“主题”没有写。'],
    ['another meeting', { ...NOTICE, 会议: '座谈会' }, '“会议”只能是民主生活会、组织生活会'],
    ['a year in words', { ...NOTICE, 年度: '二〇二六' }, '“年度”应当是年份，如 2026。'],
    ['a key nobody knows', { ...NOTICE, 题目: '学习' }, '不认识“题目”这一项。'],
    ['an empty aspect', { ...NOTICE, 方面: ['学'] }, '“方面的第1条”'],
  ])('says what is wrong: %s', (_, notice, wrong) => {
    expect(wrongIn(notice).join('')).toContain(wrong)
  })

  it('says so where the file is no JSON', () => {
    expect(readMeetingNotice('主题：学习')).toEqual({ wrong: ['不是正确的 JSON，请检查逗号、引号和括号。'] })
  })
})
