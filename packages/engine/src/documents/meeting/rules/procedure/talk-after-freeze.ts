import type { CheckRule } from '../../check-rule.ts'
import type { Stated } from '../../meeting-facts.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

export const talkAfterFreeze: CheckRule = {
  id: 'procedure/talk-after-freeze',
  name: '定稿后才谈话',
  severity: 'warning',
  why: '谈心谈话是为了找准问题，材料审定以后再谈，谈出来的就进不了材料。',
  source: { title: '民主生活会程序实践：先谈话、后撰写、再审核', known: 'practice' },
  *check(meeting) {
    const dated = (kind: 'review_sheet' | 'team_material'): Stated<string>[] =>
      filesOf(meeting, kind).flatMap(({ date }) => date ?? [])
    // What the reviewer has, is frozen; without a review sheet the team's own date says when it was final.
    const [limit] = [...dated('review_sheet'), ...dated('team_material')]
    if (limit === undefined) return
    for (const talk of filesOf(meeting, 'talk_record').flatMap(({ talks }) => talks)) {
      if (talk.date === null || talk.date <= limit.value) continue
      yield {
        message: `${talk.people.join('与')}${dateInChinese(talk.date)}谈话，材料${dateInChinese(limit.value)}已经审定，请核对`,
        place: placeOf(talk),
        related: [placeOf(limit)],
      }
    }
  },
  bad: [
    `=== 审核单.txt
对照检查材料审核意见单
审核时间：⟨2026年1月8日⟩
审核意见：同意上会
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月12日
谈话人：⟦杜若衡
谈话对象：崔晚晴⟧
谈话内容：督办不够及时。`,
  ],
  good: [
    `=== 审核单.txt
对照检查材料审核意见单
审核时间：2026年1月8日
审核意见：同意上会
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月5日
谈话人：杜若衡
谈话对象：崔晚晴
谈话内容：督办不够及时。`,
  ],
}
