/** What a unit is by its name. */
export type NamedUnitKind =
  | 'working_committee'
  | 'party_group'
  | 'general_branch'
  | 'branch'
  | 'cell'
  | 'committee'
  | 'department'
  | 'unit'

/** Endings of names that tell the kind, the narrower before the wider. */
const ENDINGS: readonly (readonly [RegExp, NamedUnitKind])[] = [
  [/工委|工作委员会$/, 'working_committee'],
  [/党组$/, 'party_group'],
  [/(?:总支|党总支|总支部|总支部委员会)$/, 'general_branch'],
  [/(?:支部|支部委员会)$/, 'branch'],
  [/党小组$/, 'cell'],
  [/(?:党委|委员会|县委|市委|区委)$/, 'committee'],
  [/(?:科|处|股|室|部|中心|大队|所)$/, 'department'],
]

/** The kind of unit a name tells; `unit` for one that tells no other. */
export function unitKindNamed(name: string): NamedUnitKind {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? 'unit'
}
