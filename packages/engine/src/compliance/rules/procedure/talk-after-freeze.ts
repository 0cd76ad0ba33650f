import { dateInChinese } from '../../../wording/write-date.ts'
import { allOf, someOf } from '../../facts.ts'
import { late, met, notApplicable, unknown } from '../../judgement.ts'
import { nameIn, namesIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const talk = { by: '杜若衡', with: ['崔晚晴'], from: null, to: null, where: null }

export const talkAfterFreeze: ComplianceRule = {
  id: 'procedure/talk-after-freeze',
  step: 'talks',
  name: '定稿后才谈话',
  severity: 'warning',
  why: '谈心谈话是为了找准问题，材料审定以后再谈，谈出来的就进不了材料。',
  source: { title: '民主生活会程序实践：先谈话、后撰写、再审核', known: 'practice' },
  *judge({ talks, freeze, names }) {
    if (freeze === null) return yield unknown('不知道材料哪天审定')
    const dated = talks.items.filter(({ day }) => day !== null)
    if (dated.length === 0)
      return yield talks.isAll && talks.items.length === 0 ? notApplicable('没有谈话') : unknown('谈话没有日期')
    for (const { by, with: others, day, where } of dated) {
      const detail = { due: freeze.day, who: [by, ...others], places: [where, freeze.where] }
      if (day === null || day <= freeze.day) yield met(detail)
      else {
        const words = `${nameIn(names, by)}与${namesIn(names, others)}${dateInChinese(day)}谈话`
        yield late(`${words}，材料${dateInChinese(freeze.day)}已经审定，请核对`, detail)
      }
    }
  },
  examples: {
    met: [
      {
        given: '1月5日谈话，1月8日审定',
        facts: { freeze: { day: '2026-01-08', where: null }, talks: someOf([{ ...talk, day: '2026-01-05' }]) },
      },
    ],
    late: [
      {
        given: '1月8日审定，1月12日谈话',
        facts: { freeze: { day: '2026-01-08', where: null }, talks: someOf([{ ...talk, day: '2026-01-12' }]) },
        says: ['杜若衡与崔晚晴2026年1月12日谈话，材料2026年1月8日已经审定，请核对'],
      },
    ],
    not_applicable: [
      {
        given: '没有谈过话',
        facts: { freeze: { day: '2026-01-08', where: null }, talks: allOf([]) },
        says: ['没有谈话'],
      },
    ],
    unknown: [
      {
        given: '谈话没有日期',
        facts: { freeze: { day: '2026-01-08', where: null }, talks: someOf([{ ...talk, day: null }]) },
        says: ['谈话没有日期'],
      },
      {
        given: '不知道材料哪天审定',
        facts: { talks: someOf([{ ...talk, day: '2026-01-12' }]) },
        says: ['不知道材料哪天审定'],
      },
    ],
  },
}
