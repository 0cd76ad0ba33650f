import { followUpDue } from '../../answered.ts'
import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const template = { reportItems: ['上年整改情况', '学习教育整改整治情况'] }

export const missingReportItem: ComplianceRule = {
  id: 'completeness/missing-report-item',
  name: '报告缺内容',
  severity: 'warning',
  why: '通知要求报告的事项，一项不写就要退回重报。',
  source: { title: '上级关于召开会议的通知所列的报告事项', known: 'practice' },
  isOfCampaign: true,
  *judge(facts, asked) {
    const { reportItems, asOf } = facts
    if (asked.reportItems.length === 0) return yield notApplicable('没有要求报告哪些事项')
    const due = followUpDue(facts, asked)
    for (const item of asked.reportItems) {
      const detail = { due, places: [reportItems.where] }
      if (reportItems.items.includes(item)) yield met(detail)
      else if (!reportItems.isAll) yield unknown(`不知道报告写没写“${item}”`)
      else yield undone(`情况报告里没有“${item}”，请补上`, asOf, detail)
    }
  },
  examples: {
    met: [
      {
        given: '要求报告两项，都写了',
        facts: { reportItems: allOf(['学习教育整改整治情况', '上年整改情况']) },
        template,
      },
    ],
    missing: [
      {
        given: '少写一项',
        facts: { asOf: ALL_IS_DUE, reportItems: allOf(['上年整改情况']) },
        template,
        says: ['情况报告里没有“学习教育整改整治情况”，请补上'],
      },
    ],
    pending: [
      {
        given: '1月14日开会，1月20日报告还没有写',
        facts: { asOf: '2026-01-20', day: '2026-01-14', reportItems: allOf([]) },
        template: { reportItems: ['上年整改情况'] },
        says: ['情况报告里没有“上年整改情况”，请补上'],
      },
    ],
    not_applicable: [{ given: '没有要求', facts: {}, says: ['没有要求报告哪些事项'] }],
    unknown: [
      {
        given: '没有读过报告',
        facts: { asOf: ALL_IS_DUE, reportItems: someOf(['上年整改情况']) },
        template,
        says: ['不知道报告写没写“学习教育整改整治情况”'],
      },
      {
        given: '少写一项，不知道哪天开会',
        facts: { asOf: '2026-01-20', reportItems: allOf(['上年整改情况']) },
        template,
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
