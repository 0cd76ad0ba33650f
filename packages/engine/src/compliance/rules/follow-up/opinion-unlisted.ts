import { answered } from '../../answered.ts'
import { followUpDue } from '../../due-days.ts'
import { ALL_IS_DUE } from '../../facts.ts'
import { notApplicable, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const opinion = { number: '2', text: '职工食堂饭菜偏凉', isListed: false, isEnded: false, where: null }

export const opinionUnlisted: ComplianceRule = {
  id: 'follow-up/opinion-unlisted',
  step: 'lists',
  name: '意见没有着落',
  severity: 'warning',
  why: '征求来的每条意见，要么列入整改，要么说明理由，没有下落的会寒了提意见人的心。',
  source: { title: '民主生活会、组织生活会实践：意见逐条认领、整改或说明', known: 'practice' },
  *judge(facts, template) {
    const { opinions, asOf } = facts
    if (opinions === null) return yield unknown('不知道征求到什么意见，列入了什么')
    if (opinions.length === 0) return yield notApplicable('没有意见')
    const due = followUpDue(facts, template)
    for (const one of opinions) {
      const number = one.number === '' ? '' : `第${one.number}条`
      const message = `${number}意见“${one.text}”不在问题清单和整改清单里，也没有说明理由，请补上`
      yield answered(one, message, { asOf, due })
    }
  },
  examples: {
    met: [
      {
        given: '一条列入整改，一条说明了理由',
        facts: {
          opinions: [
            { ...opinion, isListed: true },
            { ...opinion, isEnded: true },
          ],
        },
      },
    ],
    missing: [
      {
        given: '整改清单定了，有一条没有着落',
        facts: { asOf: ALL_IS_DUE, opinions: [opinion] },
        says: ['第2条意见“职工食堂饭菜偏凉”不在问题清单和整改清单里，也没有说明理由，请补上'],
      },
    ],
    pending: [
      {
        given: '1月14日开会，1月29日还有一条没有着落',
        facts: { asOf: '2026-01-29', day: '2026-01-14', opinions: [{ ...opinion, number: '' }] },
        says: ['意见“职工食堂饭菜偏凉”不在问题清单和整改清单里，也没有说明理由，请补上'],
      },
    ],
    not_applicable: [{ given: '没有征求到意见', facts: { opinions: [] }, says: ['没有意见'] }],
    unknown: [
      { given: '没有意见汇总', facts: { asOf: ALL_IS_DUE }, says: ['不知道征求到什么意见，列入了什么'] },
      {
        given: '看不出列没列入',
        facts: { asOf: ALL_IS_DUE, opinions: [{ ...opinion, isListed: null }] },
        says: ['不知道“职工食堂饭菜偏凉”有没有着落'],
      },
      {
        given: '没有着落，不知道哪天开会',
        facts: { asOf: '2026-01-29', opinions: [opinion] },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
