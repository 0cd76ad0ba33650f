import { expect, it } from 'vitest'
import { meetingsSearchOf } from './meetings-search.ts'

it('what an address asks the board of meetings for is taken as it is, and left out where it makes no sense', () => {
  const search = { organisationId: 'x', campaignId: 'y', step: 'plan', standing: 'late' }
  expect(meetingsSearchOf(search)).toEqual(search)
  expect(meetingsSearchOf({ organisationId: 3, campaignId: null, step: 'lost', standing: 'never' })).toEqual({})
})
