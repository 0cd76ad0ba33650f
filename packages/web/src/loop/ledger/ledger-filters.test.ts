import { describe, expect, it } from 'vitest'
import { filtersOf, ledgerSearchOf, queryOf } from './ledger-filters.ts'

const id = '019a8f00-0000-7000-8000-000000000001'

describe('what stands in the address of the ledger', () => {
  it.each<[what: string, raw: Record<string, unknown>, search: object]>([
    ['nothing', {}, {}],
    ['what goes without saying', { standing: 'open', isMine: false, text: '' }, {}],
    ['a state', { state: 'rectifying', standing: 'all' }, { state: 'rectifying', standing: 'all' }],
    ['no such state', { state: 'lost' }, {}],
    ['an organisation', { organisationId: id }, { organisationId: id }],
    ['no id', { organisationId: '1' }, {}],
    ['only mine, as the router reads it', { isMine: true }, { isMine: true }],
    ['only mine, as typed', { isMine: 'true' }, { isMine: true }],
    [
      'what is of the organisation alone',
      { organisationId: id, isOwnLevel: true },
      { organisationId: id, isOwnLevel: true },
    ],
    ['neither yes nor no', { isMine: 'perhaps' }, {}],
    ['words', { text: ' 调研 ' }, { text: '调研' }],
    ['words that are a number to the router', { text: 2026 }, { text: '2026' }],
    ['words beyond the limit', { text: '字'.repeat(61) }, {}],
    ['dates', { dueFrom: '2026-01-01', dueTo: '2026-02-30' }, { dueFrom: '2026-01-01' }],
    ['a month', { registeredMonth: '2026-12' }, { registeredMonth: '2026-12' }],
    ['no month', { registeredMonth: '2026-13' }, {}],
    ['a grouping', { group: 'source' }, { group: 'source' }],
    ['no such grouping', { group: 'colour' }, {}],
    ['an order', { sort: 'number', isDescending: true }, { sort: 'number', isDescending: true }],
    ['the usual order', { sort: 'due', isDescending: false }, {}],
    ['no such order', { sort: 'colour' }, {}],
    ['what nobody knows', { page: 2, __proto__: null }, {}],
    ['lists and objects', { source: ['audit'], text: { a: 1 } }, {}],
  ])('%s', (_, raw, search) => {
    expect(ledgerSearchOf(raw)).toEqual(search)
    expect(ledgerSearchOf({ ...ledgerSearchOf(raw) }), 'read again it is the same').toEqual(search)
  })

  it('is counted and exported in whatever order', () => {
    expect(filtersOf({ standing: 'done', sort: 'number', isDescending: true })).toEqual({ standing: 'done' })
  })

  it('asks the service for all of it but the grouping, which is done on the screen', () => {
    expect(queryOf({ standing: 'done', text: '调研', group: 'state' })).toEqual({ standing: 'done', text: '调研' })
  })
})
