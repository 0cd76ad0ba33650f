import { met, missing, notApplicable, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const appraisal = { isBaseAllMembers: true, where: null }

export const excellentShare: ComplianceRule = {
  id: 'agreement/excellent-share',
  step: 'session',
  name: '优秀比例超限',
  severity: 'warning',
  why: '评为优秀的一般不超过党员总数的三分之一，超了要重新评。',
  source: { title: '民主评议党员工作要求：优秀比例一般不超过党员总数的三分之一', known: 'regulation' },
  *judge({ appraisals }, { excellent: most }) {
    if (appraisals === null) return yield unknown('没有见到评议结果')
    if (appraisals.length === 0) return yield notApplicable('没有评议')
    const known = appraisals.flatMap(({ excellent, base, ...rest }) =>
      excellent === null || base === null || base === 0 ? [] : [{ excellent, base, ...rest }],
    )
    // Where papers differ, the one with the largest share is told; that they differ is for others to say.
    const [largest] = known.toSorted(
      (a, b) =>
        b.excellent * a.base - a.excellent * b.base ||
        b.base - a.base ||
        Number(b.isBaseAllMembers) - Number(a.isBaseAllMembers),
    )
    if (largest === undefined) return yield unknown('评议结果没有写优秀多少人、一共多少人')
    const { excellent, base, isBaseAllMembers, where } = largest
    if (excellent * most.of <= base * most.parts) return yield met({ places: [where] })
    const all = `${isBaseAllMembers ? '党员总数' : '参评'}${base}人`
    const number = Math.floor((base * most.parts) / most.of)
    yield missing(`优秀${excellent}人，超过${all}的${most.words}（${number}人），请核对`, { places: [where] })
  },
  examples: {
    met: [
      { given: '党员24人，优秀8人', facts: { appraisals: [{ excellent: 8, base: 24, ...appraisal }] } },
      { given: '没有人评为优秀', facts: { appraisals: [{ excellent: 0, base: 3, ...appraisal }] } },
    ],
    missing: [
      {
        given: '党员20人，优秀8人',
        facts: { appraisals: [{ excellent: 8, base: 20, ...appraisal }] },
        says: ['优秀8人，超过党员总数20人的三分之一（6人），请核对'],
      },
      {
        given: '只知道参评10人，优秀4人',
        facts: { appraisals: [{ excellent: 4, base: 10, isBaseAllMembers: false, where: null }] },
        says: ['优秀4人，超过参评10人的三分之一（3人），请核对'],
      },
    ],
    not_applicable: [{ given: '没有评议', facts: { appraisals: [] }, says: ['没有评议'] }],
    unknown: [
      { given: '没有见到评议结果', facts: {}, says: ['没有见到评议结果'] },
      {
        given: '不知道一共多少人',
        facts: { appraisals: [{ excellent: 4, base: null, ...appraisal }] },
        says: ['评议结果没有写优秀多少人、一共多少人'],
      },
    ],
  },
}
