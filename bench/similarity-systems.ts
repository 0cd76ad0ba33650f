import { File, FingerprintIndex as DolosIndex, Region, TokenizedFile } from '@dodona/dolos-core'
import {
  addToIndex,
  compactIndex,
  type ComparableDocument,
  compareWithIndex,
  createIndex,
  findCandidates,
} from '@duizhao/engine'
import { LshIndex, Minhash } from 'minhash'

/** A way to find the source of a copy among many documents. */
export interface System {
  add(document: ComparableDocument): void
  /** Called once after the last document. */
  settle(): void
  /** Ids of the documents it holds the given, added one to be similar to, best first, ten or twenty of them. */
  find(document: ComparableDocument): string[]
}

export type SystemName = 'duizhao' | 'dolos' | 'minhash'

/** A new, empty system. `textOf` gives our own engine the texts it compares closely; it does not keep any. */
export function createSystem(name: SystemName, textOf: (id: string) => ComparableDocument | null): System {
  if (name === 'duizhao') return createOurs(textOf)
  return name === 'dolos' ? createDolos() : createMinhash()
}

const SHOWN = 10

/** Our engine, passages included: what `find` returns are reported pairs, not candidates. */
function createOurs(textOf: (id: string) => ComparableDocument | null): System {
  const index = createIndex()
  return {
    add: (document) => addToIndex(index, document),
    settle: () => compactIndex(index),
    find: (document) =>
      compareWithIndex(document, index, textOf)
        .slice(0, SHOWN)
        .map((pair) => pair.b),
  }
}

/** Our index alone: which documents share fingerprints with this one. */
export function createOurIndex() {
  const index = createIndex()
  return {
    index,
    add: (document: ComparableDocument) => addToIndex(index, document),
    find: (document: ComparableDocument) => findCandidates(document, index).map((candidate) => candidate.id),
  }
}

/**
 * The fingerprint index of Dolos with our lengths (grams of 8, windows of 17), a token being a character without
 * punctuation. It answers by going through all pairs; shown, with their fragments, are the ten with the largest overlap
 * and the ten with the longest common fragment.
 */
function createDolos(): System {
  const index = new DolosIndex(8, 17)
  const files = new Map<string, TokenizedFile>()
  return {
    add({ id, text }) {
      const tokens = Array.from(plain(text))
      const mapping = tokens.map((_, at) => new Region(0, at, 0, at + 1))
      const file = new TokenizedFile(new File(id, text), tokens, mapping)
      files.set(id, file)
      index.addFiles([file])
    },
    settle: () => {},
    find({ id }) {
      const file = files.get(id)
      if (!file) return []
      const pairs = [...files.values()]
        .filter((other) => other !== file)
        .map((other) => ({ id: other.path, pair: index.getPair(file, other) }))
      const best = (by: 'overlap' | 'longest') =>
        pairs.toSorted((one, other) => other.pair[by] - one.pair[by]).slice(0, SHOWN)
      const shown = new Map([...best('overlap'), ...best('longest')].map(({ id: other, pair }) => [other, pair]))
      for (const pair of shown.values()) pair.buildFragments()
      return [...shown.keys()]
    },
  }
}

/** The npm package minhash with its defaults (128 permutations, bands of 4), on grams of 5 characters. */
function createMinhash(): System {
  const index = new LshIndex()
  const signatures = new Map<string, Minhash>()
  return {
    add({ id, text }) {
      const signature = new Minhash()
      for (const gram of grams(plain(text), 5)) signature.update(gram)
      signatures.set(id, signature)
      index.insert(id, signature)
    },
    settle: () => {},
    find({ id }) {
      const signature = signatures.get(id)
      if (!signature) return []
      return index
        .query(signature)
        .filter((other) => other !== id)
        .map((other) => ({ other, similarity: signatures.get(other)?.jaccard(signature) ?? 0 }))
        .toSorted((one, another) => another.similarity - one.similarity)
        .slice(0, SHOWN)
        .map(({ other }) => other)
    },
  }
}

function plain(text: string): string {
  return text.replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
}

function grams(text: string, length: number): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + length <= text.length; at++) found.add(text.slice(at, at + length))
  return found
}
