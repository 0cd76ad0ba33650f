import { fourCharacterWords, rightNeighbours } from '../standards/lexicon/four-character-words.ts'
import { rightBesideSetPhrases, setPhrases } from '../standards/lexicon/set-phrases.ts'
import { wordSlips } from '../standards/lexicon/word-slips.ts'
import { publicPhrases } from '../standards/public-phrases.ts'
import { hanPair } from './han-pairs.ts'
import { areEasilyConfused, soundNearlyAlike } from './sounds.ts'
import { isSurname } from './name-patterns.ts'
import { mayHave, type Sieve, sieveOf } from './sieve.ts'
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
  /** True if it is a phrase of the field, known even where a slip makes another word of a part. */
  readonly isOfField: boolean
}

/** The phrases that have a pair of characters at their beginning or their end. */
interface AnchoredHere {
  readonly phrases: Anchored[]
  /** For each of them the two characters inwards from the pair, the nearer first, as UTF-16 units. */
  readonly beside: number[]
}

/** What is asked before the maps: most pairs of a text are none that is looked for. */
interface Sieves {
  readonly phrases: Sieve
  /** The pairs of the phrases with each of the two characters beside them (`besideKey`). */
  readonly besides: Sieve
  readonly slips: Sieve
}

interface Lexicon {
  readonly anchored: ReadonlyMap<number, AnchoredHere>
  /** Two characters that are no word → the word. */
  readonly slips: ReadonlyMap<number, string>
  /** What is right although it differs from a phrase by a sound. */
  readonly isRight: ReadonlySet<string>
  readonly sieves: Sieves
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
  const { sieves } = known
  const found: NearMiss[] = []
  let [before, end] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const pair = hanPair(before, code)
    before = code
    if (pair < 0 || i <= end) continue
    const miss =
      (mayBePhrase(sieves, text, i - 1, pair) ? phraseAt(known, text, i - 1, pair) : undefined) ??
      (mayHave(sieves.slips, pair) ? slipAt(known, text, i - 1, pair) : undefined)
    if (!miss || miss.start < end) continue
    found.push(miss)
    end = miss.end
  }
  return found
}

/** A pair of characters with one that stands beside it. */
function besideKey(pair: number, code: number): number {
  return Math.imul(pair, 31) + code
}

/** False where the two characters at `at` with those round them are of no phrase, nor of one with a slip in it. */
function mayBePhrase({ phrases, besides }: Sieves, text: string, at: number, pair: number): boolean {
  return (
    mayHave(phrases, pair) &&
    (mayHave(besides, besideKey(pair, text.charCodeAt(at + 2))) ||
      mayHave(besides, besideKey(pair, text.charCodeAt(at + 3))) ||
      mayHave(besides, besideKey(pair, text.charCodeAt(at - 1))) ||
      mayHave(besides, besideKey(pair, text.charCodeAt(at - 2))))
  )
}

function makeLexicon(): Lexicon {
  const [ofField, ofFour] = [new Set(wordsOf(setPhrases)), wordsOf(fourCharacterWords)]
  const runs = publicPhrases.flatMap((phrase) => phrase.match(/[\u4e00-\u9fff]{4,}/g) ?? [])
  const anchored = new Map<number, AnchoredHere>()
  const anchor = (phrase: string, offset: number, [nearer, farther]: readonly [number, number]): void => {
    const pair = hanPair(phrase.charCodeAt(offset), phrase.charCodeAt(offset + 1))
    const here = anchored.get(pair) ?? { phrases: [], beside: [] }
    here.phrases.push({ phrase, offset, isOfField: ofField.has(phrase) })
    here.beside.push(phrase.charCodeAt(nearer), phrase.charCodeAt(farther))
    anchored.set(pair, here)
  }
  for (const phrase of new Set([...ofField, ...runs, ...ofFour])) {
    anchor(phrase, 0, [2, 3])
    anchor(phrase, phrase.length - 2, [phrase.length - 3, phrase.length - 4])
  }
  const slips = slipsByPair()
  const isRight = new Set([...wordsOf(rightNeighbours), ...wordsOf(rightBesideSetPhrases), ...ofFour, ...ofField])
  const besides = Array.from(anchored, ([pair, { beside }]) => beside.map((code) => besideKey(pair, code))).flat()
  const sieves = {
    phrases: sieveOf([...anchored.keys()]),
    besides: sieveOf(besides),
    slips: sieveOf([...slips.keys()]),
  }
  return { anchored, slips, sieves, isRight }
}

function wordsOf(list: string): string[] {
  return list.trim().split(/\s/)
}

function slipsByPair(): Map<number, string> {
  const slips = new Map<number, string>()
  for (const entry of wordsOf(wordSlips)) {
    const word = entry.slice(0, 2)
    const [first, second] = [entry.charCodeAt(0), entry.charCodeAt(1)]
    const middle = entry.indexOf('/')
    for (let i = 2; i < middle; i++) slips.set(hanPair(entry.charCodeAt(i), second), word)
    for (let i = middle + 1; i < entry.length; i++) slips.set(hanPair(first, entry.charCodeAt(i)), word)
  }
  return slips
}

