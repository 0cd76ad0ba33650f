import type { RecordReading } from '@duizhao/contract'
import type { RecordValues } from './record-values.ts'

/** What a form starts from to confirm what was read of a file; who is not sure is left open, under the name in the file. */
export function valuesOfReading(reading: RecordReading): RecordValues {
  const { kinds, name, onDay, untilDay, hours, place, host, topics, participants, numbers } = reading
  return {
    kinds: kinds.map(({ value }) => value),
    subjects: [],
    name: (name?.value ?? '').slice(0, LONGEST_NAME),
    onDay: onDay?.value ?? null,
    untilDay: untilDay?.value ?? null,
    hours: hours?.value ?? null,
    place: place?.value ?? '',
    hostId: host?.person?.id ?? null,
    topics: topics.map(({ text, ofDay, speaker }) => ({ text, ofDay, speaker })),
    participants: participants.map((one) => ({
      personId: one.person?.id ?? null,
      ...{ kind: one.kind, note: one.note, saidName: one.person === null ? one.name : '' },
    })),
    numbers: Object.fromEntries(numbers.map(({ name: number, value }) => [number, value])),
  }
}

const LONGEST_NAME = 100
