import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn, namesIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const remark = (by: string, of: string) => ({ by, of, isConcrete: null })
const three = ['秦望北', '柯以宁', '邵一凡']
const chief = [remark('柯以宁', '秦望北'), remark('邵一凡', '秦望北')]

export const missingRemarkPair: ComplianceRule = {
  id: 'completeness/missing-remark-pair',
  step: 'session',
  name: '有人没有批评别人',
  severity: 'warning',
  why: '每名到会成员都要对其他每名成员提出批评，只听不说不算开展了批评。',
  source: { title: '民主生活会相互批评实践：逐人对其他成员提出批评', known: 'practice' },
  *judge({ members, remarks, absences, day, asOf, names }, { isEveryPair }) {
    if (!isEveryPair) return yield notApplicable('不要求人人批评人人')
    if (members === null || members.length === 0 || !absences.isAll) return yield unknown('不知道哪些成员到会')
    const absent = new Set(absences.items.map(({ personId }) => personId))
    const present = members.filter((one) => !absent.has(one))
    const accounts = remarks.filter(({ isAll }) => isAll)
    if (accounts.length === 0) return yield unknown('没有见到记全了的批评意见')
    for (const { items, where } of accounts) {
      for (const one of members) {
        const speakers = new Set(items.filter(({ of }) => of === one).map(({ by }) => by))
        const silent = present.filter((other) => other !== one && !speakers.has(other))
        const detail = { due: day, who: silent, places: [where] }
        // Whom nobody criticised is told elsewhere.
        if (silent.length === 0 || !members.some((other) => speakers.has(other))) yield met(detail)
        else
          yield undone(
            `对${nameIn(names, one)}还没有${namesIn(names, silent)}的批评意见，请核对是漏记还是没有批评`,
            asOf,
            detail,
          )
      }
    }
  },
  examples: {
    met: [
      {
        given: '三人到会两人，两人互相批评，也批评了缺席的',
        facts: {
          members: three,
          absences: allOf([{ personId: '邵一凡', hasStatement: null, isTold: null, where: null }]),
          remarks: [
            allOf([
              remark('秦望北', '柯以宁'),
              remark('柯以宁', '秦望北'),
              remark('秦望北', '邵一凡'),
              remark('柯以宁', '邵一凡'),
            ]),
          ],
        },
      },
    ],
    missing: [
      {
        given: '邵一凡没有批评柯以宁',
        facts: {
          asOf: ALL_IS_DUE,
          members: three,
          absences: allOf([]),
          remarks: [allOf([...chief, remark('秦望北', '柯以宁')])],
        },
        says: ['对柯以宁还没有邵一凡的批评意见，请核对是漏记还是没有批评'],
      },
    ],
    pending: [
      {
        given: '会还没有开完',
        facts: {
          asOf: '2026-01-19',
          day: '2026-01-19',
          members: three,
          absences: allOf([]),
          remarks: [allOf([...chief, remark('秦望北', '柯以宁')])],
        },
        says: ['对柯以宁还没有邵一凡的批评意见，请核对是漏记还是没有批评'],
      },
    ],
    not_applicable: [
      { given: '支部党员大会', facts: {}, template: { isEveryPair: false }, says: ['不要求人人批评人人'] },
    ],
    unknown: [
      {
        given: '不知道谁缺席',
        facts: { asOf: ALL_IS_DUE, members: three, remarks: [allOf(chief)] },
        says: ['不知道哪些成员到会'],
      },
      {
        given: '记录只写了几条批评',
        facts: { asOf: ALL_IS_DUE, members: three, absences: allOf([]), remarks: [someOf(chief)] },
        says: ['没有见到记全了的批评意见'],
      },
      {
        given: '缺一条批评，不知道哪天开会',
        facts: {
          asOf: '2026-01-19',
          members: three,
          absences: allOf([]),
          remarks: [allOf([remark('柯以宁', '秦望北')])],
        },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
