import { daysAfter } from '../../../wording/days.ts'
import { dateInChinese } from '../../../wording/write-date.ts'
import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { late, met, notApplicable, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const lateReport: ComplianceRule = {
  id: 'procedure/late-report',
  step: 'report',
  name: '情况报告超期',
  severity: 'warning',
  why: '会后十五日内要把情况报告和会议记录报上级，逾期会被通报。',
  source: { title: '民主生活会情况会后十五日内上报实践（各地据以要求，原文未核实）', known: 'practice' },
  *judge({ day, asOf, reports }, { reportDays }) {
    if (reportDays === null) return yield notApplicable('不要求上报')
    if (day === null) return yield unknown('不知道哪天开会')
    const due = daysAfter(day, reportDays)
    const inTime = reports.items.find((report) => report.day !== null && report.day <= due)
    if (inTime !== undefined) return yield met({ due, places: [inTime.where] })
    if (reports.items.some((report) => report.day === null)) return yield unknown('不知道报告是哪天的')
    for (const { day: own, where } of reports.items) {
      const words = `情况报告写于${dateInChinese(own ?? due)}，应当在${dateInChinese(due)}前上报（会后${reportDays}日内）`
      yield late(words, { due, places: [where] })
    }
    if (reports.items.length > 0) return
    if (!reports.isAll) return yield unknown('没有见到情况报告')
    yield undone(`没有情况报告，应当在${dateInChinese(due)}前上报（会后${reportDays}日内）`, asOf, { due })
  },
  examples: {
    met: [
      {
        given: '1月14日开会，1月29日报告',
        facts: { day: '2026-01-14', reports: allOf([{ day: '2026-01-29', where: null }]) },
      },
    ],
    late: [
      {
        given: '1月14日开会，2月25日报告',
        facts: { day: '2026-01-14', reports: allOf([{ day: '2026-02-25', where: null }]) },
        says: ['情况报告写于2026年2月25日，应当在2026年1月29日前上报（会后15日内）'],
      },
    ],
    missing: [
      {
        given: '1月14日开会，1月30日还没有报告',
        facts: { asOf: '2026-01-30', day: '2026-01-14', reports: allOf([]) },
        says: ['没有情况报告，应当在2026年1月29日前上报（会后15日内）'],
      },
    ],
    pending: [
      {
        given: '1月14日开会，今天1月29日，还没有报告',
        facts: { asOf: '2026-01-29', day: '2026-01-14', reports: allOf([]) },
        says: ['没有情况报告，应当在2026年1月29日前上报（会后15日内）'],
      },
    ],
    not_applicable: [
      {
        given: '组织生活会不要求上报',
        facts: { asOf: ALL_IS_DUE, day: '2026-01-14', reports: allOf([]) },
        template: { reportDays: null },
        says: ['不要求上报'],
      },
    ],
    unknown: [
      {
        given: '没有见到报告，也不知道有没有',
        facts: { asOf: ALL_IS_DUE, day: '2026-01-14', reports: someOf([]) },
        says: ['没有见到情况报告'],
      },
      {
        given: '报告没有日期',
        facts: { asOf: ALL_IS_DUE, day: '2026-01-14', reports: allOf([{ day: null, where: null }]) },
        says: ['不知道报告是哪天的'],
      },
      { given: '不知道哪天开会', facts: { reports: allOf([]) }, says: ['不知道哪天开会'] },
      {
        given: '没有报告，不知道今天是哪天',
        facts: { day: '2026-01-14', reports: allOf([]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
