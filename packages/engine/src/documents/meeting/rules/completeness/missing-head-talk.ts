import { wholeFile } from '../../../../findings/place.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placed } from '../../meeting-files.ts'

const LEAST_TALKS = 3

export const missingHeadTalk: CheckRule = {
  id: 'completeness/missing-head-talk',
  name: '没有与书记谈话',
  severity: 'warning',
  why: '主要负责人与班子每名成员必谈，缺了一次就是程序没有做到。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于谈心谈话“必谈”的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const { members, head } = meeting
    const files = filesOf(meeting, 'talk_record')
    const talks = files.flatMap((file) => file.talks)
    const spoke = (name: string): boolean =>
      talks.some(({ people }) => people.includes(name) && head !== null && people.includes(head))
    const others = members.filter((name) => name !== head)
    const withHead = others.filter(spoke)
    if (head === null || talks.length < LEAST_TALKS || withHead.length * 2 < others.length) return
    for (const name of others) {
      if (!spoke(name))
        yield {
          message: `没有${head}与${name}谈心谈话的记录，请核实是否谈过并补上`,
          ...placed(files.slice(0, 1).map(({ path }) => wholeFile(path))),
        }
    }
  },
  bad: [
    `=== 会议记录.txt
市残联机关党支部2025年度组织生活会会议记录
会议时间：2026年1月27日
主持人：龚自明
出席人员：龚自明、秋若水、温玉兰、段天然
=== ⟦谈话一.txt⟧
谈心谈话记录
时间：2026年1月5日
谈话人：龚自明
谈话对象：秋若水
谈话内容：互相提醒。
=== 谈话二.txt
谈心谈话记录
时间：2026年1月6日
谈话人：龚自明
谈话对象：温玉兰
谈话内容：互相提醒。
=== 谈话三.txt
谈心谈话记录
时间：2026年1月7日
谈话人：秋若水
谈话对象：段天然
谈话内容：互相提醒。`,
  ],
  good: [
    `=== 会议记录.txt
市残联机关党支部2025年度组织生活会会议记录
会议时间：2026年1月27日
主持人：龚自明
出席人员：龚自明、秋若水、温玉兰、段天然
=== 谈话一.txt
谈心谈话记录
时间：2026年1月5日
谈话人：龚自明
谈话对象：秋若水
谈话内容：互相提醒。
=== 谈话二.txt
谈心谈话记录
时间：2026年1月6日
谈话人：龚自明
谈话对象：温玉兰
谈话内容：互相提醒。
=== 谈话三.txt
谈心谈话记录
时间：2026年1月7日
谈话人：段天然
谈话对象：龚自明
谈话内容：互相提醒。`,
    `=== 会议记录.txt
市残联机关党支部2025年度组织生活会会议记录
会议时间：2026年1月27日
主持人：龚自明
出席人员：龚自明、秋若水、温玉兰、段天然
=== 谈话一.txt
谈心谈话记录
时间：2026年1月5日
谈话人：秋若水
谈话对象：段天然
谈话内容：互相提醒。
=== 谈话二.txt
谈心谈话记录
时间：2026年1月6日
谈话人：龚自明
谈话对象：温玉兰
谈话内容：互相提醒。`,
  ],
}
