import { isShortcoming } from '../../wording/shortcoming.ts'
import { actOf } from '../acts.ts'
import { hashedOn, hashOf } from './feature-hash.ts'
import type { ProseRole, SentenceAct } from './sentence-act.ts'
import { waysOfSaying } from './ways-of-saying.ts'

/** How many places features are hashed into: the rows of the table of weights. */
export const FEATURE_PLACES = 8192

/** A short sentence of one clause without figures heads what follows it. */
const LONGEST_HEAD = 24

/**
 * What is known of each sentence of a paragraph whatever the one before it does, as rows of the table of weights: runs
 * of its characters, how it begins and ends, what the word lists and ways of saying find in it, where it stands.
 */
export function sentenceFeatures(sentences: readonly string[], role: ProseRole): readonly Set<number>[] {
  const acts = sentences.map(actOf)
  return sentences.map((words, i) => {
    const places = new Set<number>()
    const add = (feature: string): void => void places.add(placeOf(hashOf(feature)))
    const bare = plainWords(words)
    const clauses = bare.split(/[，；：:;,]/)
    addRuns(places, bare, clauses, role)
    addWays(add, bare, { clauses, role, isFirst: i === 0 })
    const faults = [
      isShortcoming(clauses[0] ?? ''),
      isShortcoming(clauses[1] ?? ''),
      clauses.slice(2).some(isShortcoming),
    ]
    const act = acts[i] ?? 'statement'
    const place = placeIn(i, sentences.length)
    add('any sentence')
    add(`role ${role}`)
    add(`faults ${faults.join()}`)
    add(`fault ${faults.includes(true)} ${role}`)
    add(`act ${act} ${role}`)
    add(`act ${act} after ${acts[i - 1] ?? 'none'}`)
    add(`place ${place} ${role}`)
    add(`place ${place} ${act}`)
    add(`figure ${clauses[0]?.includes('0')} ${bare.includes('0')}`)
    add(`length ${Math.min(6, Math.floor(bare.length / 12))}`)
    add(`clauses ${Math.min(5, clauses.length)}`)
    add(`short ${bare.length <= LONGEST_HEAD} ${faults.includes(true)}`)
    return places
  })
}

/**
 * What is known besides of a sentence from what the one before it does, for each act that may be; null at the beginning of
 * a paragraph.
 */
export function featuresAfter(words: string, wordsBefore: string): (before: SentenceAct | null) => readonly number[] {
  const [first = ''] = words.split(/[，；：]/, 1)
  const fault = isShortcoming(first)
  const opens = fault && !/\d/.test(first)
  const isHead = wordsBefore.length > 0 && wordsBefore.length <= LONGEST_HEAD && !/[\d，；]/.test(wordsBefore)
  const also = /[也还更又再]/.test(first)
  const figure = /\d|[一二三四五六七八九十两]{1,2}[次个名件份年月天户条回趟]/.test(words)
  const features = [
    '',
    ` ${fault}`,
    ` ${fault} ${figure}`,
    ` head ${isHead}`,
    ` head ${isHead} ${fault}`,
    ` head ${isHead} also ${also}`,
    ` also ${also}`,
    ` opens ${opens} ${isHead}`,
    ` opens ${opens} ${wordsBefore.length > 60}`,
    ` ${words.slice(0, 1)}`,
    ` head ${isHead} ${words.slice(0, 1)}`,
    ` ${words.slice(0, 2)}`,
  ]
  return (before) => {
    const known = hashOf(`after ${before}`)
    return features.map((feature) => placeOf(hashOf(feature, known)))
  }
}

type Add = (feature: string) => void

const LONGEST_RUN = 3

/** Runs of up to three characters, at the beginning, at the end and anywhere. */
function addRuns(places: Set<number>, bare: string, clauses: readonly string[], role: ProseRole): void {
  const [first = '', second = ''] = clauses
  const last = clauses.at(-1) ?? ''
  addRunsOf(places, 'r', bare)
  addRunsOf(places, 'f', first)
  for (let length = 1; length <= LONGEST_RUN; length++) {
    const start = bare.slice(0, length)
    const features = [`^${start}`, `^${role}${start}`, `$${last.slice(-length)}`, `,${second.slice(0, length)}`]
    for (const feature of features) places.add(placeOf(hashOf(feature)))
  }
}

/** All runs of a text: the hash of each goes on from that of the shorter one, and nothing is cut out. */
function addRunsOf(places: Set<number>, name: string, text: string): void {
  const known = hashOf(name)
  for (let start = 0; start < text.length; start++) {
    const end = Math.min(start + LONGEST_RUN, text.length)
    let hash = known
    for (let at = start; at < end; at++) {
      hash = hashedOn(hash, text.charCodeAt(at))
      places.add(placeOf(hash))
    }
  }
}

interface Around {
  readonly clauses: readonly string[]
  readonly role: ProseRole
  readonly isFirst: boolean
}

function addWays(add: Add, bare: string, { clauses, role, isFirst }: Around): void {
  const first = clauses[0] ?? ''
  const last = clauses.at(-1) ?? ''
  for (const [name, pattern] of waysOfSaying) {
    if (pattern.test(first)) {
      add(`${name} first`)
      add(`${name} first ${isFirst}`)
    }
    if (pattern.test(last)) add(`${name} last`)
    if (pattern.test(bare)) {
      add(`${name} somewhere`)
      add(`${name} ${role}`)
    }
  }
}

/** A sentence without markup, spaces and its stop, every figure the same. */
function plainWords(words: string): string {
  return words
    .replace(/[\s*]/g, '')
    .replace(/[\d０-９]+(?:[.,][\d０-９]+)?/g, '0')
    .replace(/[。！？!?]+[”’」』）)]*$/, '')
}

function placeIn(i: number, count: number): string {
  if (count === 1) return 'only'
  if (i === 0) return 'first'
  return i === count - 1 ? 'last' : 'inner'
}

/** A hash folded to the rows of the table. */
function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (FEATURE_PLACES - 1)
}
