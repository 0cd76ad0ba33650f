import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { talkDue } from '../../due-days.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn, talkedTogether } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const talk = { day: null, from: null, to: null, where: null }

export const missingHeadTalk: ComplianceRule = {
  id: 'completeness/missing-head-talk',
  step: 'talks',
  name: '没有与书记谈话',
  severity: 'warning',
  why: '主要负责人与班子每名成员必谈，缺了一次就是程序没有做到。',
  source: { title: '民主生活会、组织生活会“必谈”实践：主要负责人与每名成员', known: 'practice' },
  *judge({ members, head, talks, freeze, day, asOf, names }) {
    if (members === null || members.length === 0 || head === null) return yield unknown('不知道成员有谁、由谁主持')
    const others = members.filter((one) => one !== head)
    if (others.length === 0) return yield notApplicable('没有别的成员')
    if (!talks.isAll) return yield unknown('谈心谈话的记录不全')
    const due = talkDue({ day, freeze })
    for (const one of others) {
      if (talks.items.some((talk) => talkedTogether(talk, head, one))) yield met({ due, who: [one] })
      else
        yield undone(`没有${nameIn(names, head)}与${nameIn(names, one)}谈心谈话的记录，请核实是否谈过并补上`, asOf, {
          due,
          who: [head, one],
          places: [talks.where],
        })
    }
  },
  examples: {
    met: [
      {
        given: '书记与两名成员都谈过，其中一次是成员找书记',
        facts: {
          members: ['龚自明', '秋若水', '段天然'],
          head: '龚自明',
          talks: allOf([
            { ...talk, by: '龚自明', with: ['秋若水'] },
            { ...talk, by: '段天然', with: ['龚自明'] },
          ]),
        },
      },
    ],
    missing: [
      {
        given: '段天然只与别的成员谈过，材料1月8日审定，今天1月9日',
        facts: {
          asOf: '2026-01-09',
          freeze: { day: '2026-01-08', where: null },
          members: ['龚自明', '秋若水', '段天然'],
          head: '龚自明',
          talks: allOf([
            { ...talk, by: '龚自明', with: ['秋若水'] },
            { ...talk, by: '段天然', with: ['秋若水'] },
          ]),
        },
        says: ['没有龚自明与段天然谈心谈话的记录，请核实是否谈过并补上'],
      },
    ],
    pending: [
      {
        given: '材料1月8日审定，今天1月8日，还没有谈',
        facts: {
          asOf: '2026-01-08',
          freeze: { day: '2026-01-08', where: null },
          members: ['a', 'b'],
          head: 'a',
          names: new Map([
            ['a', '龚自明'],
            ['b', '秋若水'],
          ]),
          talks: allOf([]),
        },
        says: ['没有龚自明与秋若水谈心谈话的记录，请核实是否谈过并补上'],
      },
    ],
    not_applicable: [
      {
        given: '只有一名成员',
        facts: { members: ['龚自明'], head: '龚自明', talks: allOf([]) },
        says: ['没有别的成员'],
      },
    ],
    unknown: [
      {
        given: '谈话记录不全',
        facts: { asOf: ALL_IS_DUE, members: ['龚自明', '秋若水'], head: '龚自明', talks: someOf([]) },
        says: ['谈心谈话的记录不全'],
      },
      {
        given: '不知道谁主持',
        facts: { asOf: ALL_IS_DUE, members: ['龚自明', '秋若水'], talks: allOf([]) },
        says: ['不知道成员有谁、由谁主持'],
      },
      {
        given: '没有谈过，不知道哪天开会、哪天定稿',
        facts: { asOf: '2026-01-08', members: ['龚自明', '秋若水'], head: '龚自明', talks: allOf([]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
