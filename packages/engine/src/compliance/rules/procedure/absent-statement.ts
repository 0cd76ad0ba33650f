import { ALL_IS_DUE, allOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const absence = { personId: '邵一凡', isTold: null, where: null }

export const absentStatement: ComplianceRule = {
  id: 'procedure/absent-statement',
  step: 'session',
  name: '缺席没有书面发言',
  severity: 'advice',
  why: '因故缺席的成员要交书面发言，人不到会，检查也要到会。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于缺席人员书面发言的要求',
    known: 'unverified',
  },
  *judge({ absences, day, asOf, names }) {
    const { items, isAll } = absences
    if (items.length === 0) return yield isAll ? notApplicable('没有人缺席') : unknown('不知道谁缺席')
    for (const { personId, hasStatement, where } of items) {
      const detail = { due: day, who: [personId], places: [where] }
      if (hasStatement === null) yield unknown(`不知道${nameIn(names, personId)}交没交书面发言`)
      else if (hasStatement) yield met(detail)
      else yield undone(`${nameIn(names, personId)}没有到会，也没有书面发言，请补上`, asOf, detail)
    }
  },
  examples: {
    met: [{ given: '缺席的交了书面发言', facts: { absences: allOf([{ ...absence, hasStatement: true }]) } }],
    missing: [
      {
        given: '缺席的没有交',
        facts: { asOf: ALL_IS_DUE, absences: allOf([{ ...absence, hasStatement: false }]) },
        says: ['邵一凡没有到会，也没有书面发言，请补上'],
      },
    ],
    pending: [
      {
        given: '1月13日开会，当天还没有交',
        facts: { asOf: '2026-01-13', day: '2026-01-13', absences: allOf([{ ...absence, hasStatement: false }]) },
        says: ['邵一凡没有到会，也没有书面发言，请补上'],
      },
    ],
    not_applicable: [{ given: '没有人缺席', facts: { absences: allOf([]) }, says: ['没有人缺席'] }],
    unknown: [
      { given: '不知道谁缺席', facts: { asOf: ALL_IS_DUE }, says: ['不知道谁缺席'] },
      {
        given: '不知道交没交',
        facts: { asOf: ALL_IS_DUE, absences: allOf([{ ...absence, hasStatement: null }]) },
        says: ['不知道邵一凡交没交书面发言'],
      },
      {
        given: '没有交，不知道哪天开会',
        facts: { asOf: '2026-01-13', absences: allOf([{ ...absence, hasStatement: false }]) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
