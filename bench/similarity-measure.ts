/**
 * Measures one system on one corpus in a process of its own and prints the result as JSON; `bench/similarity.ts`
 * starts it:  node --expose-gc bench/similarity-measure.ts SYSTEM DOCUMENTS [index]
 * With `index` our index is measured alone, without passages, and stored and loaded once.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactIndex, type FingerprintIndex, isDamaged, loadIndex, saveIndex } from '@duizhao/engine'
import { type Degree, DEGREES, material, type Material } from './corpus.ts'
import { createOurIndex, createSystem, type SystemName } from './similarity-systems.ts'

export interface Measured {
  /** Documents built before the time was up. */
  readonly built: number
  readonly buildSeconds: number
  readonly compactSeconds?: number
  readonly bytesPerDocument: number
  readonly queries: number
  readonly medianMilliseconds: number
  readonly p99Milliseconds: number
  /** Copies whose source was found, of those asked about, by degree. */
  readonly found: Readonly<Partial<Record<Degree, readonly [found: number, asked: number]>>>
  readonly saveSeconds?: number
  readonly loadSeconds?: number
}

const SEED = 2025
const BUILD_SECONDS = 100
const QUERY_SECONDS = 60
const MOST_QUERIES = 600
const BATCH = 500

interface Measurable {
  add(document: Material): void
  find(document: Material): readonly string[]
}

function seconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** Seconds of this thread's own work, so that other programs on the machine do not count; in steps of milliseconds. */
function workSeconds(work: () => void): number {
  const start = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1e6
}

/** After collection; freed buffers are given back by another thread, hence the waiting. */
function bytesInUse(): number {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Adds documents until all are in or the time is up; making the texts does not count. */
function build(system: Measurable, documents: number): { built: number; buildSeconds: number } {
  let buildSeconds = 0
  let built = 0
  while (built < documents && (buildSeconds < BUILD_SECONDS || documents >= 1_000_000)) {
    const first = built
    const batch = Array.from({ length: Math.min(BATCH, documents - first) }, (_, at) => material(SEED, first + at))
    buildSeconds += workSeconds(() => {
      for (const document of batch) system.add(document)
    })
    built += batch.length
  }
  return { built, buildSeconds }
}

function ask(system: Measurable, documents: number) {
  const copies = Array.from({ length: documents }, (_, n) => n).filter((n) => n % 12 === 11)
  // No common divisor with the number of degrees, so that every degree has its turn.
  const step = 6 * Math.floor(copies.length / MOST_QUERIES / 6) + 1
  const chosen = copies.filter((_, at) => at % step === 0)
  const times: number[] = []
  const found: Partial<Record<Degree, [number, number]>> = {}
  let spent = 0
  for (const n of chosen) {
    if (spent > QUERY_SECONDS) break
    const document = material(SEED, n)
    const { copy } = document
    if (!copy) continue
    let answer: readonly string[] = []
    const took = seconds(() => void (answer = system.find(document)))
    spent += took
    times.push(took * 1000)
    const tally = (found[copy.degree] ??= [0, 0])
    tally[0] += answer.includes(copy.source) ? 1 : 0
    tally[1] += 1
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { queries: times.length, medianMilliseconds: at(0.5), p99Milliseconds: at(0.99), found }
}

/** Loads tables and lets the compiler work before anything is measured. */
function warmUp(name: SystemName): void {
  const system = createSystem(name, () => null)
  for (let n = 0; n < 20; n++) system.add(material(SEED, n))
}

/** Asks until the compiler has seen enough, five seconds at most. */
function getGoing(system: Measurable, documents: number): void {
  const start = performance.now()
  for (let asked = 0; asked < 200 && performance.now() - start < 5_000;) {
    asked += ask(system, Math.min(documents, 240)).queries
  }
}

function measure(name: SystemName, documents: number): Measured {
  const texts = new Map<string, Material>()
  const system = createSystem(name, (id) => texts.get(id) ?? null)
  warmUp(name)
  const before = bytesInUse()
  const { built, buildSeconds } = build(system, documents)
  const settling = workSeconds(() => system.settle())
  const bytesPerDocument = (bytesInUse() - before) / built
  if (name === 'duizhao') for (let n = 0; n < built; n++) texts.set(`material-${n}`, material(SEED, n))
  getGoing(system, built)
  return { built, buildSeconds: buildSeconds + settling, bytesPerDocument, ...ask(system, built) }
}

function measureIndex(documents: number): Measured {
  const system = createOurIndex()
  warmUp('duizhao')
  const before = bytesInUse()
  const { built, buildSeconds } = build(system, documents)
  const compactSeconds = workSeconds(() => compactIndex(system.index))
  const bytesPerDocument = (bytesInUse() - before) / built
  getGoing(system, built)
  const answers = ask(system, built)
  return { built, buildSeconds, compactSeconds, bytesPerDocument, ...answers, ...storeAndLoad(system.index) }
}

function storeAndLoad(index: FingerprintIndex): { saveSeconds: number; loadSeconds: number } {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  const saveSeconds = seconds(() => {
    for (const part of saveIndex(index)) {
      const file = openSync(join(folder, part.name), 'w')
      for (const chunk of part.chunks()) writeSync(file, chunk)
      closeSync(file)
    }
  })
  const loadSeconds = seconds(() => {
    if (isDamaged(loadIndex((name) => chunksOf(join(folder, name))))) throw new Error('the stored index is damaged')
  })
  rmSync(folder, { recursive: true })
  return { saveSeconds, loadSeconds }
}

function* chunksOf(path: string): Iterable<Uint8Array> {
  const file = openSync(path, 'r')
  const chunk = new Uint8Array(4 * 2 ** 20)
  for (let left = statSync(path).size; left > 0;) {
    const length = readSync(file, chunk)
    yield chunk.subarray(0, length)
    left -= length
  }
  closeSync(file)
}

const [name = '', size = '', mode = ''] = process.argv.slice(2)
const measured = mode === 'index' ? measureIndex(Number(size)) : measure(name as SystemName, Number(size))
const byDegree = Object.fromEntries(DEGREES.map((degree) => [degree, measured.found[degree] ?? [0, 0]]))
process.stdout.write(JSON.stringify({ ...measured, found: byDegree }))
