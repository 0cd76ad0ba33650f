import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const remark = (by: string, of: string) => ({ by, of, isConcrete: null })

export const missingRemark: ComplianceRule = {
  id: 'completeness/missing-remark',
  step: 'session',
  name: '有人没有被批评',
  severity: 'warning',
  why: '批评要覆盖每名成员，会议记录和汇总里谁没有被批评，一看就知道。',
  source: { title: '民主生活会、组织生活会实践：对每名成员开展批评', known: 'practice' },
  *judge({ members, remarks, day, asOf, names }) {
    if (members === null || members.length === 0) return yield unknown('不知道成员有谁')
    if (members.length === 1) return yield notApplicable('没有别的成员')
    const accounts = remarks.filter(({ isAll }) => isAll)
    if (accounts.length === 0) return yield unknown('没有见到记全了的批评意见')
    for (const { items, where } of accounts) {
      const criticised = new Set(items.filter(({ by }) => members.includes(by)).map(({ of }) => of))
      for (const one of members) {
        const detail = { due: day, who: [one], places: [where] }
        if (criticised.has(one)) yield met(detail)
        else yield undone(`没有对${nameIn(names, one)}的批评意见，请核对是漏记还是没有批评`, asOf, detail)
      }
    }
  },
  examples: {
    met: [
      {
        given: '两人互相批评',
        facts: {
          members: ['舒云展', '岑参商'],
          remarks: [allOf([remark('舒云展', '岑参商'), remark('岑参商', '舒云展')])],
        },
      },
    ],
    missing: [
      {
        given: '汇总里没有对竺可贞的批评，列席的人说的不算',
        facts: {
          asOf: ALL_IS_DUE,
          members: ['舒云展', '岑参商', '竺可贞'],
          remarks: [allOf([remark('舒云展', '岑参商'), remark('岑参商', '舒云展'), remark('督导组组长', '竺可贞')])],
        },
        says: ['没有对竺可贞的批评意见，请核对是漏记还是没有批评'],
      },
    ],
    pending: [
      {
        given: '会还没有开完',
        facts: {
          asOf: '2026-01-29',
          day: '2026-01-29',
          members: ['舒云展', '岑参商'],
          remarks: [allOf([remark('舒云展', '岑参商')])],
        },
        says: ['没有对舒云展的批评意见，请核对是漏记还是没有批评'],
      },
    ],
    not_applicable: [
      {
        given: '只有一名成员',
        facts: { members: ['舒云展'], remarks: [allOf([])] },
        says: ['没有别的成员'],
      },
    ],
    unknown: [
      {
        given: '记录只写了几条批评',
        facts: { asOf: ALL_IS_DUE, members: ['舒云展', '岑参商'], remarks: [someOf([remark('舒云展', '岑参商')])] },
        says: ['没有见到记全了的批评意见'],
      },
      { given: '不知道成员有谁', facts: { asOf: ALL_IS_DUE, remarks: [allOf([])] }, says: ['不知道成员有谁'] },
      {
        given: '没有批评，不知道哪天开会',
        facts: { asOf: '2026-01-29', members: ['舒云展', '岑参商'], remarks: [allOf([remark('舒云展', '岑参商')])] },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
