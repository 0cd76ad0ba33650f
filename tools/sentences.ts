/**
 * Makes packages/engine/src/standards/lexicon/sentence-weights.ts: `node tools/sentences.ts` learns from
 * samples/making/prose and the hands of the training papers what a sentence of running text does. With `--fold` it writes
 * nothing and tells how often sentences are told rightly by weights that were learnt without them.
 */
import { join } from 'node:path'
import process from 'node:process'
import { actsOfSentences, sentenceActs } from '@duizhao/engine'
import { writeWeights } from './learning/write-weights.ts'
import { learn } from './sentences/learn.ts'
import { paragraphsOfHands, type TrainingParagraph, writtenParagraphs } from './sentences/training-paragraphs.ts'

const FILE = join(import.meta.dirname, '../packages/engine/src/standards/lexicon/sentence-weights.ts')
const FOLDS = 6

function write(): void {
  writeWeights(learn([...writtenParagraphs(), ...paragraphsOfHands()]), {
    file: FILE,
    name: 'sentenceWeights',
    says: 'What sentences of running text do, as learnt by tools/sentences.ts, which alone writes this file.',
  })
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
