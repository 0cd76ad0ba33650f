/** What one is by a post, as far as its words tell. */
export type NamedPost =
  | 'head'
  | 'deputy'
  | 'member'
  | 'discipline'
  | 'secretary'
  | 'deputy_secretary'
  | 'committee_member'
  | 'party_member'
  | 'probationary'
  | 'observer'

/** Where the post is held: in the team of a party organisation, in that of a unit, in a branch. */
export type PostPlace = 'party' | 'unit' | 'branch'

/** What the words of a post in a branch tell, the narrower before the wider. */
const IN_BRANCH: readonly (readonly [RegExp, NamedPost])[] = [
  [/列席/, 'observer'],
  [/预备/, 'probationary'],
  [/副(?:书记|组长)/, 'deputy_secretary'],
  [/书记|组长/, 'secretary'],
  [/委员|支委/, 'committee_member'],
  [/党员|^$/, 'party_member'],
]

const OBSERVES = /列席/
const DISCIPLINES = /纪检|纪委|监察/
const IS_DEPUTY = /副/
const LEADS = /(?:书记|长|主任|主席|主委|经理|负责人)$/
const BELONGS = /(?:成员|委员|[员师]|党组|党委)$/
/** Posts of the party, among those of one person: 党组书记、局长. */
const OF_PARTY = /党|工委|书记/

/**
 * What a post is by its words (“党组书记、局长”), where it is held: who is 党组副书记 and 局长 heads the unit, not the party
 * group. Null if the words do not tell.
 */
export function postNamed(words: string, place: PostPlace): NamedPost | null {
  const plain = words.replace(/\s+/g, '')
  if (place === 'branch') return IN_BRANCH.find(([pattern]) => pattern.test(plain))?.[1] ?? null
  const all = plain.split(/[、，,；;和兼/]/).filter((piece) => piece !== '')
  const own = all.filter((piece) => OF_PARTY.test(piece) === (place === 'party'))
  const isAny = (pattern: RegExp): boolean => all.some((piece) => pattern.test(piece))
  if (isAny(OBSERVES)) return 'observer'
  if (isAny(DISCIPLINES)) return 'discipline'
  if ((own.length === 0 ? all : own).some((piece) => LEADS.test(piece) && !IS_DEPUTY.test(piece))) return 'head'
  if (isAny(IS_DEPUTY)) return 'deputy'
  return isAny(BELONGS) || isAny(LEADS) ? 'member' : null
}
