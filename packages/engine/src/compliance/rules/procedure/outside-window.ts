import { dateInChinese } from '../../../wording/write-date.ts'
import { met, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const window = { from: '2025-12-20', to: '2026-02-10' }

export const outsideWindow: ComplianceRule = {
  id: 'procedure/outside-window',
  step: 'plan',
  name: '不在规定时段开会',
  severity: 'error',
  why: '提前或者推迟召开，要先经上级同意。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》：提前或推迟召开须经上级党组织同意',
    known: 'regulation',
  },
  isOfCampaign: true,
  *judge({ day, window: allowed, hasConsent, asOf }) {
    if (day === null || allowed === null) return yield unknown('不知道哪天开会，或者规定在什么时段开')
    if (day >= allowed.from && day <= allowed.to) return yield met({ due: day })
    if (hasConsent === null) return yield unknown('不在规定的时段，不知道上级同意没有')
    if (hasConsent) return yield met({ due: day })
    const span = `${dateInChinese(allowed.from)}至${dateInChinese(allowed.to)}`
    yield undone(`${dateInChinese(day)}开会，不在${span}之间，也没有上级同意的批复，请先报批`, asOf, { due: day })
  },
  examples: {
    met: [
      { given: '规定2月10日前开，2月10日开会', facts: { day: '2026-02-10', window } },
      { given: '2月11日开会，上级同意推迟', facts: { day: '2026-02-11', window, hasConsent: true } },
    ],
    missing: [
      {
        given: '2月11日开了会，上级没有同意推迟',
        facts: { asOf: '2026-02-12', day: '2026-02-11', window, hasConsent: false },
        says: ['2026年2月11日开会，不在2025年12月20日至2026年2月10日之间，也没有上级同意的批复，请先报批'],
      },
    ],
    pending: [
      {
        given: '拟于2月11日开会，还没有报批',
        facts: { asOf: '2026-01-20', day: '2026-02-11', window, hasConsent: false },
        says: ['2026年2月11日开会，不在2025年12月20日至2026年2月10日之间，也没有上级同意的批复，请先报批'],
      },
    ],
    unknown: [
      { given: '没有规定时段', facts: { day: '2026-02-11' }, says: ['不知道哪天开会，或者规定在什么时段开'] },
      {
        given: '不在时段，不知道同意没有',
        facts: { day: '2026-02-11', window },
        says: ['不在规定的时段，不知道上级同意没有'],
      },
      {
        given: '上级没有同意，不知道今天是哪天',
        facts: { day: '2026-02-11', window, hasConsent: false },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
