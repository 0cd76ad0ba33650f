import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint, GUARANTEED_RUN } from './fingerprint.ts'
import { normalise } from './normal-text.ts'

const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code))
const text = fc.array(character, { maxLength: 300 }).map((characters) => characters.join(''))
const monotonous = fc.array(fc.constantFrom('甲', '乙'), { maxLength: 300 }).map((characters) => characters.join(''))
const run = fc
  .oneof(character, fc.constantFrom('甲', '乙'))
  .chain((first) => fc.array(fc.oneof(character, fc.constant(first)), { minLength: GUARANTEED_RUN, maxLength: 40 }))
  .map((characters) => characters.join(''))

function hashesOf(words: string, mask?: Uint8Array): Set<number> {
  return new Set(fingerprint(normalise(words).codes, mask).hashes)
}

function shareAny(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...one].some((hash) => other.has(hash))
}

test('the guarantee is at most 24 characters', () => {
  expect(GUARANTEED_RUN).toBeLessThanOrEqual(24)
})

test('any run of the guaranteed length planted in two texts gives them a fingerprint in common', () => {
  const either = fc.oneof(text, monotonous)
  fc.assert(
    fc.property(either, either, either, either, run, (before, after, otherBefore, otherAfter, shared) => {
      const one = hashesOf(before + shared + after)
      const other = hashesOf(otherBefore + shared + otherAfter)
      expect(shareAny(one, other)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the run is found through other punctuation, width and line breaks', () => {
  const shared = '围绕管网改造3项任务逐一明确牵头领导和完成时限并按月通报进展'
  const rewritten = '围绕“管网改造”３项任务，逐一明确牵头领导\n和完成时限；并按月通报进展。'
  expect(shareAny(hashesOf(`甲乙丙丁${shared}`), hashesOf(`${rewritten}戊己庚辛`))).toBe(true)
})

test('positions are those of the chosen grams, ascending, and no window is without one', () => {
  fc.assert(
    fc.property(text, (words) => {
      const { codes } = normalise(words)
      const { positions } = fingerprint(codes)
      const edges = [-1, ...positions, codes.length - 7]
      for (let at = 1; at < edges.length; at++) {
        const step = (edges[at] ?? 0) - (edges[at - 1] ?? 0)
        if (codes.length >= GUARANTEED_RUN) expect(step).toBeLessThanOrEqual(17)
        if (at < edges.length - 1) expect(step).toBeGreaterThan(0)
      }
    }),
  )
})

test('masked characters give no fingerprint of their own', () => {
  const { codes } = normalise('甲'.repeat(100) + '乙'.repeat(100))
  const mask = new Uint8Array(codes.length).fill(1, 0, 100)
  const { positions } = fingerprint(codes, mask)
  expect(Math.min(...positions)).toBeGreaterThanOrEqual(100 - 7)
  expect(fingerprint(codes, mask.fill(1)).hashes).toHaveLength(0)
})

test('a monotonous text gives one fingerprint per window, not one per character', () => {
  expect(fingerprint(normalise('啊'.repeat(100_000)).codes).hashes.length).toBeLessThan(6_000)
})

test.each([
  ['', 0],
  ['一二三四五六七', 0],
  ['一二三四五六七八', 1],
  ['一二三四五六七八九十甲乙', 1],
])('a text shorter than a window: %s', (words, count) => {
  expect(hashesOf(words).size).toBe(count)
})
