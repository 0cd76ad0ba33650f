import { recordFaults, recordKindFacts, recordKinds, RecordFields, RECORD_FIELDS_OF_ALL } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { bodyOf, valuesAsked } from './record-values.ts'

const someone = '01999999-0000-7000-8000-000000000001'
const other = '01999999-0000-7000-8000-000000000002'

/** A form in which something stands in every field, as after several kinds were tried. */
const everything = {
  ...{ onDay: '2026-03-05', hours: 2, place: '会议室', hostId: someone, outcome: '决定', note: '谈了作风' },
  topics: [{ text: '讲话', ofDay: '2026-03-01' }, { text: ' ' }, {}],
  participants: [{ personId: other, kind: 'absent' as const }, {}],
  numbers: {
    audience: 1,
    base: 9,
    entered: 1,
    passed: 1,
    items: 1,
    due: 3,
    paid: 1,
    paidLate: 1,
    form1: 5,
    recovered: 20_000,
  },
}

it('of every kind only what it asks for is sent, and breaks no rule', () => {
  for (const kind of recordKinds) {
    const sent = RecordFields.parse(bodyOf({ ...everything, kinds: [kind] }))
    expect(recordFaults(sent, '2026-03-05'), kind).toEqual([])
    expect(sent.topics.length, kind).toBe(recordKindFacts[kind].fields.includes('topics') ? 1 : 0)
  }
})

it('no kind, and no kinds that go together, ask for more than ten fields', () => {
  const together = new Set(
    recordKinds
      .filter((kind) => recordKindFacts[kind].visibility === 'body')
      .flatMap((kind) => recordKindFacts[kind].fields),
  )
  expect(together.size + RECORD_FIELDS_OF_ALL).toBeLessThanOrEqual(10)
  for (const kind of recordKinds)
    expect(recordKindFacts[kind].fields.length + RECORD_FIELDS_OF_ALL, kind).toBeLessThanOrEqual(10)
})

it('who came to write down one thing of one day finds both in the form', () => {
  expect(valuesAsked({ write: '2026-03-31', kind: 'analysis', subject: '意识形态' })).toEqual({
    onDay: '2026-03-31',
    kinds: ['analysis'],
    subjects: ['意识形态'],
  })
  expect(valuesAsked({ write: '2026-03-31' })).toEqual({ onDay: '2026-03-31' })
  expect(valuesAsked({ entered: 12, base: 13, outcome: '优秀4人' })).toEqual({
    numbers: { entered: 12, base: 13 },
    outcome: '优秀4人',
  })
})
