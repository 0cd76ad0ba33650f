import { allOf, someOf } from '../../facts.ts'
import { met, notApplicable, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const fewChannels: ComplianceRule = {
  id: 'completeness/few-channels',
  step: 'opinions',
  name: '征求意见渠道少',
  severity: 'warning',
  why: '只用一种办法征求意见，有些人的话就听不到。',
  source: { title: '民主生活会征求意见实践：座谈会、个别访谈、书面征求、意见箱', known: 'practice' },
  *judge({ channels, day, asOf }, { leastChannels }) {
    if (leastChannels === 0) return yield notApplicable('不要求征求意见')
    const used = [...new Set(channels.items)].toSorted((a, b) => (a < b ? -1 : 1))
    if (used.length >= leastChannels) return yield met({ due: day, places: [channels.where] })
    if (!channels.isAll) return yield unknown('不知道用哪些办法征求了意见')
    const words = used.length === 0 ? '还没有征求意见' : `只用${used.join('、')}征求了意见`
    yield undone(`${words}，要求不少于${leastChannels}种办法`, asOf, { due: day, places: [channels.where] })
  },
  examples: {
    met: [{ given: '座谈会和意见箱', facts: { channels: someOf(['座谈会', '意见箱']) } }],
    missing: [
      {
        given: '1月16日开会，只开过座谈会',
        facts: { asOf: '2026-01-17', day: '2026-01-16', channels: allOf(['座谈会', '座谈会']) },
        says: ['只用座谈会征求了意见，要求不少于2种办法'],
      },
    ],
    pending: [
      {
        given: '1月16日开会，1月10日还没有征求意见',
        facts: { asOf: '2026-01-10', day: '2026-01-16', channels: allOf([]) },
        says: ['还没有征求意见，要求不少于2种办法'],
      },
    ],
    not_applicable: [
      { given: '不要求', facts: { channels: allOf([]) }, template: { leastChannels: 0 }, says: ['不要求征求意见'] },
    ],
    unknown: [
      { given: '只知道开过座谈会', facts: { channels: someOf(['座谈会']) }, says: ['不知道用哪些办法征求了意见'] },
      {
        given: '只开过座谈会，不知道哪天开会',
        facts: { asOf: '2026-01-17', channels: allOf(['座谈会']) },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
