import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quorumOf } from './agenda.ts'
import { type PresenceEvent, quorumHeld, quorumNow, wasQuorate } from './presence.ts'

const five = ['a', 'b', 'c', 'd', 'e']
const event = (minute: number, personId: string, kind: PresenceEvent['kind']) => ({
  ...{ id: `${minute}-${personId}`, at: `2026-11-20T01:${String(minute).padStart(2, '0')}:00.000Z`, personId, kind },
})
const { team, committee } = quorumOf

describe('a quorum', () => {
  it.each([
    ['nobody is away', five, [], team, { expected: 5, present: 5, needed: 4, isMet: true }],
    ['one is away', five, [event(0, 'a', 'absent')], team, { expected: 5, present: 4, needed: 4, isMet: true }],
    [
      'two are away',
      five,
      [event(0, 'a', 'absent'), event(0, 'b', 'excused')],
      team,
      { expected: 5, present: 3, needed: 4, isMet: false },
    ],
    [
      'one of two comes later',
      five,
      [event(0, 'a', 'absent'), event(0, 'b', 'excused'), event(9, 'b', 'came')],
      team,
      { expected: 5, present: 4, needed: 4, isMet: true },
    ],
    [
      'two leave',
      five,
      [event(30, 'a', 'left'), event(40, 'b', 'left')],
      team,
      { expected: 5, present: 3, needed: 4, isMet: false },
    ],
    [
      'a committee of five, two away',
      five,
      [event(0, 'a', 'absent'), event(0, 'b', 'absent')],
      committee,
      { expected: 5, present: 3, needed: 3, isMet: true },
    ],
    ['a guest is away', five, [event(0, 'z', 'absent')], team, { expected: 5, present: 5, needed: 4, isMet: true }],
    ['no posts are registered', [], [], team, { expected: 0, present: 0, needed: 0, isMet: false }],
  ] as const)('when %s', (_, ids, events, share, quorum) => {
    expect(quorumNow(ids, events, share)).toEqual(quorum)
  })
})

describe('whether enough were there at any time', () => {
  it.each([
    ['all of the time', [], true],
    ['until two left', [event(30, 'a', 'left'), event(40, 'b', 'left')], true],
    ['never: two never came', [event(0, 'a', 'absent'), event(1, 'b', 'absent')], false],
    ['once the second came', [event(0, 'a', 'absent'), event(20, 'b', 'came')], true],
    [
      'never: one left before the other came',
      [event(0, 'a', 'absent'), event(5, 'c', 'left'), event(9, 'b', 'came'), event(0, 'd', 'absent')],
      false,
    ],
    [
      'never: it was put right that one did not come after all',
      [event(0, 'a', 'absent'), event(1, 'b', 'came'), event(2, 'b', 'absent')],
      false,
    ],
  ] as const)('%s', (_, events, was) => {
    expect(wasQuorate(five, events, team)).toBe(was)
  })
})

it('who left before the end came, who was absent or excused did not', () => {
  const events = [event(0, 'a', 'absent'), event(5, 'a', 'came'), event(1, 'b', 'excused'), event(50, 'c', 'left')]
  expect(quorumHeld(five, events, team)).toEqual({ expected: 5, present: 4, needed: 4, isMet: true })
})

it('what two recorders write comes to the same in whatever order it reaches us, once or twice', () => {
  const events = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      personId: fc.constantFrom(...five),
      kind: fc.constantFrom('absent', 'excused', 'left', 'came'),
      at: fc.integer({ min: 0, max: 59 }).map((minute) => event(minute, '', 'came').at),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  const shuffled = events.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
  )
  fc.assert(
    fc.property(shuffled, ([all, other, again]) => {
      const arrived = [...new Map([...other, ...again].map((each) => [each.id, each])).values()]
      expect(quorumNow(five, arrived, team)).toEqual(quorumNow(five, all, team))
      expect(wasQuorate(five, arrived, team)).toBe(wasQuorate(five, all, team))
    }),
  )
})
