import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, type Minutes, read, readMinutes } from '@duizhao/engine'
import type { MinutesAnswers } from '../../samples/making/minutes-source.ts'
import { type Counted, countText } from './count-text.ts'
import { countValues } from './count-values.ts'

interface RecordsAnswers {
  readonly folder: string
  readonly records: readonly MinutesAnswers[]
}

/** How well records are read, field by field, for each `NAME.answers.json` beside `NAME/` in a folder; null if it has none. */
export async function evaluateMinutes(folder: string): Promise<string | null> {
  const told = await Promise.all(
    setsIn(folder).map(async (set) => countText(`records: ${set.folder}`, await countRecords(folder, set))),
  )
  return told.length === 0 ? null : told.join('')
}

/** What was read rightly, wrongly and not at all of all records of a folder. */
export async function countedIn(folder: string): Promise<Counted[]> {
  return (await Promise.all(setsIn(folder).map((set) => countRecords(folder, set)))).flat()
}

function setsIn(folder: string): RecordsAnswers[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.answers.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<RecordsAnswers>)
    .filter((answers): answers is RecordsAnswers => answers.records !== undefined)
}

async function countRecords(folder: string, set: RecordsAnswers): Promise<Counted[]> {
  return (await Promise.all(set.records.map((record) => countRecord(join(folder, set.folder), record)))).flat()
}

async function countRecord(folder: string, answers: MinutesAnswers): Promise<Counted[]> {
  const path = join(folder, answers.file)
  const document = existsSync(path) ? await read(readFileSync(path), answers.file) : null
  if (document === null || isUnreadable(document)) return []
  const [wanted, found] = [wantedOf(answers), foundOf(readMinutes(document))]
  return Object.entries(wanted).flatMap(([name, values]) =>
    countValues(answers.file, name, { wanted: values, found: found[name] ?? [], isSame }),
  )
}

type Values = Readonly<Record<string, readonly string[]>>

const one = (value: string | number | null | undefined): string[] =>
  value === null || value === undefined ? [] : [`${value}`]
const all = (...parts: readonly (string | null)[]): string => parts.map((part) => part ?? '–').join(' | ')

function wantedOf(answers: MinutesAnswers): Values {
  const { kinds, day, until, hours, place, host, recorder, entitled, present, invited } = answers
  return {
    kinds,
    day: one(day),
    until: one(until),
    hours: one(hours),
    place: one(place),
    host: one(host),
    recorder: one(recorder),
    entitled: one(entitled),
    present: one(present),
    invited,
    absent: answers.absent.map(({ name }) => name),
    'absent: reasons': answers.absent.map(({ name, reason }) => all(name, reason)),
    partial: answers.partial.map(({ name }) => name),
    'none absent': answers.noneAbsent ? ['yes'] : [],
    topics: answers.topics.map(({ text }) => text),
    'topics: days': answers.topics.flatMap(({ text, ofDay }) => (ofDay === null ? [] : [all(text, ofDay)])),
    'topics: speakers': answers.topics.flatMap(({ text, speaker }) => (speaker === null ? [] : [all(text, speaker)])),
    talks: answers.talks.map(({ by, to, day: on }) => all(by, to, on)),
    numbers: Object.entries(answers.numbers).map(([name, value]) => `${name} ${value}`),
    planned: answers.planned.map(({ text, month }) => all(month, text)),
    duties: answers.duties.map(({ text, owner, time }) => all(text, owner, time)),
  }
}

function foundOf(minutes: Minutes): Values {
  return {
    ...wantedOf({
      file: '',
      kinds: minutes.kinds.map(({ value }) => value),
      day: minutes.day?.value ?? null,
      until: minutes.until?.value ?? null,
      hours: minutes.hours?.value ?? null,
      place: minutes.place?.value ?? null,
      host: minutes.host?.value ?? null,
      recorder: minutes.recorder?.value ?? null,
      entitled: minutes.entitled?.value ?? null,
      present: minutes.present?.value ?? null,
      noneAbsent: minutes.noneAbsent !== null,
      absent: minutes.absent,
      partial: minutes.partial,
      invited: minutes.invited.map(({ value }) => value),
      topics: minutes.topics,
      talks: minutes.talks,
      numbers: Object.fromEntries(minutes.numbers.map(({ name, value }) => [name, value])),
      planned: minutes.planned,
      duties: minutes.duties,
    }),
  }
}

/** Punctuation makes no other value. */
function isSame(wanted: string, given: string): boolean {
  const plain = (words: string): string => words.replaceAll(/[^\p{L}\p{N}|]/gu, '')
  return plain(wanted) === plain(given)
}
