import { fourCharacterWords, rightNeighbours } from '../standards/lexicon/four-character-words.ts'
import { setPhrases } from '../standards/lexicon/set-phrases.ts'
import { wordSlips } from '../standards/lexicon/word-slips.ts'
import { publicPhrases } from '../standards/public-phrases.ts'
import { areEasilyConfused, soundNearlyAlike } from './sounds.ts'
import { isSurname } from './name-patterns.ts'
import { beginsInsideWord, wordAt } from './word-borders.ts'

/** A run of characters that is no word, one edit away from a phrase or word that is one. */
export interface NearMiss {
  readonly start: number
  readonly end: number
  readonly right: string
}

/** A phrase, and where in it the two characters stand by which it is looked for. */
interface Anchored {
  readonly phrase: string
  readonly offset: number
}

interface Lexicon {
  readonly anchored: ReadonlyMap<number, readonly Anchored[]>
  /** Two characters that are no word → the word. */
  readonly slips: ReadonlyMap<number, string>
  /** The phrases of the field, which are known even where a slip makes another word of a part. */
  readonly ofField: ReadonlySet<string>
  /** What is right although it differs from a phrase by a sound. */
  readonly isRight: ReadonlySet<string>
  /** One bit for each hash of the pairs of characters that are looked for: most pairs of a text are none. */
  readonly sieve: Uint32Array
}

/** From this length on, no sentence is likely to hold all but one character of a phrase and mean something else. */
const LONG_PHRASE = 9
/** From this length on, a character may be missing, doubled or swapped. */
const LONGER_PHRASE = 6
/** Characters that are exchanged by right: numbers, and words that join others. */
const FREE = /[零〇一二三四五六七八九十百千两第和与及其的对为以在把从被了中等们多]/

let known: Lexicon | undefined

/**
 * The near misses of a text, in order: runs one edit away from a set phrase of the field, an idiom or a frequent word (a
 * character that sounds or looks alike, in long phrases any other, a missing, doubled or swapped one), which are no words
 * themselves and do not come about where one word ends and the next begins.
 */
