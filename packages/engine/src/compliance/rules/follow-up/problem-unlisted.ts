import { answered } from '../../answered.ts'
import { followUpDue } from '../../due-days.ts'
import { ALL_IS_DUE, type ProblemFact } from '../../facts.ts'
import { notApplicable, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const problem: ProblemFact<string> = {
  from: 'team',
  text: '理论学习联系实际偏浅',
  isListed: false,
  isEnded: false,
  list: { name: '整改清单', where: null },
  where: null,
}

const FOUND: Readonly<Record<ProblemFact<unknown>['from'], string>> = {
  team: '班子查摆的',
  personal: '个人查摆的',
  remark: '批评指出的',
  feedback: '反馈指出的',
}

export const problemUnlisted: ComplianceRule = {
  id: 'follow-up/problem-unlisted',
  step: 'lists',
  name: '问题没有进清单',
  severity: 'warning',
  why: '查摆和指出的问题，会后要一条不落地进问题清单和整改清单，不列入的要说明理由。',
  source: { title: '民主生活会、组织生活会实践：会后列出问题清单、整改清单', known: 'practice' },
  *judge(facts, template) {
    const { problems, asOf } = facts
    if (problems === null) return yield unknown('不知道查摆了什么，列入了什么')
    if (problems.length === 0) return yield notApplicable('没有问题')
    const due = followUpDue(facts, template)
    for (const one of problems) {
      const message = `${FOUND[one.from]}“${one.text}”，${one.list.name}里没有，请补上`
      yield answered(one, message, { asOf, due, also: [one.list.where] })
    }
  },
  examples: {
    met: [
      {
        given: '一个在清单里，一个说明了为什么不列',
        facts: {
          problems: [
            { ...problem, isListed: true },
            { ...problem, isEnded: true },
          ],
        },
      },
    ],
    missing: [
      {
        given: '清单定了，班子查摆的一个、批评指出的一个不在里面',
        facts: { asOf: ALL_IS_DUE, problems: [problem, { ...problem, from: 'remark', text: '下库房少' }] },
        says: [
          '班子查摆的“理论学习联系实际偏浅”，整改清单里没有，请补上',
          '批评指出的“下库房少”，整改清单里没有，请补上',
        ],
      },
    ],
    pending: [
      {
        given: '1月14日开会，1月29日还没有列',
        facts: { asOf: '2026-01-29', day: '2026-01-14', problems: [problem] },
        says: ['班子查摆的“理论学习联系实际偏浅”，整改清单里没有，请补上'],
      },
    ],
    not_applicable: [{ given: '没有问题', facts: { problems: [] }, says: ['没有问题'] }],
    unknown: [
      { given: '没有清单', facts: { asOf: ALL_IS_DUE }, says: ['不知道查摆了什么，列入了什么'] },
      {
        given: '看不出列没列入',
        facts: { asOf: ALL_IS_DUE, problems: [{ ...problem, isListed: null }] },
        says: ['不知道“理论学习联系实际偏浅”有没有着落'],
      },
      {
        given: '没有列，不知道哪天开会',
        facts: { asOf: '2026-01-29', problems: [problem] },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
