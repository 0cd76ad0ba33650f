import { dateInChinese } from '../../../wording/write-date.ts'
import { allOf, someOf, type TopicFact } from '../../facts.ts'
import { met, missing, notApplicable, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

const topic: TopicFact<string> = {
  name: '党的二十届四中全会',
  ofDay: '2025-10-20',
  why: '全会到2025年10月20日才召开',
  where: null,
}

export const studyBeforePlenum: ComplianceRule = {
  id: 'procedure/study-before-plenum',
  step: 'study',
  name: '学习早于全会',
  severity: 'error',
  why: '全会还没有开，不可能学过它的精神，这样的记录是补出来的。',
  source: { title: '中央全会公报', known: 'regulation' },
  *judge({ studies }) {
    for (const { day, topics, where } of studies.items) {
      if (day === null) {
        yield unknown('不知道哪天学习')
        continue
      }
      const early = topics.find(({ ofDay }) => ofDay !== null && day < ofDay)
      if (early === undefined) yield met({ places: [where] })
      else
        yield missing(`${dateInChinese(day)}的学习记录里写学习${early.name}，${early.why}，请核对日期`, {
          places: [where, early.where],
        })
    }
    if (studies.items.length === 0) yield studies.isAll ? notApplicable('没有学习记录') : unknown('没有见到学习记录')
  },
  examples: {
    met: [
      {
        given: '2025年11月6日学习四中全会精神',
        facts: { studies: someOf([{ day: '2025-11-06', topics: [topic], where: null }]) },
      },
    ],
    missing: [
      {
        given: '2025年8月7日学习四中全会精神',
        facts: { studies: someOf([{ day: '2025-08-07', topics: [topic], where: null }]) },
        says: ['2025年8月7日的学习记录里写学习党的二十届四中全会，全会到2025年10月20日才召开，请核对日期'],
      },
    ],
    not_applicable: [{ given: '没有学习过', facts: { studies: allOf([]) }, says: ['没有学习记录'] }],
    unknown: [
      {
        given: '学习记录没有日期',
        facts: { studies: allOf([{ day: null, topics: [topic], where: null }]) },
        says: ['不知道哪天学习'],
      },
      { given: '没有见到学习记录', facts: {}, says: ['没有见到学习记录'] },
    ],
  },
}
