import { type BatchFile, paperKindNames } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { choicesOf, inOrder, missingIn, type Said, saidFirst } from './batch-choices.ts'

const file = (id: string, given: Partial<BatchFile> = {}): BatchFile => ({
  ...{ id, name: `${id}.docx`, path: `${id}.docx`, state: 'read', message: '', kind: 'team', title: `${id}的标题` },
  ...{ person: null, asks: [], nextOf: null, paperId: null, ...given },
})
const nextOf = { id: 'known', title: 'b的标题', ordinal: 2 }

it('is a new paper, or the next version of one of its name; what cannot be read is left out', () => {
  expect(
    [file('a'), file('b', { nextOf }), file('c', { state: 'unreadable' })].map((each) => saidFirst(each).as),
  ).toEqual(['new', 'version', 'left'])
})

it.each<[Said, string | null]>([
  [{ as: 'new', kind: null, personId: null }, 'kind'],
  [{ as: 'new', kind: 'personal', personId: null }, 'person'],
  [{ as: 'new', kind: 'team', personId: null }, null],
  [{ as: 'left', kind: null, personId: null }, null],
])('of %j the missing is %s', (said, missing) => {
  expect(missingIn(said)).toBe(missing)
})

it('asks first what is in doubt, then goes by kind and person', () => {
  const person = (name: string) => ({ id: name, name })
  const files = [
    file('d', { kind: 'team' }),
    file('c', { kind: 'personal', person: person('周海') }),
    file('b', { kind: 'personal', person: person('安宁') }),
    file('a', { kind: null, asks: ['kind'] }),
  ]
  expect(inOrder(files, paperKindNames).map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c'])
})

it('sends what nothing is missing of, and nothing that is there already', () => {
  const files = [
    file('a'),
    file('b', { nextOf }),
    file('c', { kind: null, asks: ['kind'] }),
    file('d', { state: 'entered' }),
    file('e', { state: 'unreadable' }),
  ]
  expect(choicesOf(files, saidFirst)).toEqual([
    { as: 'new', fileId: 'a', kind: 'team', title: 'a的标题', personId: null },
    { as: 'version', fileId: 'b', paperId: 'known' },
    { as: 'left', fileId: 'e' },
  ])
})
