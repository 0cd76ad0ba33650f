import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type ArchiveEntry, zipPieces } from './zip-pieces.ts'

async function* from(entries: readonly ArchiveEntry[], asked: string[] = []): AsyncGenerator<ArchiveEntry> {
  for (const entry of entries) {
    asked.push(entry.path)
    yield entry
  }
}

const noise = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 7)) % 251)

it('holds what was put in, empty, small, and of several pieces, packed or not', async () => {
  const entries = [
    { path: '空.txt', bytes: new Uint8Array(), isPacked: true },
    { path: '佐证材料/01-照片.jpg', bytes: noise(3 * 2 ** 20 + 7), isPacked: false },
    { path: 'index.html', bytes: noise(2 ** 21), isPacked: true },
    { path: '短.csv', bytes: noise(3), isPacked: false },
  ]
  const pieces: Uint8Array[] = []
  for await (const piece of zipPieces(from(entries), new Date('2026-03-01T08:00:00Z'))) pieces.push(piece)
  const found = unzipSync(Buffer.concat(pieces))
  expect(Object.keys(found).toSorted()).toEqual(entries.map(({ path }) => path).toSorted())
  for (const { path, bytes } of entries) expect(Buffer.compare(found[path] ?? noise(1), bytes), path).toBe(0)
})

it('asks for the next entry only once what it has is taken', async () => {
  const asked: string[] = []
  const entries = ['a', 'b', 'c'].map((path) => ({ path, bytes: noise(2 ** 21), isPacked: false }))
  const pieces = zipPieces(from(entries, asked), new Date('2026-03-01T08:00:00Z'))
  await pieces.next()
  expect(asked).toEqual(['a'])
  await pieces.return(undefined)
})
