import fc from 'fast-check'
import { talkReasons } from '../../duties/pairs.ts'
import { meetingDocumentKinds } from '../../standards/meeting-papers.ts'
import { daysAfter } from '../../wording/days.ts'
import { ALL_IS_DUE, type Collected, type ComplianceFacts, nothingKnown } from '../facts.ts'

const PEOPLE = ['方明远', '齐晓放', '何敏君', '程立新']
const person = fc.constantFrom(...PEOPLE)
const day = fc.integer({ min: 0, max: 60 }).map((days) => daysAfter('2026-01-01', days))
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { freq: 3 })
const flag = maybe(fc.boolean())
const number = maybe(fc.nat(6))
const where = fc.constant('此处')
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 4 })
const collected = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<Collected<T, string>> =>
  fc.record({ items: few(one), isAll: fc.boolean(), where })
const told = { text: fc.constantFrom('学习不深', '下库房少'), isListed: flag, isEnded: flag, where }

/** Facts of meetings of every sort, likely or not; what a source points with is a word. */
export const someFacts: fc.Arbitrary<ComplianceFacts<string>> = fc
  .record({
    asOf: maybe(fc.oneof(day, fc.constant(ALL_IS_DUE))),
    day: maybe(day),
    window: maybe(fc.record({ from: day, to: day })),
    hasConsent: flag,
    isWorkday: maybe(fc.constant((on: string) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))),
    members: maybe(fc.subarray(PEOPLE)),
    head: maybe(person),
    papers: collected(fc.record({ kind: fc.constantFrom(...meetingDocumentKinds), day: maybe(day), where })),
    rivals: maybe(few(fc.record({ name: fc.constant('会议记录'), papers: few(fc.record({ name: where, where })) }))),
    studies: collected(
      fc.record({
        day: maybe(day),
        topics: few(fc.record({ name: where, ofDay: maybe(day), why: fc.constant('还没有发表'), where })),
        where,
      }),
    ),
    channels: collected(fc.constantFrom('座谈会', '意见箱', '书面征求')),
    talks: collected(
      fc.record({
        by: person,
        with: fc.subarray(PEOPLE, { minLength: 1, maxLength: 2 }),
        day: maybe(fc.constantFrom('2026-01-05', '2026-01-06')),
        from: maybe(fc.constantFrom(540, 560, 600)),
        to: maybe(fc.constantFrom(570, 620)),
        where,
      }),
    ),
    requiredTalks: maybe(
      few(
        fc.record({
          reason: fc.constantFrom(...talkReasons),
          personId: person,
          withAnyOf: fc.subarray(PEOPLE),
          placeId: fc.constant(null),
        }),
      ),
    ),
    freeze: maybe(fc.record({ day: fc.constantFrom('2026-01-04', '2026-01-05', '2026-01-07'), where })),
    materials: collected(fc.record({ ownerId: person, isApproved: flag, approvedOn: maybe(day), where })),
    turnouts: few(fc.record({ entitled: number, present: number, where })),
    absences: collected(fc.record({ personId: person, hasStatement: flag, isTold: flag, where })),
    agendas: few(
      collected(
        fc.record({
          step: fc.constantFrom('prior_report' as const, 'check' as const, 'own_check' as const),
          personId: maybe(person),
          where,
        }),
      ),
    ),
    remarks: few(collected(fc.record({ by: person, of: person, isConcrete: flag }))),
    isPriorReported: flag,
    priorProblems: maybe(few(fc.record({ text: told.text, isAnswered: flag, where }))),
    opinions: maybe(few(fc.record({ ...told, number: fc.constantFrom('', '3') }))),
    problems: maybe(
      few(
        fc.record({
          ...told,
          from: fc.constantFrom('team' as const, 'personal' as const, 'remark' as const, 'feedback' as const),
          list: fc.record({ name: fc.constant('整改清单'), where }),
        }),
      ),
    ),
    reports: collected(fc.record({ day: maybe(day), where })),
    reportedItems: collected(fc.constantFrom('上年整改情况', '学习教育情况')),
    appraisals: maybe(few(fc.record({ excellent: number, base: number, isBaseAllMembers: fc.boolean(), where }))),
  })
  .map((some) => ({ ...nothingKnown, ...some }))

/** Lists whose order tells something: who ranks before whom, what came first. */
const ORDERED = new Set(['members', 'topics', 'with', 'withAnyOf'])

/** The same facts, each list the other way round, but for those whose order tells something. */
export function turned<Value>(value: Value, key?: string): Value
export function turned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((each: unknown) => turned(each, key === 'agendas' ? 'agenda' : ''))
    return ORDERED.has(key) ? inner : inner.toReversed()
  }
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, key === 'agenda' ? each : turned(each, name)]),
  )
}

/** Facts that are true or false, or a day, a number, somebody; one that is null is not known. */
const FORGETTABLE = new Set<string>([
  ...Object.keys(nothingKnown).filter((key) => nothingKnown[key as keyof ComplianceFacts] === null),
  ...['ofDay', 'from', 'to', 'isApproved', 'approvedOn', 'entitled', 'present', 'hasStatement', 'isTold', 'personId'],
  ...['isConcrete', 'isAnswered', 'isListed', 'isEnded', 'excellent', 'base'],
])
/** Where the day, somebody or the end belongs to what it says of: without it there is no such fact. */
const WHOLE = new Set(['window', 'freeze', 'absences', 'requiredTalks'])

/** The facts with each single one of them not known, in turn. */
export function forgotten<Value>(value: Value, key?: string): Value[]
export function forgotten(value: unknown, key = ''): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown, at) => forgotten(each, key).map((less) => value.with(at, less) as unknown))
  if (!isPlain(value)) return []
  return Object.entries(value).flatMap(([name, each]): unknown[] => {
    const isOwn =
      FORGETTABLE.has(name) &&
      !(WHOLE.has(key) && (name === 'personId' || name === 'from' || name === 'to' || name === 'day'))
    const deeper = forgotten(each, name === 'items' || name === 'topics' ? key : name)
    return [
      ...(isOwn && each !== null ? [{ ...value, [name]: null }] : []),
      ...(name === 'isAll' && each === true ? [{ ...value, isAll: false }] : []),
      ...deeper.map((less) => ({ ...value, [name]: less })),
    ]
  })
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Map) && !Array.isArray(value)
}
