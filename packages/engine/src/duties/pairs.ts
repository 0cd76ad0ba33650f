/** One of a leading team, on the day the talks are asked for. */
export interface TeamMember {
  readonly personId: string
  readonly isHead: boolean
  /** The units he is in charge of (分管). */
  readonly leadIds: readonly string[]
  /** Where he lives as a party member. */
  readonly branchId: string | null
}

/** Who makes up the team of a party organisation, and whom its members have to do with. */
interface TalkTeam {
  readonly members: readonly TeamMember[]
  /** Who heads each unit that is led, by the unit. */
  readonly headsOfUnits: ReadonlyMap<string, readonly string[]>
  /** The party members of each branch, by the branch. */
  readonly membersOfBranches: ReadonlyMap<string, readonly string[]>
}

/** Who makes up a branch. */
interface TalkBranch {
  readonly committee: readonly string[]
  /** All who live in it, the committee among them. */
  readonly members: readonly string[]
}

/** Which of the talks that are always to be held (四必谈) a pair is, or whose talk in a branch. */
export const talkReasons = [
  'head_member',
  'member_member',
  'member_unit',
  'member_branch',
  'committee_committee',
  'committee_member',
  'member_peer',
] as const
export type TalkReason = (typeof talkReasons)[number]

export const talkReasonNames: Readonly<Record<TalkReason, string>> = {
  head_member: '主要负责人与班子成员',
  member_member: '班子成员之间',
  member_unit: '班子成员与分管单位负责人',
  member_branch: '班子成员与所在支部党员',
  committee_committee: '支部委员之间',
  committee_member: '支部委员与党员',
  member_peer: '党员之间',
}

/** A talk that is due: of one with another, or where several stand for it with at least one of them. */
export interface RequiredTalk {
  readonly reason: TalkReason
  readonly personId: string
  /** Nobody, where it is not known who it should be. */
  readonly withAnyOf: readonly string[]
  /** The unit or branch it is about. */
  readonly placeId: string | null
}

/**
 * The talks of a team (四必谈): the head with each, each with each, each with the heads of the units he leads, and each with
 * at least one party member of his branch who is not of the team. A pair that is due twice over is told once, for the first.
 */
export function talksOfTeam({ members, headsOfUnits, membersOfBranches }: TalkTeam): RequiredTalk[] {
  const team = new Set(members.map(({ personId }) => personId))
  const within = pairsOf(members).map(([one, other]): RequiredTalk => {
    const [first, second] = other.isHead && !one.isHead ? [other, one] : [one, other]
    return pair(first.isHead ? 'head_member' : 'member_member', first.personId, second.personId)
  })
  const withUnits = members.flatMap(({ personId, leadIds }) =>
    leadIds.flatMap((unitId): RequiredTalk[] => {
      const heads = headsOfUnits.get(unitId) ?? []
      if (heads.length === 0) return [{ reason: 'member_unit', personId, withAnyOf: [], placeId: unitId }]
      return heads
        .filter((head) => head !== personId && !team.has(head))
        .map((head) => pair('member_unit', personId, head, unitId))
    }),
  )
  const withBranches = members.flatMap(({ personId, branchId }): RequiredTalk[] => {
    if (branchId === null) return []
    const others = (membersOfBranches.get(branchId) ?? []).filter((one) => !team.has(one))
    return [{ reason: 'member_branch', personId, withAnyOf: others, placeId: branchId }]
  })
  return [...within, ...eachOnce(withUnits), ...withBranches]
}

/**
 * The talks of a branch: its committee each with each, each other member with at least one of the committee, and each
 * with at least one other.
 */
export function talksOfBranch({ committee, members }: TalkBranch): RequiredTalk[] {
  const others = members.filter((one) => !committee.includes(one))
  const some = (reason: TalkReason, personId: string, circle: readonly string[]): RequiredTalk[] => {
    const withAnyOf = circle.filter((one) => one !== personId)
    return withAnyOf.length === 0 ? [] : [{ reason, personId, withAnyOf, placeId: null }]
  }
  return [
    ...pairsOf(committee).map(([one, other]) => pair('committee_committee', one, other)),
    ...others.flatMap((one) => some('committee_member', one, committee)),
    ...others.flatMap((one) => some('member_peer', one, others)),
  ]
}

function pair(reason: TalkReason, personId: string, other: string, placeId: string | null = null): RequiredTalk {
  return { reason, personId, withAnyOf: [other], placeId }
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]))
}

/** Who heads two units that one leads is talked to once. */
function eachOnce(talks: readonly RequiredTalk[]): RequiredTalk[] {
  const keyOf = ({ personId, withAnyOf, placeId }: RequiredTalk): string =>
    [personId, ...(withAnyOf.length === 0 ? [placeId ?? ''] : withAnyOf)].join(' ')
  return [...new Map(talks.toReversed().map((talk) => [keyOf(talk), talk])).values()].toReversed()
}
