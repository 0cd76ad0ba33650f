import { wholeFile } from '../../../../findings/place.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, ownerOf, placed } from '../../meeting-files.ts'

export const missingMaterial: CheckRule = {
  id: 'completeness/missing-material',
  name: '缺个人对照检查',
  severity: 'error',
  why: '每名成员都要作对照检查，缺一份就是有人没有准备。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于撰写对照检查材料的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const { members } = meeting
    const materials = filesOf(meeting, 'personal_material')
    const owners = new Set(materials.map((file) => ownerOf(file, members)))
    // Where most have none, personal materials are not kept here.
    if (members.length < 2 || owners.size * 2 < members.length) return
    for (const name of members) {
      if (!owners.has(name))
        yield {
          message: `没有${name}的个人对照检查材料，请补上`,
          ...placed(materials.slice(0, 1).map(({ path }) => wholeFile(path))),
        }
    }
  },
  bad: [
    `=== 会议记录.txt
市商务局党组2025年度民主生活会会议记录
会议时间：2026年1月13日
出席人员：卓尔群、游子昂、海澄波
=== ⟦卓尔群.txt⟧
2025年度民主生活会个人对照检查材料
卓尔群
我对照要求查找了学习不深的问题。
=== 游子昂.txt
2025年度民主生活会个人对照检查材料
游子昂
我对照要求查找了服务企业不勤的问题。`,
  ],
  good: [
    `=== 会议记录.txt
市商务局党组2025年度民主生活会会议记录
会议时间：2026年1月13日
出席人员：卓尔群、游子昂、海澄波
=== 卓尔群.txt
2025年度民主生活会个人对照检查材料
卓尔群
我对照要求查找了学习不深的问题。
=== 游子昂.txt
2025年度民主生活会个人对照检查材料
游子昂
我对照要求查找了服务企业不勤的问题。
=== 发言提纲.txt
2025年度民主生活会个人对照检查发言提纲
海 澄 波
我对照要求查找了展会经费测算不细的问题。`,
    `=== 会议记录.txt
市商务局党组2025年度民主生活会会议记录
会议时间：2026年1月13日
出席人员：卓尔群、游子昂、海澄波
=== 卓尔群.txt
2025年度民主生活会个人对照检查材料
卓尔群
我对照要求查找了学习不深的问题。`,
  ],
}
