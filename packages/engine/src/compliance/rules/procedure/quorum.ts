import { met, missing, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const quorum: ComplianceRule = {
  id: 'procedure/quorum',
  step: 'session',
  name: '到会人数不够',
  severity: 'error',
  why: '到会不足规定人数，会议不能召开，开了也不算数。',
  source: {
    title:
      '《县以上党和国家机关党员领导干部民主生活会若干规定》到会三分之二；《中国共产党支部工作条例（试行）》第十一条到会半数',
    known: 'regulation',
  },
  *judge({ turnouts }, { quorum: least }) {
    const known = turnouts.flatMap(({ entitled, present, where }) =>
      entitled === null || present === null || entitled === 0 ? [] : [{ entitled, present, where }],
    )
    // Where papers differ, the one with the fewest is told; that they differ is for others to say.
    const [fewest] = known.toSorted(
      (a, b) => a.present * b.entitled - b.present * a.entitled || a.entitled - b.entitled || a.present - b.present,
    )
    if (fewest === undefined) return yield unknown('不知道应到、实到多少人')
    const { entitled, present, where } = fewest
    if (present * least.of >= entitled * least.parts) return yield met({ places: [where] })
    yield missing(`应到${entitled}人，实到${present}人，不足${least.words}，不能开会，请核对人数`, { places: [where] })
  },
  examples: {
    met: [{ given: '应到9人，实到6人', facts: { turnouts: [{ entitled: 9, present: 6, where: null }] } }],
    missing: [
      {
        given: '应到9人，实到5人',
        facts: { turnouts: [{ entitled: 9, present: 5, where: null }] },
        says: ['应到9人，实到5人，不足三分之二，不能开会，请核对人数'],
      },
      {
        given: '支部党员大会要求半数，应到14人，签到6人，记录5人',
        facts: {
          turnouts: [
            { entitled: 14, present: 6, where: null },
            { entitled: 14, present: 5, where: null },
          ],
        },
        template: { quorum: { parts: 1, of: 2, words: '半数' } },
        says: ['应到14人，实到5人，不足半数，不能开会，请核对人数'],
      },
    ],
    unknown: [
      {
        given: '只知道实到6人',
        facts: { turnouts: [{ entitled: null, present: 6, where: null }] },
        says: ['不知道应到、实到多少人'],
      },
    ],
  },
}
