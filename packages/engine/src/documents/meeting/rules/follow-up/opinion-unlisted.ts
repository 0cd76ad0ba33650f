import { textPlace } from '../../../../findings/place.ts'
import type { CheckRule } from '../../check-rule.ts'
import { bestShare } from '../../found-in-lists.ts'
import { filesOf } from '../../meeting-files.ts'

const LEAST = 0.16
const CLOSED = /不列入|不予采纳|未采纳|不采纳|已(?:办结|答复|整改|解决|说明)|向.{2,12}报告|超出.{0,6}权限/

export const opinionUnlisted: CheckRule = {
  id: 'follow-up/opinion-unlisted',
  name: '意见没有着落',
  severity: 'warning',
  why: '征求来的每条意见，要么列入整改，要么说明理由，没有下落的会寒了提意见人的心。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于征求意见并整改的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const summary = filesOf(meeting, 'opinion_summary').find(({ items }) => items.length >= 3)
    const lists = filesOf(meeting, 'rectification_list', 'problem_list')
    const items = lists.flatMap((file) => file.items)
    if (summary === undefined || items.length < 3) return
    const texts = lists.map(({ document }) => document.text).join('\n')
    const unlisted = summary.items.filter(({ text, number }) => {
      const isNamed = number !== '' && new RegExp(`意见(?:建议)?\\s*(?:第)?\\s*${number}(?!\\d)`).test(texts)
      return !isNamed && !CLOSED.test(text) && bestShare(text.split(' ')[0] ?? text, items) < LEAST
    })
    if (unlisted.length * 2 > summary.items.length) return
    for (const { text, number, start, end } of unlisted) {
      const words = (text.split(' ')[0] ?? text).slice(0, 40)
      yield {
        message: `第${number}条意见“${words}”不在问题清单和整改清单里，也没有说明理由，请补上`,
        place: textPlace(summary.path, { start, end }),
      }
    }
  },
  bad: [
    `=== 意见汇总.md
市园林处党支部2025年度组织生活会征求意见汇总

| 序号 | 意见建议 | 提出人 |
| --- | --- | --- |
| 1 | 滨江步道路灯夜间不亮 | 市民代表 |
| 2 | ⟦职工食堂饭菜偏凉⟧ | 养护班 |
| 3 | 公园厕所保洁不及时 | 市民代表 |
=== 整改清单.md
市园林处党支部2025年度组织生活会整改清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | 滨江步道路灯夜间不亮 | 逐盏检修 | 樊江 |
| 2 | 公园厕所保洁不及时 | 每两小时巡查 | 安澜 |
| 3 | 理论学习笔记不全 | 按月发放 | 樊江 |`,
  ],
  good: [
    `=== 意见汇总.md
市园林处党支部2025年度组织生活会征求意见汇总

| 序号 | 意见建议 | 提出人 |
| --- | --- | --- |
| 1 | 滨江步道路灯夜间不亮 | 市民代表 |
| 2 | 高温津贴发放拖延 | 养护班 |
| 3 | 公园厕所保洁不及时 | 市民代表 |
=== 整改清单.md
市园林处党支部2025年度组织生活会整改清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | 滨江步道路灯夜间不亮 | 逐盏检修 | 樊江 |
| 2 | 公园厕所保洁不及时 | 每两小时巡查 | 安澜 |
| 3 | 高温津贴发放拖延 | 按月发放 | 樊江 |`,
    `=== 意见汇总.md
市园林处党支部2025年度组织生活会征求意见汇总

| 序号 | 意见建议 | 提出人 |
| --- | --- | --- |
| 1 | 滨江步道路灯夜间不亮 | 市民代表 |
| 2 | 增加编制，已向人社部门报告 | 养护班 |
| 3 | 公园厕所保洁不及时 | 市民代表 |
=== 整改清单.md
市园林处党支部2025年度组织生活会整改清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | 滨江步道路灯夜间不亮 | 逐盏检修 | 樊江 |
| 2 | 公园厕所保洁不及时 | 每两小时巡查 | 安澜 |
| 3 | 理论学习笔记不全 | 按月发放 | 樊江 |`,
  ],
}
