/**
 * Makes packages/engine/src/standards/lexicon/sentence-weights.ts: `node tools/sentences.ts` learns from
 * samples/making/prose and the hands of the training papers what a sentence of running text does. With `--fold` it writes
 * nothing and tells how often sentences are told rightly by weights that were learnt without them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { actsOfSentences, sentenceActs } from '@duizhao/engine'
import { learn } from './sentences/learn.ts'
import { paragraphsOfHands, type TrainingParagraph, writtenParagraphs } from './sentences/training-paragraphs.ts'

const FILE = join(import.meta.dirname, '../packages/engine/src/standards/lexicon/sentence-weights.ts')
/** A weight is written as one of so many signs on either side of nought. */
const MIDDLE = 42
const LINE = 112
const FOLDS = 6

function write(): void {
  const weights = learn([...writtenParagraphs(), ...paragraphsOfHands()])
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = Number((largest / MIDDLE).toPrecision(6))
  const signs = Array.from(weights, (weight) => signOf(Math.round(weight / scale) + MIDDLE)).join('')
  const lines = signs.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  writeFileSync(
    FILE,
    [
      '/** What sentences of running text do, as learnt by tools/sentences.ts, which alone writes this file. */',
      'export const sentenceWeights = {',
      `  middle: ${MIDDLE},`,
      `  scale: ${scale},`,
      `  table: \`\n${lines.join('\n')}\n\`,`,
      '}',
      '',
    ].join('\n'),
  )
}

/** “(” is the lowest; “\” and the backtick are left out. */
function signOf(level: number): string {
  const code = level + 0x28
  const past = code >= 0x5c ? code + 1 : code
  return String.fromCharCode(past >= 0x60 ? past + 1 : past)
}

function tellFolds(): void {
  const written = writtenParagraphs()
  const told = new Map<string, number>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (_: TrainingParagraph, i: number): boolean => i % FOLDS === fold
    const weights = learn([...written.filter((each, i) => !isOut(each, i)), ...paragraphsOfHands()])
    for (const { role, sentences } of written.filter(isOut)) {
      const words = sentences.map((sentence) => sentence.words)
      const acts = actsOfSentences(words, role, { weights, scale: 1 })
      for (const [i, { act }] of sentences.entries()) {
        const given = acts[i]?.act ?? ''
        for (const key of [`${act} all`, `${given} given`, ...(act === given ? [`${act} right`] : [])])
          told.set(key, (told.get(key) ?? 0) + 1)
      }
    }
  }
  for (const act of sentenceActs) {
    const count = (key: string): number => told.get(`${act} ${key}`) ?? 0
    const [right, all, given] = [count('right'), count('all'), count('given')]
    process.stdout.write(
      `${act.padEnd(12)} precision ${(right / given).toFixed(2)}  recall ${(right / all).toFixed(2)}  of ${all}\n`,
    )
  }
}

if (process.argv.includes('--fold')) tellFolds()
else write()
