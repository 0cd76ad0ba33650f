import type { CountedRecord, DutyLine, DutyOccurrence } from '@duizhao/contract'
import { recordKindNames, together } from '@duizhao/engine/duties'
import type { Actor } from '../../platform/context.ts'
import type { BodyFacts } from './body-facts.ts'
import type { DutyRow } from './duty-queries.ts'
import type { RecordRow } from './facts-queries.ts'
import type { BodyLine } from './lines.ts'

/** Who reads: what they may write, and whether they see who of the body did what. */
export interface Reader {
  readonly actor: Actor
  readonly mayWaive: boolean
  /** A superior sees of people how many, never who. */
  readonly seesPeople: boolean
  /** Whether they are told who of the body talked with whom. */
  readonly seesPairs: boolean
}

/** The lines as they are answered with; those of one duty by several people are one to who must not see them. */
export function answeredLines(facts: BodyFacts, lines: readonly BodyLine[], reader: Reader): DutyLine[] {
  if (reader.seesPeople) return lines.map((line) => toLine(facts, line, reader))
  return [...Map.groupBy(lines, ({ duty }) => duty.id).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    if (first.person === null) return [toLine(facts, first, reader)]
    const merged = { ...first, person: null, occurrences: together(same.map((line) => line.occurrences)), beside: [] }
    return [{ ...toLine(facts, merged, reader), people: same.length }]
  })
}

function toLine(facts: BodyFacts, line: BodyLine, reader: Reader): DutyLine {
  const { duty, person } = line
  const told = namedIn(facts, line, reader)
  const waivers = facts.waivers.filter(
    ({ dutyId, personId }) => dutyId === duty.id && personId === (person?.id ?? null),
  )
  const occurrences = line.occurrences.map((occurrence): DutyOccurrence => {
    const waiver = waivers.find(({ period }) => period === occurrence.period)
    const waived = waiver && {
      id: waiver.id,
      state: waiver.state,
      reason: waiver.reason,
      by: waiver.by,
      mayTakeBack: reader.mayWaive,
    }
    return { ...occurrence, records: told(occurrence.records), waiver: waived ?? null }
  })
  const { id, name } = facts.body
  return {
    duty: toHead(duty),
    organisation: { id, name },
    person,
    people: null,
    occurrences,
    beside: told(line.beside),
  }
}

/**
 * What a line may name of the records it counts. The same talk in the lines of two people would say who talked with whom: of
 * others’ talks a person’s line only tells how many they are, but to who is told the pairs.
 */
function namedIn(
  facts: BodyFacts,
  { person }: BodyLine,
  { actor, seesPairs }: Reader,
): (ids: readonly string[]) => string[] {
  const isHidden = (record: RecordRow): boolean =>
    record.visibility === 'parties' &&
    !(seesPairs && record.bodyId === facts.body.id) &&
    !isParty(record, facts, actor.personId)
  const hidden = new Set(person === null ? [] : facts.records.filter(isHidden).map(({ id }) => id))
  return (ids) => ids.filter((id) => !hidden.has(id))
}

/** What stands at the head of a line. */
export function toHead({
  id,
  name,
  kinds,
  subject,
  list,
  amount,
  unit,
  per,
  ground,
  known,
}: DutyRow): DutyLine['duty'] {
  return { id, name, kinds, subject, list, amount, unit, per, ground, known }
}

/** The records that some lines count; of talks and what is only counted no more than that they were, but for the two. */
export function answeredRecords(
  facts: readonly BodyFacts[],
  lines: readonly DutyLine[],
  { actor }: Reader,
): CountedRecord[] {
  const counted = new Set(
    lines.flatMap((line) => [...line.beside, ...line.occurrences.flatMap(({ records }) => records)]),
  )
  const known = new Map(facts.flatMap((each) => each.records.map((record) => [record.id, { record, each }] as const)))
  return [...counted].flatMap((id) => {
    const found = known.get(id)
    if (!found) return []
    const { record, each } = found
    const isOpen = record.visibility === 'body' || isParty(record, each, actor.personId)
    const name = isOpen ? record.name : kindName(record)
    return [{ id, name, onDay: record.onDay, mayOpen: isOpen || record.visibility === 'counts' }]
  })
}

function isParty({ id, hostId }: RecordRow, { parts }: BodyFacts, personId: string): boolean {
  const isTalkedTo = parts.get(id)?.some((part) => part.personId === personId && part.kind === 'talked_to') ?? false
  return hostId === personId || isTalkedTo
}

function kindName({ kinds }: RecordRow): string {
  const names: Readonly<Record<string, string>> = recordKindNames
  return kinds.map((kind) => names[kind] ?? kind).join('、')
}
