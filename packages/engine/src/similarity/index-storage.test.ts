import { describe, expect, test } from 'vitest'
import { addToIndex, compareWithIndex } from './compare.ts'
import { createIndex, type FingerprintIndex, freezeRecent, removeFingerprints } from './fingerprint-index.ts'
import { type DamagedIndex, INDEX_PART, isDamaged, loadIndex, saveIndex } from './index-storage.ts'
import { honestMaterial } from './testing/prose.ts'

const documents = Array.from({ length: 30 }, (_, at) => ({ id: `材料 ${at}.docx`, text: honestMaterial('本局', at) }))
const textOf = (id: string) => documents.find((document) => document.id === id) ?? null

function build(): FingerprintIndex {
  const index = createIndex()
  documents.forEach((document, at) => {
    addToIndex(index, document)
    if (at === 20) freezeRecent(index)
  })
  removeFingerprints(index, '材料 7.docx')
  return index
}

/** Everything a command line would write to its folder. */
function stored(index: FingerprintIndex): Map<string, Uint8Array> {
  return new Map(saveIndex(index).map((part) => [part.name, joined(part.chunks())]))
}

function joined(chunks: Iterable<Uint8Array>): Uint8Array {
  const all = [...chunks]
  const bytes = new Uint8Array(all.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of all) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Reads in pieces of this many bytes. */
function load(parts: ReadonlyMap<string, Uint8Array>, piece = 1_000_000): FingerprintIndex | DamagedIndex {
  return loadIndex((name) => {
    const bytes = parts.get(name)
    if (!bytes) return null
    const count = Math.ceil(bytes.length / piece)
    return Array.from({ length: count }, (_, at) => bytes.subarray(at * piece, (at + 1) * piece))
  })
}

function usable(index: FingerprintIndex | DamagedIndex): FingerprintIndex {
  if (isDamaged(index)) throw new Error(index.message)
  return index
}

test.each([1_000_000, 4_096, 7])('a stored index answers as before, read in pieces of %i bytes', (piece) => {
  const before = build()
  const after = usable(load(stored(before), piece))
  for (const at of [3, 7, 25]) {
    const asked = { id: 'new', text: documents[at]?.text.slice(500, 2_500) ?? '' }
    expect(compareWithIndex(asked, after, textOf)).toEqual(compareWithIndex(asked, before, textOf))
    expect(compareWithIndex(asked, after, textOf)).toHaveLength(at === 7 ? 0 : 1)
  }
})

test('a loaded index grows, and what was stored needs not be stored again', () => {
  const parts = stored(build())
  const index = usable(load(parts))
  const later = { id: 'later', text: honestMaterial('本局', 99) }
  addToIndex(index, later)
  const partsLater = stored(index)
  const kept = [...parts.keys()].filter((name) => name !== INDEX_PART)
  expect([...partsLater.keys()]).toEqual(expect.arrayContaining(kept))
  const again = usable(load(new Map([...parts, ...partsLater])))
  const found = compareWithIndex({ ...later, id: 'new' }, again, (id) => (id === 'later' ? later : textOf(id)))
  expect(found.map((pair) => pair.b)).toEqual(['later'])
})

test('an index that was never stored is empty', () => {
  expect(usable(loadIndex(() => null)).ids).toEqual([])
  expect(usable(load(stored(createIndex()))).ids).toEqual([])
})

describe('damage is told, not thrown', () => {
  const parts = stored(build())
  const [segment = ''] = [...parts.keys()].filter((name) => name !== INDEX_PART)

  function changed(name: string, change: (bytes: Uint8Array) => Uint8Array): Map<string, Uint8Array> {
    return new Map([...parts, [name, change(Uint8Array.from(parts.get(name) ?? []))]])
  }

  test.each([
    ['the list cut short', changed(INDEX_PART, (bytes) => bytes.subarray(0, 100))],
    ['the list empty', changed(INDEX_PART, () => new Uint8Array(0))],
    ['a byte of the list changed', changed(INDEX_PART, (bytes) => bytes.fill(0x41, 200, 201))],
    ['another version', changed(INDEX_PART, (bytes) => bytes.fill(9, 4, 5))],
    ['a segment missing', new Map([...parts].filter(([name]) => name !== segment))],
    ['a segment cut short', changed(segment, (bytes) => bytes.subarray(0, -5))],
    ['a byte of a segment changed', changed(segment, (bytes) => bytes.fill(0xee, 5_000, 5_001))],
  ])('%s', (_, broken) => {
    const result = load(broken)
    expect(isDamaged(result) && result.message).toMatch(/比对库/u)
  })
})
