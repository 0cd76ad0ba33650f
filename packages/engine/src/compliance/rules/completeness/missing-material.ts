import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { met, undone, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const handedIn = { isApproved: null, approvedOn: null, where: null }

export const missingMaterial: ComplianceRule = {
  id: 'completeness/missing-material',
  step: 'materials',
  name: '缺个人对照检查',
  severity: 'error',
  why: '每名成员都要作对照检查，缺一份就是有人没有准备。',
  source: { title: '民主生活会、组织生活会程序实践：每名成员撰写个人发言提纲', known: 'practice' },
  *judge({ members, materials, day, asOf, names }) {
    if (members === null || members.length === 0) return yield unknown('不知道成员有谁')
    if (!materials.isAll) return yield unknown('个人材料不全在这里')
    const owners = new Set(materials.items.map(({ ownerId }) => ownerId))
    for (const one of members) {
      const detail = { due: day, who: [one], places: [materials.where] }
      if (owners.has(one)) yield met(detail)
      else yield undone(`没有${nameIn(names, one)}的个人对照检查材料，请补上`, asOf, detail)
    }
  },
  examples: {
    met: [
      {
        given: '两名成员都交了',
        facts: {
          members: ['卓尔群', '游子昂'],
          materials: allOf([
            { ownerId: '游子昂', ...handedIn },
            { ownerId: '卓尔群', ...handedIn },
          ]),
        },
      },
    ],
    missing: [
      {
        given: '1月13日开会，第二天还缺海澄波的',
        facts: {
          asOf: '2026-01-14',
          day: '2026-01-13',
          members: ['卓尔群', '海澄波'],
          materials: allOf([{ ownerId: '卓尔群', ...handedIn }]),
        },
        says: ['没有海澄波的个人对照检查材料，请补上'],
      },
    ],
    pending: [
      {
        given: '1月13日开会，当天还缺海澄波的',
        facts: { asOf: '2026-01-13', day: '2026-01-13', members: ['海澄波'], materials: allOf([]) },
        says: ['没有海澄波的个人对照检查材料，请补上'],
      },
    ],
    unknown: [
      {
        given: '个人材料不存在这里',
        facts: { asOf: ALL_IS_DUE, members: ['卓尔群'], materials: someOf([]) },
        says: ['个人材料不全在这里'],
      },
      { given: '不知道成员有谁', facts: { asOf: ALL_IS_DUE, materials: allOf([]) }, says: ['不知道成员有谁'] },
      {
        given: '还没有交，不知道哪天开会',
        facts: { asOf: '2026-01-14', members: ['卓尔群'], materials: allOf([]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
