import { dateInChinese } from '../../../wording/write-date.ts'
import { allOf, someOf } from '../../facts.ts'
import { late, met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const material = { ownerId: '卓尔群', where: null }

export const unapprovedMaterial: ComplianceRule = {
  id: 'procedure/unapproved-material',
  step: 'review',
  name: '材料没有审定',
  severity: 'warning',
  why: '对照检查材料会前要经审核，没有审就上会，问题找得准不准没有人把关。',
  source: { title: '民主生活会、组织生活会程序实践：材料会前审核把关', known: 'practice' },
  *judge({ materials, day, asOf, names }) {
    const { items, isAll } = materials
    if (items.length === 0) return yield isAll ? notApplicable('还没有个人材料') : unknown('没有见到个人材料')
    for (const { ownerId, isApproved, approvedOn, where } of items) {
      const detail = { due: day, who: [ownerId], places: [where] }
      const words = `${nameIn(names, ownerId)}的对照检查材料`
      if (isApproved === null) yield unknown(`不知道${words}审定没有`)
      else if (!isApproved) yield undone(`${words}还没有审定`, asOf, detail)
      else if (approvedOn !== null && day !== null && approvedOn > day)
        yield late(`${words}${dateInChinese(approvedOn)}才审定，晚于会议日期${dateInChinese(day)}，请核对`, detail)
      else yield met(detail)
    }
  },
  examples: {
    met: [
      {
        given: '1月8日审定，1月13日开会',
        facts: {
          day: '2026-01-13',
          materials: someOf([{ ...material, isApproved: true, approvedOn: '2026-01-08' }]),
        },
      },
    ],
    late: [
      {
        given: '1月13日开会，1月14日才审定',
        facts: {
          day: '2026-01-13',
          materials: allOf([{ ...material, isApproved: true, approvedOn: '2026-01-14' }]),
        },
        says: ['卓尔群的对照检查材料2026年1月14日才审定，晚于会议日期2026年1月13日，请核对'],
      },
    ],
    missing: [
      {
        given: '1月13日开了会，还没有审定',
        facts: {
          asOf: '2026-01-14',
          day: '2026-01-13',
          materials: allOf([{ ...material, isApproved: false, approvedOn: null }]),
        },
        says: ['卓尔群的对照检查材料还没有审定'],
      },
    ],
    pending: [
      {
        given: '1月13日开会，1月10日还没有审定',
        facts: {
          asOf: '2026-01-10',
          day: '2026-01-13',
          materials: allOf([{ ...material, isApproved: false, approvedOn: null }]),
        },
        says: ['卓尔群的对照检查材料还没有审定'],
      },
    ],
    not_applicable: [{ given: '还没有人交材料', facts: { materials: allOf([]) }, says: ['还没有个人材料'] }],
    unknown: [
      { given: '没有见到材料', facts: {}, says: ['没有见到个人材料'] },
      {
        given: '没有审核单',
        facts: { materials: allOf([{ ...material, isApproved: null, approvedOn: null }]) },
        says: ['不知道卓尔群的对照检查材料审定没有'],
      },
      {
        given: '还没有审定，不知道哪天开会',
        facts: { asOf: '2026-01-10', materials: allOf([{ ...material, isApproved: false, approvedOn: null }]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
