import { expect, it } from 'vitest'
import { passageSearchOf } from './passage-search.ts'

it.each([
  [
    { begins: 3, ends: 9 },
    { begins: 3, ends: 9 },
  ],
  [
    { begins: '3', ends: '9' },
    { begins: 3, ends: 9 },
  ],
  [{ begins: 9, ends: 3 }, {}],
  [{ begins: -1, ends: 3 }, {}],
  [{ begins: 1.5, ends: 3 }, {}],
  [{ ends: 3 }, {}],
  [{}, {}],
])('an address that says %j shows the passage %j', (raw, shown) => {
  expect(passageSearchOf(raw)).toEqual(shown)
})
