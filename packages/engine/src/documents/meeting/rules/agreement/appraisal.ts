import type { CheckRule } from '../../check-rule.ts'
import { appraisalsIn } from '../../papers/read-appraisal.ts'
import { filesOf, nameOf, placed, placeOf } from '../../meeting-files.ts'
import { disagreement } from '../../stated-values.ts'

const GRADES = [
  ['excellent', '优秀'],
  ['qualified', '合格'],
  ['basic', '基本合格'],
  ['unqualified', '不合格'],
] as const

export const appraisal: CheckRule = {
  id: 'agreement/appraisal',
  name: '评议结果对不上',
  severity: 'error',
  why: '各等次人数加起来要等于参评人数，各份材料要写得一样。',
  source: { title: '民主评议党员实践：优秀、合格、基本合格、不合格四档，预备党员不评定等次', known: 'practice' },
  *check(meeting) {
    const found = filesOf(meeting, 'appraisal', 'minutes', 'meeting_report', 'publication').flatMap(appraisalsIn)
    for (const { grades, rated, path, start, end } of found) {
      const sum = grades.excellent + grades.qualified + (grades.basic ?? 0) + (grades.unqualified ?? 0)
      if (rated !== null && sum !== rated)
        yield {
          message: `${nameOf(path)}写参评${rated}人，各等次加起来是${sum}人，请核对`,
          place: placeOf({ path, start, end }),
        }
    }
    const said = GRADES.flatMap(([grade, name]) => {
      const stated = found.flatMap((each) => {
        const value = each.grades[grade]
        return value === null ? [] : [{ ...each, value }]
      })
      const groups = disagreement(stated)?.groups ?? []
      return groups.length === 0
        ? []
        : [groups.map((group) => `${group.stated.map(({ path }) => nameOf(path)).join('、')}写${name}${group.value}人`)]
    })
    if (said.length === 0) return
    yield {
      message: `评议结果不一致：${said.flat().join('；')}，请核对`,
      ...placed(found.map(placeOf)),
    }
  },
  bad: [
    `=== 评议结果.txt
北岭小学党支部2025年度组织生活会民主评议党员结果
⟦参加评议的正式党员14人，优秀4人，合格9人，基本合格2人⟧。`,
    `=== 评议结果.txt
北岭小学党支部2025年度组织生活会民主评议党员结果
⟦参评党员18人，其中优秀5人，合格12人，基本合格1人⟧。
=== 会议记录.txt
北岭小学党支部2025年度组织生活会会议记录
会议时间：2026年1月30日
⟨民主评议：优秀5人，合格11人，基本合格2人⟩。`,
    `=== 评议结果.txt
北岭小学党支部2025年度组织生活会民主评议党员结果
⟦参评党员18人，其中优秀5人，合格11人，基本合格1人⟧。`,
    `=== 评议结果.txt
北岭小学党支部2025年度组织生活会民主评议党员结果
⟦参评党员18人，其中优秀5人，合格13人⟧。
=== 会议记录.txt
北岭小学党支部2025年度组织生活会会议记录
会议时间：2026年1月30日
⟨民主评议：优秀6人，合格12人⟩。`,
  ],
  good: [
    `=== 评议结果.txt
北岭小学党支部2025年度组织生活会民主评议党员结果
参评党员18人，其中优秀5人，合格12人，基本合格1人。
=== 会议记录.txt
北岭小学党支部2025年度组织生活会会议记录
会议时间：2026年1月30日
民主评议：优秀5人，合格12人，基本合格1人。`,
  ],
}
