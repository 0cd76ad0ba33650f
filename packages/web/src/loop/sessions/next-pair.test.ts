import { expect, it } from 'vitest'
import { nextPair } from './next-pair.ts'
import { pairOf } from './with-waiting.ts'

const said = (...pairs: readonly string[]) => new Map(pairs.map((pair) => [pairOf(pair[0] ?? '', pair[1] ?? ''), 1]))

it.each([
  ['the first spoke of himself', ['aa'], 'aa', 'ba'],
  ['the second spoke of the first', ['aa', 'ba'], 'ba', 'ca'],
  ['all spoke of the first', ['aa', 'ba', 'ca'], 'ca', 'bb'],
  ['somebody was left out', ['aa', 'ca'], 'ca', 'ba'],
  ['all spoke of all', ['aa', 'ba', 'ca', 'ab', 'bb', 'cb', 'ac', 'bc', 'cc'], 'bc', 'bc'],
] as const)('after %s', (_, pairs, [from, about], [nextFrom, nextAbout]) => {
  const next = nextPair(['a', 'b', 'c'], said(...pairs), { fromId: from ?? '', aboutId: about ?? '' })
  expect(next).toEqual({ fromId: nextFrom, aboutId: nextAbout })
})
