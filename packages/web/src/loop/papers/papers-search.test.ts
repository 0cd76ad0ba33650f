import { describe, expect, it } from 'vitest'
import { papersSearchOf } from './papers-search.ts'

describe('what an address asks the list of papers for', () => {
  it('is taken as it is', () => {
    const search = { organisationId: 'x', kind: 'plan', state: 'issued', mine: true, below: true }
    expect(papersSearchOf(search)).toEqual(search)
  })

  it('is left out where it makes no sense', () => {
    expect(papersSearchOf({ organisationId: 3, kind: 'template', state: 'lost', mine: 'yes', below: false })).toEqual(
      {},
    )
  })
})