/** The near miss of a phrase that has the two characters at `at`, if there is one. */
function phraseAt(lexicon: Lexicon, text: string, at: number, pair: number): NearMiss | undefined {
  const here = lexicon.anchored.get(pair)
  if (!here) return undefined
  const around: Around = {
    second: text.charCodeAt(at - 2),
    first: text.charCodeAt(at - 1),
    third: text.charCodeAt(at + 2),
    fourth: text.charCodeAt(at + 3),
  }
  for (let n = 0; n < here.phrases.length; n++) {
    const [nearer, farther] = [here.beside[2 * n], here.beside[2 * n + 1]]
    if (!mayFit(around, nearer, farther)) continue
    const looked = here.phrases[n]
    if (!looked) continue
    const { phrase, offset, isOfField } = looked
    if (offset === 0 ? !mayGoOn(around, nearer, farther) : !mayComeBefore(around, nearer, farther)) continue
    const start = at - offset
    if (standsAt(text, start, phrase, 0)) return undefined
    const end = offset === 0 ? endAfterEdit(text, start, looked) : endOfEarlyChange(text, start, looked)
    if (end === undefined || lexicon.isRight.has(text.slice(start, end))) continue
    if (isCutFromWords(text, start, end) || (!isOfField && isOfWords(text, start, phrase))) continue
    return { start, end, right: phrase }
  }
  return undefined
}

/** The characters of a text round a pair, as UTF-16 units: two before it (the second and the first from it), two after it. */
interface Around {
  readonly second: number
  readonly first: number
  readonly third: number
  readonly fourth: number
}

/** False where neither of the next two can hold: most candidates end here, without a look at the phrase itself. */
function mayFit(around: Around, nearer: number | undefined, farther: number | undefined): boolean {
  return mayGoOn(around, nearer, farther) || mayComeBefore(around, nearer, farther)
}

/** False where no single edit can make a phrase of what follows its first two characters. */
function mayGoOn({ third, fourth }: Around, nearer: number | undefined, farther: number | undefined): boolean {
  return third === nearer || fourth === farther || third === farther || fourth === nearer
}

/** The same for what stands before its last two. */
function mayComeBefore({ first, second }: Around, nearer: number | undefined, farther: number | undefined): boolean {
  return first === nearer || second === farther
}

/** True if the run begins or ends in the middle of a word: the 责人落实 of 负责人落实. What 内的 or 了就 ends with is none. */
function isCutFromWords(text: string, start: number, end: number): boolean {
  const last = wordAt(text, end - 1)
  const rest = text.slice(end, last.start + last.word.length)
  return beginsInsideWord(text, start) || !PARTICLES.test(rest)
}

const PARTICLES = /^[的地得了着过是就都也]*$/

/** True if the character that differs belongs to a word of its own: 整治建设 beside 政治建设. */
function isOfWords(text: string, start: number, phrase: string): boolean {
  let at = 0
  while (text.charAt(start + at) === phrase.charAt(at)) at += 1
  return !standsAlone(text, start + at)
}

/** True if a phrase, from its character number `from` on, stands in the text at `at`. Unlike `startsWith` it cuts nothing out. */
function standsAt(text: string, at: number, phrase: string, from: number): boolean {
  for (let i = from; i < phrase.length; i++) if (text.charCodeAt(at + i - from) !== phrase.charCodeAt(i)) return false
  return true
}

/** Where a run ends that begins like the phrase and is one edit away from it. */
function endAfterEdit(text: string, start: number, looked: Anchored): number | undefined {
  const { phrase } = looked
  let same = 2
  while (same < phrase.length && text.charCodeAt(start + same) === phrase.charCodeAt(same)) same += 1
  const at = start + same
  const rest = phrase.length - same - 1
  if (standsAt(text, at + 1, phrase, same + 1) && isChange(text, at, looked, same)) return at + 1 + rest
  if (rest <= 0 || phrase.length < LONGER_PHRASE) return undefined
  const [here, next] = [text.charAt(at), text.charAt(at + 1)]
  const isSwapped = here === phrase.charAt(same + 1) && next === phrase.charAt(same)
  if (isSwapped && standsAt(text, at + 2, phrase, same + 2) && standsAlone(text, at)) return start + phrase.length
  const isMissing =
    standsAt(text, at, phrase, same + 1) && rest > 1 && !FREE.test(text.slice(at - 1, at + 1) + phrase.charAt(same))
  if (isMissing && standsAlone(text, at - 1)) return at + rest
  const isDoubled = here === text.charAt(at - 1) && standsAt(text, at + 1, phrase, same)
  return isDoubled ? start + phrase.length + 1 : undefined
}

/** Where a run ends that ends like the phrase and has another character at its first or second place. */
function endOfEarlyChange(text: string, start: number, looked: Anchored): number | undefined {
  const { phrase } = looked
  if (start < 0) return undefined
  const changed = text.charCodeAt(start) === phrase.charCodeAt(0) ? 1 : 0
  if (!standsAt(text, start + changed + 1, phrase, changed + 1)) return undefined
  return isChange(text, start + changed, looked, changed) ? start + phrase.length : undefined
}

/** True if the character at `at` is a slip for that of the phrase: alike, or in the middle of a long phrase and no part of a word. */
function isChange(text: string, at: number, { phrase, isOfField }: Anchored, place: number): boolean {
  const [written, right] = [text.charAt(at), phrase.charAt(place)]
  if (!/[\u4e00-\u9fff]/.test(written) || (FREE.test(written) && FREE.test(right))) return false
  const isNearly = isOfField || phrase.length >= LONGER_PHRASE
  if (areEasilyConfused(written, right) || (isNearly && soundNearlyAlike(written, right)))
    return !isOtherWord(text, at, phrase, place)
  if (FREE.test(written + right)) return false
  return phrase.length >= LONG_PHRASE && place > 0 && place < phrase.length - 2 && standsAlone(text, at)
}

/** Pairs of which both are right, each in its place: 权力 and 权利, 法治 and 法制, 制定 and 制订. */
const VARIANTS =
  /^(?:力利|制治|定订|作做|他它|他她|她它|像象|份分|和合|度渡|至致|实时|名民|付复|须需|交缴|查察|记纪|关观|意义|起启)$/

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
