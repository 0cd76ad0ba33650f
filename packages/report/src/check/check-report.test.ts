import { checkMeetingFolder, isUnreadable, read } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../plain/plain-report.ts'
import { checkReport } from './check-report.ts'

async function reported(papers: Readonly<Record<string, string>>) {
  const files = await Promise.all(
    Object.entries(papers).map(async ([path, text]) => {
      const document = await read(new TextEncoder().encode(text), path)
      if (isUnreadable(document)) throw new Error(document.message)
      return { path, document }
    }),
  )
  const texts = files.map(({ path, document }) => ({ path, text: document.text }))
  const { verdict, sections } = checkReport(checkMeetingFolder(files), texts)
  return { verdict: verdict.words, rows: sections.map(({ rows }) => rows.map((row) => row.map(wordsOf))) }
}

const MINUTES = '柳湾村党支部2025年度组织生活会会议记录\n会议时间：2026年1月25日\n应到12人，实到10人'
const ATTENDANCE = '柳湾村党支部2025年度组织生活会签到表\n时间：2026年1月25日\n应到12人，实到10人'

describe('the report on a meeting’s papers', () => {
  it('counts a finding once, however many places it has in a file', async () => {
    const study = '支部集中学习记录\n时间：2025年8月7日\n学习内容：党的二十届四中全会精神'
    const { verdict, rows } = await reported({ '学习.txt': study })
    expect(verdict).toBe('1 份材料，1 处要看，其中错误 1 处。')
    expect(rows).toEqual([
      [
        [
          '1',
          '错误',
          expect.stringContaining('才召开，请核对日期'),
          '学习.txt 第2行、第3行',
          '学习早于全会 procedure/study-before-plenum',
        ],
      ],
      [['学习记录', '学习.txt', '见第 1 处', expect.any(String)]],
    ])
  })

  it('tells at every file a finding is about which finding that is, and counts it once in the verdict', async () => {
    const { verdict, rows } = await reported({
      '记录.txt': MINUTES,
      '签到.txt': ATTENDANCE.replace('应到12人', '应到13人').replace('实到10人', '实到9人'),
    })
    expect(verdict).toBe('2 份材料，2 处要看，其中错误 2 处。')
    expect(rows[1]?.map((row) => row[2])).toEqual(['见第 1、2 处', '见第 1、2 处'])
  })

  it('says so where nothing is wrong', async () => {
    const { verdict, rows } = await reported({ '记录.txt': MINUTES, '签到.txt': ATTENDANCE })
    expect(verdict).toBe('2 份材料齐全、有序、对得上。')
    expect(rows[1]?.map((row) => row[2])).toEqual(['没有发现问题', '没有发现问题'])
  })
})
