import { allOf, someOf, type StudyFact } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const study = (day: string | null): StudyFact<string> => ({ day, topics: [], where: null })

export const missingStudy: ComplianceRule = {
  id: 'completeness/missing-study',
  step: 'study',
  name: '会前没有学习',
  severity: 'warning',
  why: '先学习、再查摆，会前没有集中学习，查摆就没有标准。',
  source: { title: '民主生活会、组织生活会程序实践：会前集中学习研讨', known: 'practice' },
  *judge({ studies, day, asOf }, { leastStudies }) {
    if (leastStudies === 0) return yield notApplicable('不要求会前学习')
    const before = studies.items.filter((study) => study.day !== null && day !== null && study.day <= day)
    const places = before.map(({ where }) => where)
    if (before.length >= leastStudies) return yield met({ due: day, places })
    const isDated = day !== null && studies.items.every((study) => study.day !== null)
    if (!studies.isAll || !isDated) return yield unknown('不知道会前学习了几次')
    const words = before.length === 0 ? '会前没有学习记录' : `会前学习记录只有${before.length}次`
    yield undone(`${words}，要求不少于${leastStudies}次，请补上`, asOf, { due: day, places })
  },
  examples: {
    met: [{ given: '1月9日学习，1月16日开会', facts: { day: '2026-01-16', studies: someOf([study('2026-01-09')]) } }],
    missing: [
      {
        given: '1月16日开会，会前没有学习，会后学了一次',
        facts: { asOf: '2026-01-20', day: '2026-01-16', studies: allOf([study('2026-01-19')]) },
        says: ['会前没有学习记录，要求不少于1次，请补上'],
      },
      {
        given: '要求两次，学了一次',
        facts: { asOf: '2026-01-20', day: '2026-01-16', studies: allOf([study('2026-01-09')]) },
        template: { leastStudies: 2 },
        says: ['会前学习记录只有1次，要求不少于2次，请补上'],
      },
    ],
    pending: [
      {
        given: '1月16日开会，1月10日还没有学习',
        facts: { asOf: '2026-01-10', day: '2026-01-16', studies: allOf([]) },
        says: ['会前没有学习记录，要求不少于1次，请补上'],
      },
    ],
    not_applicable: [
      { given: '不要求学习', facts: { studies: allOf([]) }, template: { leastStudies: 0 }, says: ['不要求会前学习'] },
    ],
    unknown: [
      { given: '没有见到学习记录', facts: { day: '2026-01-16' }, says: ['不知道会前学习了几次'] },
      {
        given: '学习记录没有日期',
        facts: { asOf: '2026-01-20', day: '2026-01-16', studies: allOf([study(null)]) },
        says: ['不知道会前学习了几次'],
      },
      {
        given: '没有学习，不知道今天是哪天',
        facts: { day: '2026-01-16', studies: allOf([]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
