import type { CheckRule } from '../../check-rule.ts'
import { filesOf, ownerOf, wholeFile } from '../../meeting-files.ts'

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
          about: name,
          places: materials.slice(0, 1).map(wholeFile),
        }
    }
  },
}