export function nearMissesIn(text: string): NearMiss[] {
  known ??= makeLexicon()
  const { sieve } = known
  const found: NearMiss[] = []
  let [before, end] = [-1, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - FIRST_HAN
    const pair = before * HAN + code
    const isPair = before >= 0 && code >= 0 && code < HAN
    before = code < HAN ? code : -1
    if (!isPair) continue
    const hash = hashOf(pair)
    if (((sieve[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0 || i <= end) continue
    const miss = phraseAt(known, text, i - 1, pair) ?? slipAt(known, text, i - 1, pair)
    if (!miss || miss.start < end) continue
    found.push(miss)
    end = miss.end
  }
  return found
}

/** A million places, 128 KB: few pairs that are not looked for share one with a pair that is, and it stays in the cache. */
const HASH_BITS = 20

function hashOf(pair: number): number {
  return Math.imul(pair | 0, 0x9e3779b1) >>> (32 - HASH_BITS)
}

const FIRST_HAN = 0x4e00
/** How many code points Chinese characters have: two of them make a small integer, which maps look up fastest. */
const HAN = 0x5200

function pairOf(first: number, second: number): number {
  return (first - FIRST_HAN) * HAN + second - FIRST_HAN
}

function makeLexicon(): Lexicon {
  const [ofField, ofFour] = [wordsOf(setPhrases), wordsOf(fourCharacterWords)]
  const runs = publicPhrases.flatMap((phrase) => phrase.match(/[\u4e00-\u9fff]{4,}/g) ?? [])
  const anchored = new Map<number, Anchored[]>()
  const anchor = (phrase: string, offset: number): void => {
    const pair = pairOf(phrase.charCodeAt(offset), phrase.charCodeAt(offset + 1))
    const others = anchored.get(pair)
    if (others) others.push({ phrase, offset })
    else anchored.set(pair, [{ phrase, offset }])
  }
  for (const phrase of new Set([...ofField, ...runs, ...ofFour])) {
    anchor(phrase, 0)
    anchor(phrase, phrase.length - 2)
  }
  const slips = slipsByPair()
  const isRight = new Set([...wordsOf(rightNeighbours), ...ofFour, ...ofField])
  return { anchored, slips, sieve: sieveOf(anchored, slips), ofField: new Set(ofField), isRight }
}

function wordsOf(list: string): string[] {
  return list.trim().split(/\s/)
}

function sieveOf(...keyed: readonly ReadonlyMap<number, unknown>[]): Uint32Array {
  const sieve = new Uint32Array(2 ** (HASH_BITS - 5))
  for (const map of keyed)
    for (const pair of map.keys()) {
      const hash = hashOf(pair)
      sieve[hash >>> 5] = (sieve[hash >>> 5] ?? 0) | (1 << (hash & 31))
    }
  return sieve
}

function slipsByPair(): Map<number, string> {
  const slips = new Map<number, string>()
  for (const entry of wordsOf(wordSlips)) {
    const word = entry.slice(0, 2)
    const [first, second] = [entry.charCodeAt(0), entry.charCodeAt(1)]
    const middle = entry.indexOf('/')
    for (let i = 2; i < middle; i++) slips.set(pairOf(entry.charCodeAt(i), second), word)
    for (let i = middle + 1; i < entry.length; i++) slips.set(pairOf(first, entry.charCodeAt(i)), word)
  }
  return slips
}

/** The near miss of a phrase that has the two characters at `at`, if there is one. */
function phraseAt(lexicon: Lexicon, text: string, at: number, pair: number): NearMiss | undefined {
  for (const { phrase, offset } of lexicon.anchored.get(pair) ?? []) {
    const start = at - offset
    if (offset === 0 ? !mayGoOn(text, at, phrase) : !mayComeBefore(text, at, phrase)) continue
    if (text.startsWith(phrase, start)) return undefined
    const end = offset === 0 ? endAfterEdit(text, start, phrase) : endOfEarlyChange(text, start, phrase)
    if (end === undefined || lexicon.isRight.has(text.slice(start, end))) continue
    if (isCutFromWords(text, start, end) || (!lexicon.ofField.has(phrase) && isOfWords(text, start, phrase))) continue
    return { start, end, right: phrase }
  }
  return undefined
}

/** False where no single edit can make a phrase of what follows its first two characters. Most candidates end here. */
function mayGoOn(text: string, at: number, phrase: string): boolean {
  const [third, fourth] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)]
  const [wanted, next] = [phrase.charCodeAt(2), phrase.charCodeAt(3)]
  return third === wanted || fourth === next || third === next || fourth === wanted
}

/** The same for what stands before its last two. */
function mayComeBefore(text: string, at: number, phrase: string): boolean {
  const { length } = phrase
  return (
    text.charCodeAt(at - 1) === phrase.charCodeAt(length - 3) ||
    text.charCodeAt(at - 2) === phrase.charCodeAt(length - 4)
  )
}

/** True if the run begins or ends in the middle of a word: the 责人落实 of 负责人落实. */
function isCutFromWords(text: string, start: number, end: number): boolean {
  const last = wordAt(text, end - 1)
  return beginsInsideWord(text, start) || last.start + last.word.length > end
}

/** True if the character that differs belongs to a word of its own: 整治建设 beside 政治建设. */
function isOfWords(text: string, start: number, phrase: string): boolean {
  let at = 0
  while (text.charAt(start + at) === phrase.charAt(at)) at += 1
  return !standsAlone(text, start + at)
}

/** Where a run ends that begins like the phrase and is one edit away from it. */
function endAfterEdit(text: string, start: number, phrase: string): number | undefined {
  let same = 2
  while (same < phrase.length && text.charCodeAt(start + same) === phrase.charCodeAt(same)) same += 1
  const at = start + same
  const rest = phrase.slice(same + 1)
  if (text.startsWith(rest, at + 1) && isChange(text, at, phrase, same)) return at + 1 + rest.length
  if (rest.length === 0 || phrase.length < LONGER_PHRASE) return undefined
  const [here, next] = [text.charAt(at), text.charAt(at + 1)]
  const isSwapped = here === phrase.charAt(same + 1) && next === phrase.charAt(same)
  if (isSwapped && text.startsWith(phrase.slice(same + 2), at + 2) && standsAlone(text, at))
    return start + phrase.length
  const isMissing =
    text.startsWith(rest, at) && rest.length > 1 && !FREE.test(text.slice(at - 1, at + 1) + phrase.charAt(same))
  if (isMissing && standsAlone(text, at - 1)) return at + rest.length
  const isDoubled = here === text.charAt(at - 1) && text.startsWith(phrase.slice(same), at + 1)
  return isDoubled ? start + phrase.length + 1 : undefined
}

/** Where a run ends that ends like the phrase and has another character at its first or second place. */
function endOfEarlyChange(text: string, start: number, phrase: string): number | undefined {
  if (start < 0) return undefined
  const changed = text.charCodeAt(start) === phrase.charCodeAt(0) ? 1 : 0
  if (!text.startsWith(phrase.slice(changed + 1), start + changed + 1)) return undefined
  return isChange(text, start + changed, phrase, changed) ? start + phrase.length : undefined
}

/** True if the character at `at` is a slip for that of the phrase: alike, or in the middle of a long phrase and no part of a word. */
function isChange(text: string, at: number, phrase: string, place: number): boolean {
  const [written, right] = [text.charAt(at), phrase.charAt(place)]
  if (!/[\u4e00-\u9fff]/.test(written) || FREE.test(written + right)) return false
  if (areEasilyConfused(written, right) || (phrase.length >= LONGER_PHRASE && soundNearlyAlike(written, right)))
    return !isOtherWord(text, at, phrase, place)
  return phrase.length >= LONG_PHRASE && place > 0 && place < phrase.length - 2 && standsAlone(text, at)
}

/** Pairs of which both are right, each in its place: 权力 and 权利, 法治 and 法制, 制定 and 制订. */
const VARIANTS =
  /^(?:力利|制治|定订|作做|他它|他她|她它|像象|份分|和合|度渡|至致|实时|名民|付复|须需|交缴|查察|记纪|式势|关观|意义|起启)$/

/** True if the character belongs to another right word, which is not written for the phrase by a slip. */
function isOtherWord(text: string, at: number, phrase: string, place: number): boolean {
  const pair = [text.charAt(at), phrase.charAt(place)].toSorted().join('')
  const isVariant = VARIANTS.test(pair) || VARIANTS.test([...pair].toReversed().join(''))
  return isVariant && !standsAlone(text, at)
}

/** True if the dictionary knows no word in which the character stands here. */
function standsAlone(text: string, at: number): boolean {
  return wordAt(text, at).word.length === 1
}

function slipAt({ slips }: Lexicon, text: string, at: number, pair: number): NearMiss | undefined {
  const right = slips.get(pair)
  if (right === undefined) return undefined
  const first = wordAt(text, at)
  const areApart = first.word.length === 1 && standsAlone(text, at + 1)
  const isUnknown = first.word.length === 2 && first.start === at
  const isName = [-1, 0, 1].some((place) => isSurname(text.charAt(at + place)))
  return (areApart || isUnknown) && !isName ? { start: at, end: at + 2, right } : undefined
}
