import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ReadingRefusal } from './refusal.ts'
import { openZip, type ZipPackage } from './zip-package.ts'
import { rewriteZip } from './zip-writing.ts'

const CENTRAL = [0x50, 0x4b, 0x01, 0x02]

function opened(bytes: Uint8Array): ZipPackage {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  return zip
}

function outcome(bytes: Uint8Array, name: string): string {
  const zip = openZip(bytes)
  if (typeof zip === 'string') return zip
  const entry = zip.find(name)
  if (entry === undefined) return 'missing'
  try {
    return new TextDecoder().decode(zip.read(entry))
  } catch (error) {
    return error instanceof ReadingRefusal ? error.reason : 'thrown'
  }
}

/** Position of the central record number `index`. */
function centralRecord(bytes: Uint8Array, index = 0): number {
  let at = -1
  for (let i = 0; i <= index; i++) {
    do at++
    while (CENTRAL.some((byte, j) => bytes[at + j] !== byte))
  }
  return at
}

describe('opening a zip', () => {
  it('reads entries by name, stored and deflated, whatever the case and the slashes', () => {
    const bytes = zipSync({
      'word/document.xml': strToU8('正文'.repeat(50)),
      'raw\\part.txt': [strToU8('原样'), { level: 0 }],
    })
    expect(outcome(bytes, 'Word/Document.XML')).toBe('正文'.repeat(50))
    expect(outcome(bytes, 'raw/part.txt')).toBe('原样')
    expect(outcome(bytes, 'other')).toBe('missing')
  })

  it('reads the 64-bit form that Java exports have', () => {
    const plain = zipSync({ a: strToU8('甲乙丙') })
    const record = centralRecord(plain)
    const view = new DataView(plain.buffer)
    const [packed, size, start] = [20, 24, 42].map((at) => view.getUint32(record + at, true))
    const extra = new Uint8Array(28)
    const extraView = new DataView(extra.buffer)
    extraView.setUint16(0, 1, true)
    extraView.setUint16(2, 24, true)
    ;[size, packed, start].forEach((value, i) => extraView.setUint32(4 + 8 * i, value ?? 0, true))
    const end = record + 47
    const bytes = new Uint8Array([...plain.subarray(0, end), ...extra, ...plain.subarray(end)])
    const wide = new DataView(bytes.buffer)
    for (const at of [20, 24, 42]) wide.setUint32(record + at, 0xffffffff, true)
    wide.setUint16(record + 30, 28, true)
    wide.setUint32(end + 28 + 12, 75, true)
    expect(outcome(bytes, 'a')).toBe('甲乙丙')
  })

  it('stops a bomb by what comes out, not by what the header says', () => {
    const bytes = zipSync({ a: new Uint8Array(24 * 2 ** 20) })
    new DataView(bytes.buffer).setUint32(centralRecord(bytes) + 24, 100, true)
    expect(outcome(bytes, 'a')).toBe('bomb')
  })

  it('stops the sum of many entries', () => {
    const zip = opened(zipSync({ a: new Uint8Array(2 ** 24) }, { level: 0 }))
    const entry = zip.find('a')
    const read = (): void => {
      for (let i = 0; i < 1000; i++) if (entry) zip.read(entry)
    }
    expect(read).toThrow(expect.objectContaining({ reason: 'bomb' }))
  })

  it('refuses entries that share their bytes', () => {
    const bytes = zipSync({ a: strToU8('一'.repeat(99)), b: strToU8('二'.repeat(99)) })
    const view = new DataView(bytes.buffer)
    view.setUint32(centralRecord(bytes, 1) + 42, view.getUint32(centralRecord(bytes, 0) + 42, true), true)
    expect(openZip(bytes)).toBe('bomb')
  })

  it('refuses more entries than any document has', () => {
    const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`f${i}`, new Uint8Array(0)]))
    expect(openZip(zipSync(files, { level: 0 }))).toBe('bomb')
  })

  it('tells encrypted entries and damage apart', () => {
    const bytes = zipSync({ a: strToU8('党员大会'.repeat(20)) })
    const locked = bytes.slice()
    locked[centralRecord(bytes) + 8] = 1
    expect(outcome(locked, 'a')).toBe('encrypted')
    const flipped = bytes.slice()
    flipped[40] = (flipped[40] ?? 0) ^ 0xff
    expect(outcome(flipped, 'a')).toBe('damaged')
    expect(openZip(bytes.subarray(0, bytes.length - 30))).toBe('damaged')
    expect(openZip(new Uint8Array(0))).toBe('damaged')
  })
})

describe('rewriting a zip', () => {
  it('replaces and adds entries and leaves the bytes of the others alone', () => {
    const bytes = zipSync({ a: strToU8('甲'.repeat(99)), b: strToU8('乙'.repeat(99)) })
    const before = opened(bytes)
    const changed = rewriteZip(
      bytes,
      before.entries,
      new Map([
        ['a', strToU8('子')],
        ['c', strToU8('丙')],
      ]),
    )
    const after = opened(changed)
    expect(after.entries.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(['a', 'b', 'c'].map((name) => outcome(changed, name))).toEqual(['子', '乙'.repeat(99), '丙'])
    const data = (zip: ZipPackage, whole: Uint8Array): Uint8Array | undefined => {
      const entry = zip.find('b')
      return entry && whole.slice(entry.dataStart, entry.dataStart + entry.compressedSize)
    }
    expect(data(after, changed)).toEqual(data(before, bytes))
  })
})
