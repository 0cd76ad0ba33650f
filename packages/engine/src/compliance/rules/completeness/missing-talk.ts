import { talkReasonNames } from '../../../duties/pairs.ts'
import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { talkDue } from '../../due-days.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn, namesIn, talkedTogether } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const talk = { by: '岑参商', with: ['米元章'], day: null, from: null, to: null, where: null }
const pair = { reason: 'member_member', personId: '米元章', withAnyOf: ['岑参商'], placeId: null } as const
const branch = { reason: 'member_branch', personId: '岑参商', withAnyOf: ['竺可贞', '舒云展'], placeId: null } as const

export const missingTalk: ComplianceRule = {
  id: 'completeness/missing-talk',
  step: 'talks',
  name: '该谈的没有谈',
  severity: 'warning',
  why: '成员之间、与分管单位负责人、与所在支部党员都要谈到，漏了一对就少听一份意见。',
  source: { title: '谈心谈话“四必谈”实践（各地规定不一）', known: 'practice' },
  *judge({ requiredTalks, talks, freeze, day, asOf, names }) {
    if (requiredTalks === null) return yield unknown('不知道该与谁谈')
    // Those of the head are judged apart.
    const required = requiredTalks.filter(({ reason }) => reason !== 'head_member')
    if (required.length === 0) return yield notApplicable('没有别的该谈的')
    const due = talkDue({ day, freeze })
    for (const { reason, personId, withAnyOf } of required) {
      const detail = { due, who: [personId], places: [talks.where] }
      const pairName = talkReasonNames[reason]
      if (talks.items.some((held) => withAnyOf.some((other) => talkedTogether(held, personId, other))))
        yield met(detail)
      else if (withAnyOf.length === 0) yield unknown(`${nameIn(names, personId)}：没有登记该与谁谈（${pairName}）`)
      else if (!talks.isAll) yield unknown('谈心谈话的记录不全')
      else {
        const others = withAnyOf.length === 1 ? namesIn(names, withAnyOf) : `${namesIn(names, withAnyOf)}中任何一人`
        const message = `没有${nameIn(names, personId)}与${others}谈心谈话的记录（${pairName}），请核实是否谈过并补上`
        yield undone(message, asOf, detail)
      }
    }
  },
  examples: {
    met: [
      {
        given: '两名成员谈过，与支部两名党员中的一名谈过',
        facts: {
          requiredTalks: [pair, branch],
          talks: someOf([talk, { ...talk, with: ['舒云展'] }]),
        },
      },
    ],
    missing: [
      {
        given: '两名成员没有谈，与支部党员也没有谈',
        facts: { asOf: ALL_IS_DUE, requiredTalks: [pair, branch], talks: allOf([]) },
        says: [
          '没有米元章与岑参商谈心谈话的记录（班子成员之间），请核实是否谈过并补上',
          '没有岑参商与竺可贞、舒云展中任何一人谈心谈话的记录（班子成员与所在支部党员），请核实是否谈过并补上',
        ],
      },
    ],
    pending: [
      {
        given: '材料1月8日审定，1月8日还没有谈',
        facts: {
          asOf: '2026-01-08',
          freeze: { day: '2026-01-08', where: null },
          requiredTalks: [pair],
          talks: allOf([]),
        },
        says: ['没有米元章与岑参商谈心谈话的记录（班子成员之间），请核实是否谈过并补上'],
      },
    ],
    not_applicable: [
      {
        given: '只有书记与成员该谈',
        facts: { requiredTalks: [{ ...pair, reason: 'head_member' }], talks: allOf([]) },
        says: ['没有别的该谈的'],
      },
    ],
    unknown: [
      { given: '不知道该与谁谈', facts: { asOf: ALL_IS_DUE, talks: allOf([]) }, says: ['不知道该与谁谈'] },
      {
        given: '谈话记录不全',
        facts: { asOf: ALL_IS_DUE, requiredTalks: [pair], talks: someOf([]) },
        says: ['谈心谈话的记录不全'],
      },
      {
        given: '分管单位没有登记负责人',
        facts: {
          asOf: ALL_IS_DUE,
          requiredTalks: [{ reason: 'member_unit', personId: '岑参商', withAnyOf: [], placeId: '研究室' }],
          talks: allOf([]),
        },
        says: ['岑参商：没有登记该与谁谈（班子成员与分管单位负责人）'],
      },
      {
        given: '没有谈，不知道哪天开会、哪天定稿',
        facts: { asOf: '2026-01-08', requiredTalks: [pair], talks: allOf([]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
