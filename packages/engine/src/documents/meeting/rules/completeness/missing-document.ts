import { type MeetingDocumentKind, meetingDocumentNames } from '../../../../standards/meeting-papers.ts'
import type { CheckRule } from '../../check-rule.ts'
import { titleOf } from '../../kind-of-meeting-document.ts'
import type { MeetingFacts } from '../../meeting-facts.ts'
import { filesOf } from '../../meeting-files.ts'

/** What an archive of either kind of meeting holds (RULES 1b: composed from practice). */
const DEMOCRATIC: readonly MeetingDocumentKind[] = [
  'plan',
  'notice',
  'study_record',
  'opinion_summary',
  'talk_record',
  'team_material',
  'personal_material',
  'prior_report',
  'attendance',
  'minutes',
  'meeting_report',
  'problem_list',
  'rectification_list',
]
const ORGANISATIONAL: readonly MeetingDocumentKind[] = [
  'study_record',
  'opinion_summary',
  'talk_record',
  'team_material',
  'personal_material',
  'attendance',
  'minutes',
  'rectification_list',
]
const LISTS: readonly MeetingDocumentKind[] = ['problem_list', 'rectification_list']
/** A title that announces both lists: 问题清单和整改清单, 查摆问题及整改措施清单. */
const BOTH_LISTS = /问题清单.{0,8}整改.{0,6}清单|问题.{0,4}[和与及、].{0,4}整改.{0,6}清单/

/** True if one paper is the list of problems and that of their rectification. */
function hasBothLists(meeting: MeetingFacts): boolean {
  return filesOf(meeting, ...LISTS).some(({ document }) => BOTH_LISTS.test(titleOf(document)))
}

/** With fewer kinds of papers a folder is no archive, and nobody expects the rest in it. */
const ARCHIVE = 6

export const missingDocument: CheckRule = {
  id: 'completeness/missing-document',
  name: '归档材料不全',
  severity: 'warning',
  why: '上级检查先看档案齐不齐，缺哪一份就说明哪个环节没有做或者没有留下记录。',
  source: { title: '民主生活会、组织生活会归档实践', known: 'practice' },
  *check(meeting) {
    const kinds = new Set(meeting.files.map(({ kind }) => kind).filter((kind) => kind !== 'other'))
    const isHeld = kinds.has('minutes') || kinds.has('attendance') || kinds.has('meeting_report')
    if (kinds.size < ARCHIVE || !isHeld) return
    for (const kind of meeting.kind === 'organisational_life' ? ORGANISATIONAL : DEMOCRATIC) {
      if (filesOf(meeting, kind).length > 0 || (LISTS.includes(kind) && hasBothLists(meeting))) continue
      const name = meetingDocumentNames[kind]
      yield { message: `没有找到${name}，请补齐或核对文件`, place: null }
    }
  },
  bad: [
    `=== 学习记录.txt
支部集中学习记录
时间：2026年1月8日
学习内容：党章
=== 谈话汇总.md
谈心谈话情况汇总表

| 序号 | 谈话人 | 谈话对象 | 谈话时间 |
| --- | --- | --- | --- |
| 1 | 聂远航 | 常青松 | 2026年1月9日 |
=== 支委会材料.txt
临江市第二水厂党支部委员会2025年度组织生活会对照检查材料
现将对照检查情况报告如下。
=== 个人材料.txt
2025年度组织生活会个人对照检查材料
聂远航
我对照要求，认真查找自身存在的问题。
=== 签到表.txt
临江市第二水厂党支部2025年度组织生活会签到表
时间：2026年1月18日
=== 会议记录.txt
临江市第二水厂党支部2025年度组织生活会会议记录
会议时间：2026年1月18日
=== 整改清单.txt
2025年度组织生活会整改清单
=== ⟦⟧`,
  ],
  good: [
    `=== 学习记录.txt
支部集中学习记录
时间：2026年1月8日
学习内容：党章
=== 谈话汇总.md
谈心谈话情况汇总表

| 序号 | 谈话人 | 谈话对象 | 谈话时间 |
| --- | --- | --- | --- |
| 1 | 聂远航 | 常青松 | 2026年1月9日 |
=== 支委会材料.txt
临江市第二水厂党支部委员会2025年度组织生活会对照检查材料
现将对照检查情况报告如下。
=== 个人材料.txt
2025年度组织生活会个人对照检查材料
聂远航
我对照要求，认真查找自身存在的问题。
=== 签到表.txt
临江市第二水厂党支部2025年度组织生活会签到表
时间：2026年1月18日
=== 会议记录.txt
临江市第二水厂党支部2025年度组织生活会会议记录
会议时间：2026年1月18日
=== 整改清单.txt
2025年度组织生活会整改清单
=== 意见汇总.txt
党支部征求意见汇总`,
    `=== 学习记录.txt
支部集中学习记录
时间：2026年1月8日
学习内容：党章
=== 谈话汇总.md
谈心谈话情况汇总表

| 序号 | 谈话人 | 谈话对象 | 谈话时间 |
| --- | --- | --- | --- |
| 1 | 聂远航 | 常青松 | 2026年1月9日 |
=== 支委会材料.txt
临江市第二水厂党支部委员会2025年度组织生活会对照检查材料
现将对照检查情况报告如下。
=== 个人材料.txt
2025年度组织生活会个人对照检查材料
聂远航
我对照要求，认真查找自身存在的问题。
=== 签到表.txt
临江市第二水厂党支部2025年度组织生活会签到表
时间：2026年1月18日
=== 会议记录.txt
临江市第二水厂党支部2025年度组织生活会会议记录
会议时间：2026年1月18日
=== 整改清单.txt
临江市第二水厂党支部2025年度组织生活会查摆问题清单和整改清单
=== 意见汇总.txt
党支部征求意见汇总`,
    `=== 会议记录.txt
临江市第二水厂党支部2025年度组织生活会会议记录
会议时间：2026年1月18日
=== 签到表.txt
临江市第二水厂党支部2025年度组织生活会签到表
时间：2026年1月18日`,
  ],
}
