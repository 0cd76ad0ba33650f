import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fingerprints } from './fingerprint.ts'
import {
  compactIndex,
  createIndex,
  freezeRecent,
  indexSize,
  insertFingerprints,
  publicFrom,
  queryIndex,
  removeFingerprints,
} from './fingerprint-index.ts'

/** Fingerprints side by side, as in one long passage. */
function row(hashes: readonly number[]): Fingerprints {
  return { hashes: Uint32Array.from(hashes), positions: Uint32Array.from(hashes, (_, at) => at * 9) }
}

const hash = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0xffff_fff0, max: 0xffff_ffff }), fc.nat())
const hashes = fc.array(hash, { maxLength: 30 })
const action = fc.oneof(
  { weight: 8, arbitrary: fc.record({ insert: fc.integer({ min: 0, max: 80 }), hashes }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.integer({ min: 0, max: 80 }) }) },
  { weight: 2, arbitrary: fc.constant('freeze' as const) },
  { weight: 1, arbitrary: fc.constant('compact' as const) },
)

test('answers as going through all documents would, whatever was inserted, removed, frozen and merged', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), fc.array(hash, { maxLength: 15 }), (actions, asked) => {
      const index = createIndex()
      const documents = new Map<string, Set<number>>()
      for (const step of actions) {
        if (step === 'freeze') freezeRecent(index)
        else if (step === 'compact') compactIndex(index)
        else if ('remove' in step) {
          removeFingerprints(index, `d${step.remove}`)
          documents.delete(`d${step.remove}`)
        } else {
          insertFingerprints(index, `d${step.insert}`, row(step.hashes))
          documents.delete(`d${step.insert}`)
          documents.set(`d${step.insert}`, new Set(step.hashes))
        }
      }
      expect(indexSize(index)).toBe(documents.size)
      const { candidates } = queryIndex(index, row(asked), 1_000)
      const different = new Set(asked)
      const sharing = [...documents].filter(([, own]) => [...own].some((one) => different.has(one))).map(([id]) => id)
      expect(candidates.map((candidate) => candidate.id).toSorted()).toEqual(sharing.toSorted())
    }),
    { numRuns: 300 },
  )
})

test('tells how many documents have a fingerprint, also where only some of them are kept', () => {
  const index = createIndex()
  for (let at = 0; at < 400; at++) {
    insertFingerprints(index, `d${at}`, row([1, 1_000 + at, 2_000 + Math.floor(at / 60), 3_000 + (at % 3)]))
    if (at % 37 === 0) freezeRecent(index)
  }
  const asked = row([1, 1_000, 2_000, 3_000, 4_000, 1])
  expect([...queryIndex(index, asked, 10).frequencies]).toEqual([400, 1, 60, 134, 0, 400])
  compactIndex(index)
  expect([...queryIndex(index, asked, 10).frequencies]).toEqual([400, 1, 60, 134, 0, 400])
})

test('a segment of fingerprints that all its documents share merges with a small one', () => {
  const index = createIndex()
  const shared = Array.from({ length: 300 }, (_, at) => at * 14_000_000)
  for (let at = 0; at < 400; at++) insertFingerprints(index, `d${at}`, row([...shared, at]))
  freezeRecent(index)
  insertFingerprints(index, 'last', row([0xffff_ffff, 7]))
  compactIndex(index)
  expect(index.frozen).toHaveLength(1)
  const asked = row([0, 14_000_000, 299 * 14_000_000, 7, 0xffff_ffff])
  expect([...queryIndex(index, asked, 10).frequencies]).toEqual([400, 400, 400, 2, 1])
})

test('candidates come best first; lone fingerprints here and there are not enough', () => {
  const index = createIndex()
  const asked = row(Array.from({ length: 100 }, (_, at) => at))
  insertFingerprints(index, 'scattered', row([3, 33, 63, 93]))
  insertFingerprints(index, 'passage', row([40, 41, 42]))
  insertFingerprints(index, 'copy', row(Array.from({ length: 50 }, (_, at) => at)))
  const { candidates } = queryIndex(index, asked, 10)
  expect(candidates.map((candidate) => candidate.id)).toEqual(['copy', 'passage'])
  expect(queryIndex(index, asked, 1).candidates.map((candidate) => candidate.id)).toEqual(['copy'])
})

test('a thousand inserts one by one leave few segments', () => {
  const index = createIndex()
  for (let at = 0; at < 1_000; at++) {
    insertFingerprints(index, `d${at}`, row([at, at + 1, at + 2]))
    freezeRecent(index)
  }
  expect(index.frozen.length).toBeLessThan(40)
  expect(index.frozen.reduce((sum, segment) => sum + segment.count, 0)).toBe(1_000)
})

test('public is what the square root of all documents have, eight at least', () => {
  expect([2, 64, 100, 10_000, 1_000_000].map(publicFrom)).toEqual([8, 8, 10, 100, 1_000])
})
