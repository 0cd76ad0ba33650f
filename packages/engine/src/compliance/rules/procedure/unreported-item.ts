import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const template = { reportItems: ['上年整改情况', '学习教育整改整治情况'] }

export const unreportedItem: ComplianceRule = {
  id: 'procedure/unreported-item',
  step: 'session',
  isOfCampaign: true,
  name: '该通报的没有通报',
  severity: 'warning',
  why: '通知要求会上通报的事项，少一项就要补开。',
  source: { title: '上级关于召开会议的通知所列的会上通报事项', known: 'practice' },
  *judge({ reportedItems, day, asOf }, { reportItems }) {
    if (reportItems.length === 0) return yield notApplicable('没有要求会上通报哪些事项')
    for (const item of reportItems) {
      const detail = { due: day, places: [reportedItems.where] }
      if (reportedItems.items.includes(item)) yield met(detail)
      else if (!reportedItems.isAll) yield unknown(`不知道会上通报没有通报“${item}”`)
      else yield undone(`会上没有通报“${item}”，请补上`, asOf, detail)
    }
  },
  examples: {
    met: [
      {
        given: '要求通报两项，都通报了',
        facts: { reportedItems: allOf(['学习教育整改整治情况', '上年整改情况']) },
        template,
      },
    ],
    missing: [
      {
        given: '少通报一项',
        facts: { asOf: ALL_IS_DUE, reportedItems: allOf(['上年整改情况']) },
        template,
        says: ['会上没有通报“学习教育整改整治情况”，请补上'],
      },
    ],
    pending: [
      {
        given: '1月14日开会，1月10日还没有准备',
        facts: { asOf: '2026-01-10', day: '2026-01-14', reportedItems: allOf([]) },
        template: { reportItems: ['上年整改情况'] },
        says: ['会上没有通报“上年整改情况”，请补上'],
      },
    ],
    not_applicable: [{ given: '没有要求', facts: {}, says: ['没有要求会上通报哪些事项'] }],
    unknown: [
      {
        given: '记录没有记全',
        facts: { asOf: ALL_IS_DUE, reportedItems: someOf(['上年整改情况']) },
        template,
        says: ['不知道会上通报没有通报“学习教育整改整治情况”'],
      },
      {
        given: '少通报一项，不知道哪天开会',
        facts: { asOf: '2026-01-20', reportedItems: allOf(['上年整改情况']) },
        template,
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
