import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { addToIndex, compareWithIndex, INDEX_PART, isDamaged, loadIndex, saveIndex } from '@duizhao/engine'
import type { ComparableDocument, FingerprintIndex } from '@duizhao/engine'
import { z } from 'zod'
import { writtenPath } from '../files/written-path.ts'
import { toComparable } from '@duizhao/report'
import type { ReviewedDocument, SimilarDocuments } from '@duizhao/report'
import { UsageError } from '../usage-error.ts'
import { withLock } from './lock.ts'

/** What the corpus had to say about some documents. */
export interface CorpusAnswer {
  /** Pairs of one of the documents (`a`) and one of an earlier run (`b`). */
  readonly pairs: readonly SimilarDocuments[]
  /** The texts of the earlier documents in the pairs, by path. */
  readonly earlier: ReadonlyMap<string, string>
}

/**
 * Compares documents with everything kept in the corpus folder, then keeps them there too. A document is known by its
 * whole path: reviewed again, it replaces itself. The folder holds the index (`index.duizhao` and its segments) and
 * the texts (`texts/`); every file is written whole under another name and then renamed, the one that names all others
 * last, so that an interrupted run leaves the corpus as it was.
 */
export async function consultCorpus(folder: string, documents: readonly ReviewedDocument[]): Promise<CorpusAnswer> {
  await mkdir(join(folder, 'texts'), { recursive: true })
  return withLock(folder, async () => {
    const index = openIndex(folder)
    const earlier = new Map<string, string>()
    const own = new Map(documents.map((document) => [resolve(document.path), document]))
    const pairs = documents.flatMap((document) => compareWithEarlier(document, { folder, index, own, earlier }))
    for (const [id, document] of own) {
      addToIndex(index, { ...toComparable(document), id })
      writeWhole(join(folder, textFile(id)), [
        Buffer.from(
          JSON.stringify({
            id,
            text: document.text,
            ...(document.author === undefined ? {} : { author: document.author }),
          }),
        ),
      ])
    }
    await storeIndex(folder, index)
    return { pairs, earlier }
  })
}

interface Consultation {
  readonly folder: string
  readonly index: FingerprintIndex
  readonly own: ReadonlyMap<string, ReviewedDocument>
  readonly earlier: Map<string, string>
}

function compareWithEarlier(
  document: ReviewedDocument,
  { folder, index, own, earlier }: Consultation,
): SimilarDocuments[] {
  const comparable = { ...toComparable(document), id: resolve(document.path) }
  // Documents of this run are compared with each other as they are now, not as the corpus remembers them.
  const pairs = compareWithIndex(comparable, index, (id) => (own.has(id) ? null : readText(folder, id)))
  return pairs.map((pair) => {
    const path = writtenPath(pair.b)
    earlier.set(path, readText(folder, pair.b)?.text ?? '')
    return { ...pair, a: document.path, b: path }
  })
}

function openIndex(folder: string): FingerprintIndex {
  const index = loadIndex((name) => readPart(join(folder, name)))
  if (isDamaged(index)) throw new UsageError(`${index.message}${index.todo}`)
  return index
}

async function storeIndex(folder: string, index: FingerprintIndex): Promise<void> {
  const kept = new Set(await readdir(folder))
  const parts = saveIndex(index)
  for (const part of parts)
    if (part.name === INDEX_PART || !kept.has(part.name)) writeWhole(join(folder, part.name), part.chunks())
  const names = new Set(parts.map(({ name }) => name))
  for (const name of kept)
    if (name.startsWith('segment-') && !names.has(name)) await rm(join(folder, name), { force: true })
}

const PIECE = 1 << 20

function readPart(path: string): Iterable<Uint8Array> | null {
  try {
    const file = openSync(path, 'r')
    return pieces(file)
  } catch {
    return null
  }
}

function* pieces(file: number): Generator<Uint8Array> {
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE)
      const length = readSync(file, piece)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

function writeWhole(path: string, chunks: Iterable<Uint8Array>): void {
  const file = openSync(`${path}.new`, 'w')
  for (const chunk of chunks) writeSync(file, chunk)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

/** Named after the document, not after its words: a document reviewed again replaces its text. */
function textFile(id: string): string {
  return join('texts', `${createHash('sha256').update(id).digest('hex').slice(0, 32)}.json`)
}

const storedText = z.object({ id: z.string(), text: z.string(), author: z.string().optional() })

/** A document of an earlier run, or null if its text is gone. */
function readText(folder: string, id: string): ComparableDocument | null {
  try {
    const { text, author } = storedText.parse(JSON.parse(readFileSync(join(folder, textFile(id)), 'utf8')))
    return { id, text, ...(author === undefined ? {} : { group: author }) }
  } catch {
    return null
  }
}
