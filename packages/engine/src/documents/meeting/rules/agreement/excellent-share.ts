import type { CheckRule } from '../../check-rule.ts'
import { appraisalsIn } from '../../read-appraisal.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'

export const excellentShare: CheckRule = {
  id: 'agreement/excellent-share',
  name: '优秀比例超限',
  severity: 'warning',
  why: '评为优秀的一般不超过党员总数的三分之一，超了要重新评。',
  source: { title: '民主评议党员工作要求：优秀比例一般不超过党员总数的三分之一', known: 'regulation' },
  *check(meeting) {
    for (const { grades, rated, members, path, start, end } of filesOf(
      meeting,
      'appraisal',
      'minutes',
      'meeting_report',
    ).flatMap(appraisalsIn)) {
      const base = members ?? rated
      if (base === null || grades.excellent * 3 <= base) continue
      yield {
        message: `优秀${grades.excellent}人，超过${members === null ? '参评' : '党员总数'}${base}人的三分之一（${Math.floor(base / 3)}人），请核对`,
        place: placeOf({ path, start, end }),
      }
      return
    }
  },
  bad: [
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
⟦党员总数20人，参评19人，优秀8人，合格11人⟧。`,
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
⟦参评党员10人，优秀4人，合格6人⟧。`,
  ],
  good: [
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
党员总数24人，参评21人，优秀8人，合格13人。`,
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
参评党员9人，优秀3人，合格6人。`,
  ],
}
