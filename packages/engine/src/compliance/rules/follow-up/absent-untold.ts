import { followUpDue } from '../../due-days.ts'
import { ALL_IS_DUE, allOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const absence = { personId: '邵一凡', hasStatement: null, where: null }

export const absentUntold: ComplianceRule = {
  id: 'follow-up/absent-untold',
  step: 'report',
  name: '缺席的没有告知',
  severity: 'advice',
  why: '会上对缺席成员的批评和会议情况，会后要转告本人。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于向缺席人员转告的要求',
    known: 'unverified',
  },
  *judge(facts, template) {
    const { absences, asOf, names } = facts
    const { items, isAll } = absences
    if (items.length === 0) return yield isAll ? notApplicable('没有人缺席') : unknown('不知道谁缺席')
    const due = followUpDue(facts, template)
    for (const { personId, isTold, where } of items) {
      const detail = { due, who: [personId], places: [where] }
      if (isTold === null) yield unknown(`不知道转告${nameIn(names, personId)}没有`)
      else if (isTold) yield met(detail)
      else yield undone(`${nameIn(names, personId)}没有到会，会上的批评意见还没有转告，请转告并记下`, asOf, detail)
    }
  },
  examples: {
    met: [{ given: '会后转告了', facts: { absences: allOf([{ ...absence, isTold: true }]) } }],
    missing: [
      {
        given: '没有转告',
        facts: { asOf: ALL_IS_DUE, absences: allOf([{ ...absence, isTold: false }]) },
        says: ['邵一凡没有到会，会上的批评意见还没有转告，请转告并记下'],
      },
    ],
    pending: [
      {
        given: '1月13日开会，1月20日还没有转告',
        facts: { asOf: '2026-01-20', day: '2026-01-13', absences: allOf([{ ...absence, isTold: false }]) },
        says: ['邵一凡没有到会，会上的批评意见还没有转告，请转告并记下'],
      },
    ],
    not_applicable: [{ given: '没有人缺席', facts: { absences: allOf([]) }, says: ['没有人缺席'] }],
    unknown: [
      { given: '不知道谁缺席', facts: { asOf: ALL_IS_DUE }, says: ['不知道谁缺席'] },
      {
        given: '不知道转告没有',
        facts: { asOf: ALL_IS_DUE, absences: allOf([{ ...absence, isTold: null }]) },
        says: ['不知道转告邵一凡没有'],
      },
      {
        given: '没有转告，不知道哪天开会',
        facts: { asOf: '2026-01-20', absences: allOf([{ ...absence, isTold: false }]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
