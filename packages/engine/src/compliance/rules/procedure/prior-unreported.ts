import { ALL_IS_DUE } from '../../facts.ts'
import { met, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const priorUnreported: ComplianceRule = {
  id: 'procedure/prior-unreported',
  step: 'session',
  name: '上次整改没有通报',
  severity: 'warning',
  why: '开会第一件事是通报上次整改得怎样，不通报就是旧账没有算清。',
  source: { title: '民主生活会、组织生活会程序实践：会上先通报上次整改情况', known: 'practice' },
  *judge({ isPriorReported, day, asOf }) {
    if (isPriorReported === null) yield unknown('不知道通报没有通报上次整改情况')
    else if (isPriorReported) yield met({ due: day })
    else yield undone('没有上次整改情况的通报，请先定下要通报的数', asOf, { due: day })
  },
  examples: {
    met: [{ given: '通报了', facts: { isPriorReported: true } }],
    missing: [
      {
        given: '会开过了，没有通报',
        facts: { asOf: ALL_IS_DUE, isPriorReported: false },
        says: ['没有上次整改情况的通报，请先定下要通报的数'],
      },
    ],
    pending: [
      {
        given: '1月13日开会，1月10日还没有定下',
        facts: { asOf: '2026-01-10', day: '2026-01-13', isPriorReported: false },
        says: ['没有上次整改情况的通报，请先定下要通报的数'],
      },
    ],
    unknown: [
      { given: '没有记', facts: { asOf: ALL_IS_DUE }, says: ['不知道通报没有通报上次整改情况'] },
      {
        given: '没有通报，不知道哪天开会',
        facts: { asOf: '2026-01-10', isPriorReported: false },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
