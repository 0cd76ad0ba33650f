/**
 * Makes packages/engine/src/standards/lexicon/: `node tools/lexicon.ts <jieba 的 jieba.dict.utf8> <正确的文字>…`. The dictionary
 * says what words there are and how frequent; texts known to be right say what is right although no dictionary has it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../packages/engine/src/standards/lexicon')
/** How frequent in the dictionary's corpus a word must be. */
const FREQUENT = 600
/** How much more frequent the word is than a chance meeting of the two characters. */
const LIKELIER = 3000
const USUAL_CHARACTERS = 2600

/** The items of the list a file exports under `name`. */
function listIn(file: string, name: string): string[] {
  const list = new RegExp(`export const ${name} = \`([^\`]*)`).exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1] ?? ''
  return list.trim().split(/\s+/)
}

interface Word {
  readonly word: string
  readonly frequency: number
  readonly tag: string
}

function dictionary(path: string): Word[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word = '', frequency, tag = '']) => ({ word, frequency: Number(frequency), tag }))
    .filter(({ word }) => /^[\u4e00-\u9fff]+$/.test(word))
}

/** For each character, those that are typed for it. */
function confusable(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const group of [...listIn('readings.ts', 'readings'), ...listIn('look-alikes.ts', 'lookAlikes')]) {
    const characters = group.replace(/^[a-z]+/, '')
    for (const one of characters)
      for (const other of characters) if (one !== other) found.set(one, (found.get(one) ?? new Set()).add(other))
  }
  return found
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** All runs of `length` characters in the texts. */
function runsIn(texts: readonly string[], length: number): Set<string> {
  const runs = new Set<string>()
  for (const text of texts) for (let i = 0; i + length <= text.length; i++) runs.add(text.slice(i, i + length))
  return runs
}

/** Each frequent word of two characters with what is typed for its first and for its second. */
function wordSlips(words: readonly Word[], texts: readonly string[]): string[] {
  const [all, first, last] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  let total = 0
  for (const { word, frequency } of words) {
    total += frequency
    for (const character of word) add(all, character, frequency)
    add(first, word.charAt(0), frequency)
    add(last, word.at(-1) ?? '', frequency)
  }
  const usual = new Set(
    [...all]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, USUAL_CHARACTERS)
      .map(([character]) => character),
  )
  const right = new Set([
    ...runsIn(
      words.map(({ word }) => word),
      2,
    ),
    ...runsIn(texts, 2),
  ])
  const alike = confusable()
  const best = new Map<string, { word: string; place: 0 | 1; typed: string; frequency: number }>()
  for (const { word, frequency, tag } of words) {
    if (word.length !== 2 || frequency < FREQUENT || /^n[rsz]/.test(tag) || /[一二三四五六七八九十的了着]/.test(word))
      continue
    for (const place of [0, 1] as const)
      for (const typed of alike.get(word.charAt(place)) ?? []) {
        const slip = place === 0 ? typed + word.charAt(1) : word.charAt(0) + typed
        const chance = (((last.get(slip.charAt(0)) ?? 0) + 1) * ((first.get(slip.charAt(1)) ?? 0) + 1)) / total
        if (!usual.has(typed) || right.has(slip) || frequency / chance < LIKELIER) continue
        if ((best.get(slip)?.frequency ?? 0) < frequency) best.set(slip, { word, place, typed, frequency })
      }
  }
  const typedFor = new Map<string, [string, string]>()
  for (const { word, place, typed } of best.values()) {
    const entry = typedFor.get(word) ?? ['', '']
    entry[place] += typed
    typedFor.set(word, entry)
  }
  return [...typedFor]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([word, [firsts, seconds]]) => `${word}${firsts}/${seconds}`)
}

/** What differs by a sound from a word of four characters and is right: a word too, or found in the texts. */
function rightNeighbours(words: readonly Word[], texts: readonly string[]): string[] {
  const own = new Set(listIn('four-character-words.ts', 'fourCharacterWords'))
  const right = new Set([...words.map(({ word }) => word), ...runsIn(texts, 4)])
  const alike = confusable()
  const found = [...own].flatMap((word) =>
    [0, 1, 2, 3].flatMap((place) =>
      [...(alike.get(word.charAt(place)) ?? [])].map((typed) => word.slice(0, place) + typed + word.slice(place + 1)),
    ),
  )
  return [...new Set(found)].filter((word) => !own.has(word) && right.has(word)).toSorted()
}

/** Replaces the list a file exports under `name`. */
function replaceList(file: string, name: string, items: readonly string[]): void {
  const path = join(FOLDER, file)
  const lines = items.reduce<string[]>(
    (found, item) =>
      (found.at(-1)?.length ?? Infinity) + item.length > 100
        ? [...found, item]
        : [...found.slice(0, -1), `${found.at(-1)} ${item}`],
    [],
  )
  const list = new RegExp(`(export const ${name} = \`\\n)[^\`]*`)
  writeFileSync(path, readFileSync(path, 'utf8').replace(list, `$1${lines.join('\n')}\n`))
}

const [dictionaryPath, ...textPaths] = process.argv.slice(2)
if (dictionaryPath === undefined || textPaths.length === 0)
  throw new Error('node tools/lexicon.ts <词典> <正确的文字>…')
const words = dictionary(dictionaryPath)
const texts = textPaths.flatMap((path) => readFileSync(path, 'utf8').split('\n'))
replaceList('word-slips.ts', 'wordSlips', wordSlips(words, texts))
replaceList('four-character-words.ts', 'rightNeighbours', rightNeighbours(words, texts))
