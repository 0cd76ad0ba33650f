import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../wording/days.ts'
import { type Duty, type DutyFacts, type DutyRecord, dutyKnowns, dutyUnits, occurrences } from './index.ts'
import { facts, meeting, monthly } from './testing/facts.ts'

const YEARS = [2024, 2025, 2026, 2027, 2028]
const day = fc.integer({ min: 0, max: 3 * 365 }).map((days) => daysAfter('2025-01-05', days))
const records: fc.Arbitrary<DutyRecord[]> = fc
  .array(
    fc.record({
      onDay: day,
      makesUpOn: fc.option(day),
      hours: fc.option(fc.integer({ min: 1, max: 80 }).map((tenths) => tenths / 10)),
      kinds: fc.constantFrom(['study'], ['committee_meeting'], ['committee_meeting', 'study']),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((each, no) => meeting(each.onDay, { ...each, id: `r${no}` })))

const changes = fc.array(day, { maxLength: 3 }).map((all) => all.map((on, no) => ({ postId: `p${no}`, on })))
const held = fc.option(fc.array(fc.record({ from: day, to: fc.option(day) }), { maxLength: 3 }))
const waivers = fc.constantFrom<DutyFacts['waivers']>([], [{ period: '2026-02', state: 'waived' }])
const someFacts: fc.Arbitrary<DutyFacts> = fc
  .record({ records, changes, held, waivers, keepsFrom: fc.option(day), today: day })
  .map((some) => ({ ...facts, ...some }))

function dutyOf(pers: readonly Duty['per'][]): fc.Arbitrary<Duty> {
  return fc
    .record({
      per: fc.constantFrom(...pers),
      unit: fc.constantFrom(...dutyUnits),
      known: fc.constantFrom(...dutyKnowns),
      amount: fc.integer({ min: 1, max: 3 }),
      dueWorkdays: fc.integer({ min: 0, max: 5 }),
      from: day,
      to: fc.option(day),
    })
    .map((some) => ({ ...monthly, ...some }))
}

const calendar = ['week', 'month', 'quarter', 'half', 'year'] as const
const every = [...calendar, 'once', 'holiday', 'post_change'] as const

function all(duty: Duty, known: DutyFacts) {
  return YEARS.map((year) => occurrences(duty, known, year))
}

describe('occurrences', () => {
  it('lose no record, whatever a duty is changed to: each is counted once or named beside', () => {
    fc.assert(
      fc.property(dutyOf(calendar), someFacts, (duty, known) => {
        const years = all(duty, known)
        const counted = years.flatMap((year) => [...year.occurrences.flatMap((each) => each.records), ...year.beside])
        const matching = known.records.filter(({ kinds }) => kinds.includes('committee_meeting'))
        expect(counted.toSorted()).toEqual(matching.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('count a record of an event at least once or name it beside, never both', () => {
    fc.assert(
      fc.property(dutyOf(['holiday', 'post_change', 'once']), someFacts, (duty, known) => {
        const years = all(duty, known)
        const counted = new Set(years.flatMap((year) => year.occurrences.flatMap((each) => each.records)))
        const beside = years.flatMap((year) => year.beside)
        const matching = known.records.filter(({ kinds }) => kinds.includes('committee_meeting'))
        expect([...counted, ...beside].toSorted()).toEqual(matching.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('stay missing as days go by', () => {
    fc.assert(
      fc.property(dutyOf(every), someFacts, fc.nat(800), (duty, known, days) => {
        const later = { ...known, today: daysAfter(known.today, days) }
        const missing = (at: DutyFacts) =>
          all(duty, at).flatMap((year) =>
            year.occurrences.filter((each) => each.state === 'missing').map(({ period }) => period),
          )
        expect(missing(later)).toEqual(expect.arrayContaining(missing(known)))
      }),
    )
  })

  it('are never missing before the body kept records, nor on unverified ground', () => {
    fc.assert(
      fc.property(dutyOf(every), someFacts, (duty, known) => {
        for (const { state, from } of all(duty, known).flatMap((year) => year.occurrences))
          if (state === 'missing')
            expect(known.keepsFrom !== null && from >= known.keepsFrom && duty.known !== 'unverified').toBe(true)
      }),
    )
  })

  it('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(dutyOf(every), someFacts, (duty, known) => {
        expect(all(duty, { ...known, records: known.records.toReversed() })).toEqual(all(duty, known))
      }),
    )
  })
})
