import { expect, it } from 'vitest'
import { dutySearchOf } from './duty-search.ts'

it('an address is read as far as it makes sense', () => {
  expect(dutySearchOf({ organisationId: 'a', year: '2026', list: 'main', dutyId: 'b' })).toEqual({
    organisationId: 'a',
    year: 2026,
    list: 'main',
    dutyId: 'b',
  })
  expect(dutySearchOf({ organisationId: '', year: 'x', list: 'nonsense', dutyId: 3 })).toEqual({})
  expect(dutySearchOf({ year: 1999 })).toEqual({})
})
