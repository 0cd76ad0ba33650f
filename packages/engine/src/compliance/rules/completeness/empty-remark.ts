import { allOf } from '../../facts.ts'
import { met, missing, notApplicable, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const remark = (isConcrete: boolean | null) => ({ by: '秦望北', of: '柯以宁', isConcrete })

export const emptyRemark: ComplianceRule = {
  id: 'completeness/empty-remark',
  step: 'session',
  name: '批评没有说问题',
  severity: 'warning',
  why: '批评要指出具体问题，只提希望、只说好话，等于没有批评。',
  source: { title: '民主生活会相互批评实践：每条批评至少一个具体问题', known: 'practice' },
  *judge({ remarks, names }) {
    const all = remarks.flatMap(({ items, where }) => items.map((item) => ({ ...item, where })))
    if (all.length === 0)
      return yield remarks.length > 0 && remarks.every(({ isAll }) => isAll)
        ? notApplicable('没有批评意见')
        : unknown('没有见到批评意见')
    for (const { by, of, isConcrete, where } of all) {
      const detail = { who: [by, of], places: [where] }
      if (isConcrete === null) yield unknown('不知道批评是不是指出了具体问题')
      else if (isConcrete) yield met(detail)
      else yield missing(`${nameIn(names, by)}对${nameIn(names, of)}的批评没有指出具体问题，请核对`, detail)
    }
  },
  examples: {
    met: [{ given: '指出了具体问题', facts: { remarks: [allOf([remark(true)])] } }],
    missing: [
      {
        given: '只提了希望',
        facts: { remarks: [allOf([remark(false)])] },
        says: ['秦望北对柯以宁的批评没有指出具体问题，请核对'],
      },
    ],
    not_applicable: [{ given: '没有批评意见', facts: { remarks: [allOf([])] }, says: ['没有批评意见'] }],
    unknown: [
      { given: '没有见到批评意见', facts: {}, says: ['没有见到批评意见'] },
      {
        given: '看不出说没说具体问题',
        facts: { remarks: [allOf([remark(null)])] },
        says: ['不知道批评是不是指出了具体问题'],
      },
    ],
  },
}
