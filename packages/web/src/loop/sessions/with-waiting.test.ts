import type { SessionWhole } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { countsByPair, pairOf, quorumInChinese, withWaiting, withWords } from './with-waiting.ts'

const person = (id: string) => ({ id, name: id.toUpperCase() })
const whole: SessionWhole = {
  ...{ place: '', host: null, item: null, speakingId: null, lines: [], version: 1 },
  expected: ['a', 'b'].map((id) => ({ ...person(id), caption: '' })),
  presence: [{ id: '2', personId: 'a', kind: 'absent', at: '2026-11-20T01:05:00.000Z', note: '' }],
  remarks: [
    {
      ...{ id: '1', kind: 'criticism', from: person('a'), about: person('b'), text: '下基层少', toldOn: null },
      ...{ outcome: null, version: 3, substance: 'concrete' },
    },
  ],
  prior: { problems: [], total: 0, done: 0 },
}
const remark = (id: string, more: object) => ({
  refused: null,
  written: {
    id,
    what: 'remark' as const,
    body: { fromId: 'b', aboutId: 'a', text: '学习不够', version: null, ...more },
  },
})

it('what waits to be sent stands on the page, marked; what is taken back does not', () => {
  const { remarks } = withWaiting(whole, [remark('9', {}), remark('1', { fromId: 'a', aboutId: 'b', text: '改了' })])
  expect(remarks).toMatchObject([
    { id: '1', text: '改了', version: 3, isWaiting: true },
    { id: '9', from: { name: 'B' }, about: { name: 'A' }, isWaiting: true },
  ])
  expect(withWaiting(whole, [remark('1', { isWithdrawn: true })]).remarks).toEqual([])
  expect(countsByPair(remarks).get(pairOf('a', 'b'))).toBe(1)
})

it('who spoke without a word written down is in the list, and not among those who criticised', () => {
  const { remarks } = withWaiting(whole, [remark('9', { text: '' })])
  expect(remarks).toHaveLength(2)
  expect([...countsByPair(withWords(remarks))]).toEqual([[pairOf('a', 'b'), 1]])
})

it('who comes is there as soon as it is written, in the order of the hours', () => {
  const body = { personId: 'a', kind: 'came' as const, at: '2026-11-20T01:01:00.000Z' }
  const { presence } = withWaiting(whole, [{ refused: null, written: { id: '3', what: 'presence', body } }])
  expect(presence.map(({ kind }) => kind)).toEqual(['came', 'absent'])
})

it('of a session that has ended is told how many came', () => {
  const quorum = { expected: 5, present: 5, needed: 4, isMet: true }
  expect(quorumInChinese(quorum, true)).toBe('够了：应到 5 人，至少到 4 人，到了 5 人')
})

it.each([
  [{ expected: 5, present: 4, needed: 4, isMet: true }, '够了：应到 5 人，至少到 4 人，现在 4 人'],
  [{ expected: 5, present: 3, needed: 4, isMet: false }, '不够：应到 5 人，至少到 4 人，现在 3 人'],
  [{ expected: 0, present: 0, needed: 0, isMet: false }, '没有应到的人：请先在任职里登记'],
])('a quorum of %j is told as “%s”', (quorum, words) => {
  expect(quorumInChinese(quorum)).toBe(words)
})
