import { dateInChinese } from '../../../wording/write-date.ts'
import { allOf, someOf, type TalkFact } from '../../facts.ts'
import { met, missing, notApplicable, unknown } from '../../judgement.ts'
import { nameIn, namesIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const talk = (other: string, from: number | null, to: number | null): TalkFact<string> => ({
  by: '骆明轩',
  with: [other],
  day: '2026-01-06',
  from,
  to,
  where: null,
})

export const talkOverlap: ComplianceRule = {
  id: 'procedure/talk-overlap',
  step: 'talks',
  name: '同时在两处谈话',
  severity: 'error',
  why: '一个人不能同时与两个人谈话，记录里出现就是编的或写错的。',
  source: { title: '谈心谈话记录核对实践', known: 'practice' },
  *judge({ talks, names }) {
    const timed = distinct(talks.items.flatMap(timeOf))
    if (timed.length === 0)
      return yield talks.isAll && talks.items.length === 0 ? notApplicable('没有谈话') : unknown('谈话没有写时间')
    for (const [at, one] of timed.entries()) {
      yield met({ places: [one.where] })
      for (const other of timed.slice(at + 1)) {
        const shared = one.people.find((person) => other.people.includes(person))
        if (shared === undefined || one.day !== other.day || one.from >= other.to || other.from >= one.to) continue
        const partners = [one, other].map(({ people }) =>
          namesIn(
            names,
            people.filter((each) => each !== shared),
          ),
        )
        yield missing(
          `${nameIn(names, shared)}${dateInChinese(one.day)}${clock(other.from)}同时在与${partners.join('、')}谈话，请核对时间`,
          { who: [shared], places: [one.where, other.where] },
        )
      }
    }
  },
  examples: {
    met: [
      {
        given: '15:00—15:40、15:40—16:20与两人谈话',
        facts: { talks: someOf([talk('褚怀瑾', 900, 940), talk('柏青禾', 940, 980)]) },
      },
      {
        given: '同一次谈话，汇总里和单份记录里都有',
        facts: { talks: someOf([talk('褚怀瑾', 900, 940), { ...talk('骆明轩', 900, 945), by: '褚怀瑾' }]) },
      },
    ],
    missing: [
      {
        given: '15:00—15:40与一人、15:20—16:00与另一人谈话',
        facts: { talks: someOf([talk('柏青禾', 920, 960), talk('褚怀瑾', 900, 940)]) },
        says: ['骆明轩2026年1月6日15:20同时在与褚怀瑾、柏青禾谈话，请核对时间'],
      },
    ],
    not_applicable: [{ given: '没有谈过话', facts: { talks: allOf([]) }, says: ['没有谈话'] }],
    unknown: [
      {
        given: '谈话没有写时间',
        facts: { talks: allOf([talk('褚怀瑾', null, null), talk('柏青禾', 900, null)]) },
        says: ['谈话没有写时间'],
      },
    ],
  },
}

interface Timed<Where> {
  readonly people: readonly string[]
  readonly day: string
  readonly from: number
  readonly to: number
  readonly where: Where | null
}

function timeOf<Where>({ by, with: others, day, from, to, where }: TalkFact<Where>): Timed<Where>[] {
  return day === null || from === null || to === null ? [] : [{ people: [by, ...others], day, from, to, where }]
}

/** By their time. A talk that a summary lists and a record of its own tells again is one talk, the shorter of the two. */
function distinct<Where>(talks: readonly Timed<Where>[]): Timed<Where>[] {
  const keyOf = ({ people, day, from }: Timed<Where>): string =>
    `${day}#${String(from).padStart(4, '0')}#${people.toSorted((a, b) => (a < b ? -1 : 1)).join()}`
  const byKey = [...new Map(talks.toSorted((a, b) => b.to - a.to).map((talk) => [keyOf(talk), talk]))]
  return byKey.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, talk]) => talk)
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
