import { askedOf, type RecordReading, recordKindFacts } from '@duizhao/contract'
import type { Minutes } from '@duizhao/engine'
import { type KnownPerson, matchPerson } from './match-people.ts'

type Read = Omit<RecordReading, 'id' | 'fileName' | 'text' | 'same' | 'expiresAt'>

/** What minutes say in the fields of a record, people as far as it is sure who they are; only what the kinds ask for. */
export function readFromMinutes(minutes: Minutes, people: readonly KnownPerson[]): Read {
  const first = minutes.kinds[0]
  const kinds = minutes.kinds.filter(
    ({ value }) => first && recordKindFacts[value].visibility === recordKindFacts[first.value].visibility,
  )
  const { fields, numbers } = askedOf(kinds.map(({ value }) => value))
  const [talk] = minutes.talks
  const person = ({ name, start, end }: { name: string; start: number; end: number }) =>
    matchPerson({ name, start, end }, people)
  const host = talk
    ? { name: talk.by, start: talk.start, end: talk.end }
    : minutes.host && { ...minutes.host, name: minutes.host.value }
  const attended = [
    ...minutes.absent.map((one) => ({ ...person(one), ...awayAs(one.reason) })),
    ...minutes.partial.map((one) => ({ ...person(one), kind: 'partial' as const, note: one.reason ?? '' })),
    ...minutes.invited.map((one) => ({
      ...person({ ...one, name: one.value }),
      ...{ kind: 'observer' as const, note: '' },
    })),
  ]
  const talkedTo = talk
    ? [{ ...person({ name: talk.to, start: talk.start, end: talk.end }), kind: 'talked_to' as const, note: '' }]
    : []
  return {
    kinds,
    name: minutes.name,
    onDay: minutes.day ?? (talk?.day == null ? null : { value: talk.day, start: talk.start, end: talk.end }),
    untilDay: minutes.until,
    hours: fields.has('hours') ? minutes.hours : null,
    place: fields.has('place') ? minutes.place : null,
    host: fields.has('host') && host ? person(host) : null,
    topics: fields.has('topics')
      ? minutes.topics.map(({ text, ofDay, speaker, start, end }) => ({
          ...{ text: text.slice(0, LONGEST_TOPIC), ofDay, speaker: speaker ?? '', start, end },
        }))
      : [],
    participants: fields.has('talkedTo') ? talkedTo : fields.has('attendance') ? attended : [],
    numbers: minutes.numbers.filter(({ name }) => numbers.includes(name)),
  }
}

const LONGEST_TOPIC = 200

/** Who gave a reason was excused. */
function awayAs(reason: string | null): { readonly kind: 'absent' | 'excused'; readonly note: string } {
  return reason === null ? { kind: 'absent', note: '' } : { kind: 'excused', note: reason }
}
