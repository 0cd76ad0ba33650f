import {
  askedOf,
  type endpoints,
  type GivenCall,
  type ParticipationKind,
  type RecordKind,
  type RecordNumber,
  type WorkRecordDetail,
} from '@duizhao/contract'
import type { RecordsSearch } from './records-search.ts'

/** What a form holds of a record; a field nobody has touched is not there. */
export interface RecordValues {
  readonly kinds?: RecordKind[]
  readonly subjects?: string[]
  readonly name?: string
  readonly onDay?: string | null
  readonly untilDay?: string | null
  readonly makesUpOn?: string | null
  readonly hours?: number | null
  readonly place?: string
  readonly hostId?: string | null
  readonly topics?: { readonly text?: string; readonly ofDay?: string | null; readonly speaker?: string }[]
  readonly participants?: ParticipantValues[]
  readonly numbers?: Partial<Record<RecordNumber, number | null | undefined>>
  readonly outcome?: string
  readonly note?: string
  /** Kept for oneself until it is confirmed. */
  readonly isDraft?: boolean
}

export interface ParticipantValues {
  readonly personId?: string | null
  readonly kind?: ParticipationKind
  readonly note?: string
  /** As a file names who it is not sure who that is; empty where it is. */
  readonly saidName?: string
}

/** What somebody came to write down: one thing of one day, perhaps a talk of two. */
export type AskedRecord = Pick<
  RecordsSearch,
  'write' | 'kind' | 'subject' | 'hostId' | 'talkedToId' | 'entered' | 'base' | 'outcome'
>

/** What is in the form of somebody who came to write down that. */
export function valuesAsked({ write, kind, subject, hostId, talkedToId, ...known }: AskedRecord): RecordValues {
  const { entered, base, outcome } = known
  return {
    ...(write === undefined ? {} : { onDay: write }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(subject === undefined ? {} : { subjects: [subject] }),
    ...(hostId === undefined ? {} : { hostId }),
    ...(entered === undefined && base === undefined ? {} : { numbers: { entered, base } }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(talkedToId === undefined ? {} : { participants: [{ personId: talkedToId, kind: 'talked_to' as const }] }),
  }
}

type Body = NonNullable<GivenCall<typeof endpoints.createRecord>['body']>

/**
 * What is sent of what a form holds: only what the chosen kinds ask for. A row in which nothing was written is none; where a
 * person or a day is missing that has to be there, it goes as it is, and the service says so at the field.
 */
export function bodyOf(values: RecordValues): Omit<Body, 'state'> {
  const { kinds = [], subjects = [], name = '', onDay, untilDay = null, makesUpOn = null } = values
  const { fields, numbers } = askedOf(kinds)
  const counted = numbers.flatMap((one) => {
    const value = values.numbers?.[one]
    return value == null ? [] : [[one, value]]
  })
  return {
    ...{ kinds, subjects, name, onDay: onDay ?? '', untilDay: untilDay ?? null, makesUpOn: makesUpOn ?? null },
    hours: fields.has('hours') ? (values.hours ?? null) : null,
    place: fields.has('place') ? (values.place ?? '') : '',
    hostId: fields.has('host') ? (values.hostId ?? null) : null,
    topics: fields.has('topics') ? topicsOf(values) : [],
    participants: participantsOf(values, fields.has('talkedTo'), fields.has('attendance')),
    numbers: Object.fromEntries(counted),
    outcome: fields.has('outcome') ? (values.outcome ?? '') : '',
    note: fields.has('note') ? (values.note ?? '') : '',
  }
}

function topicsOf({ topics = [] }: RecordValues): NonNullable<Body['topics']> {
  const rows = topics.map((topic) => ({
    ...{ text: topic?.text ?? '', ofDay: topic?.ofDay ?? null, speaker: topic?.speaker ?? '' },
  }))
  return rows.filter(({ text, ofDay, speaker }) => text.trim() !== '' || ofDay !== null || speaker.trim() !== '')
}

function participantsOf(
  { participants = [] }: RecordValues,
  isTalk: boolean,
  isAttended: boolean,
): NonNullable<Body['participants']> {
  if (isTalk)
    return participants
      .slice(0, 1)
      .flatMap((one) => (one?.personId == null ? [] : [{ personId: one.personId, kind: 'talked_to' as const }]))
  if (!isAttended) return []
  return participants.flatMap((one) =>
    one?.personId == null
      ? []
      : [{ personId: one.personId, kind: one.kind ?? ('excused' as const), note: one.note ?? '' }],
  )
}

/** What a form starts from to change a record. */
export function valuesOf(record: WorkRecordDetail): RecordValues {
  const { kinds, subjects, name, onDay, untilDay, makesUpOn, hours, place, host, topics, numbers, outcome } = record
  const people =
    record.talkedTo.length > 0
      ? record.talkedTo.map(({ id }) => ({ personId: id, kind: 'talked_to' as const, note: '' }))
      : record.participants.map(({ person, kind, note }) => ({ personId: person.id, kind, note }))
  return {
    ...{ kinds, subjects, name, onDay, untilDay, makesUpOn, hours, place, hostId: host?.id ?? null },
    ...{ topics, participants: people, numbers: { ...numbers }, outcome, note: record.note ?? '' },
  }
}
