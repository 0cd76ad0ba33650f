import { expect, it } from 'vitest'
import { strikeOffConditions, type StrikeOffFacts } from './strike-off-conditions.ts'

const measures = ['first', 'second'].map((id) => ({ id, doneOn: '2026-03-01' }))
const handedIn = { datedOn: '2026-03-01', file: null, cited: null }
const [whole, ofFirst] = [
  { ...handedIn, measureId: null },
  { ...handedIn, measureId: 'first' },
]

const evidencePerMeasure = (evidence: StrikeOffFacts['evidence']) =>
  strikeOffConditions({ registeredOn: '2026-01-05', measures, evidence, result: '', today: '2026-03-05' }).find(
    ({ id }) => id === 'evidence-per-measure',
  )

it('evidence for one measure is none for another; of what is said to be for all, the name says so', () => {
  expect(evidencePerMeasure([ofFirst])).toMatchObject({ isMet: false, missing: '有 1 条措施没有佐证材料' })
  expect(evidencePerMeasure([ofFirst, whole])).toMatchObject({
    isMet: true,
    name: '每条措施都有佐证材料（其中 1 条只有未写明措施的佐证）',
  })
  expect(evidencePerMeasure([])).toMatchObject({ isMet: false, name: '每条措施都有佐证材料', missing: '没有佐证材料' })
})
