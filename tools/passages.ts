/**
 * Makes packages/engine/src/standards/lexicon/passage-weights.ts: `node tools/passages.ts` learns from the answers of all
 * samples, and those of further folders in the same form, what a passage is about.
 */
import { join } from 'node:path'
import process from 'node:process'
import { PASSAGE_PLACES, passageFeatures, passageRoles } from '@duizhao/engine'
import { learnWeights } from './learning/logistic.ts'
import { writeWeights } from './learning/write-weights.ts'
import { trainingPassages } from './passages/training-passages.ts'

const ROOT = join(import.meta.dirname, '..')

const FOLDERS = ['materials', 'hands']

const folders = [...FOLDERS.map((name) => join(ROOT, 'samples', name)), ...process.argv.slice(2)]
const examples = (await Promise.all(folders.map(trainingPassages)))
  .flat()
  .map(({ words, role }) => ({ features: passageFeatures(words), class: passageRoles.indexOf(role) }))
process.stdout.write(`${examples.length} passages\n`)
writeWeights(learnWeights(examples, { places: PASSAGE_PLACES, classes: passageRoles.length }), {
  file: join(ROOT, 'packages/engine/src/standards/lexicon/passage-weights.ts'),
  name: 'passageWeights',
  says: 'What passages of a material are about, as learnt by tools/passages.ts, which alone writes this file.',
})
