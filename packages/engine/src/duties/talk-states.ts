import type { RequiredTalk } from './pairs.ts'

/** A talk that was held: who talked, to whom. */
export interface HeldTalk {
  readonly recordId: string
  /** `yyyy-mm-dd` */
  readonly onDay: string
  /** Who talked first, then those he talked to; these did not thereby talk to each other. */
  readonly parties: readonly string[]
}

export const talkStates = ['held', 'late', 'missing', 'unknown'] as const
/**
 * `late`: only after the day by which the material is fixed; `unknown`: nobody is known with whom it could be held, which
 * is never a fault of who should have.
 */
export type TalkState = (typeof talkStates)[number]

export const talkStateNames: Readonly<Record<TalkState, string>> = {
  held: '已谈',
  late: '定稿后才谈',
  missing: '缺',
  unknown: '没有登记对象',
}

interface TalkLine extends RequiredTalk {
  readonly state: TalkState
  /** The talks that are this one, the earliest first. */
  readonly talks: readonly HeldTalk[]
}

/** What became of the talks that are due. `freezeOn`: the last day that counts; null if every day does. */
export function talkLines(
  required: readonly RequiredTalk[],
  held: readonly HeldTalk[],
  freezeOn: string | null,
): TalkLine[] {
  const talks = held.toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.recordId.localeCompare(b.recordId))
  // A pair of hundreds is asked only for the talks of one of the two.
  const talksOf = Map.groupBy(
    talks.flatMap((talk) => [...new Set(talk.parties)].map((personId) => ({ personId, talk }))),
    ({ personId }) => personId,
  )
  return required.map((one) => {
    const own = (talksOf.get(one.personId) ?? []).flatMap(({ talk }) => (isBetween(talk, one) ? [talk] : []))
    const [first] = own
    if (first === undefined) return { ...one, state: one.withAnyOf.length === 0 ? 'unknown' : 'missing', talks: own }
    return { ...one, state: freezeOn === null || first.onDay <= freezeOn ? 'held' : 'late', talks: own }
  })
}

function isBetween({ parties: [first, ...others] }: HeldTalk, { personId, withAnyOf }: RequiredTalk): boolean {
  if (first === undefined) return false
  return first === personId
    ? others.some((other) => withAnyOf.includes(other))
    : withAnyOf.includes(first) && others.includes(personId)
}
