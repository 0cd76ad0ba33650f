/**
 * `npm run eval [-- FOLDER] [--json]`: reads every document of a folder that has `NAME.answers.json` beside it
 * through the engine's door and prints how well the engine did. `npm run eval -- --diff REV [FOLDER ...]` prints instead
 * what is found now and was not at that revision of git, and the other way round. Reports: the exit code is 0 whatever
 * they say.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { isUnreadable, read, review } from '@duizhao/engine'
import type { Item, Review } from '@duizhao/engine'
import type { PairAnswer } from '../samples/making/pairs.ts'
import { trainingPapers, unseenPapers } from '../samples/making/papers/papers.ts'
import { evaluateDifference } from './evaluation/difference/evaluate-difference.ts'
import { evaluateFigures } from './evaluation/figures.ts'
import { evaluateFolders } from './evaluation/folders.ts'
import { evaluateGaps } from './evaluation/gaps.ts'
import { evaluateLedgers } from './evaluation/ledgers.ts'
import { evaluateMinutes } from './evaluation/minutes.ts'
import { evaluateNotices } from './evaluation/notices.ts'
import { evaluateRecurrence } from './evaluation/recurrence.ts'
import { evaluatePapers } from './evaluation/papers.ts'
import { comparePairs } from './evaluation/compare-pairs.ts'
import { matchPairs } from './evaluation/match-pairs.ts'
import type { FoundItem } from './evaluation/match-items.ts'
import { addDocument, emptyScore } from './evaluation/score.ts'
import type { FoundDocument, KnownAnswers } from './evaluation/score.ts'
import { scoreText } from './evaluation/score-text.ts'

const SAMPLES = join(import.meta.dirname, '../samples')

/** Sets of documents and ledgers: the folder of the samples, and what counts in it. Null for a folder without such answers. */
const SETS: readonly (readonly [folder: string, evaluate: (folder: string) => Promise<string | null>])[] = [
  ['ledgers', evaluateLedgers],
  ['inspections', evaluateGaps],
  ['folders', evaluateFolders],
  ['minutes', evaluateMinutes],
  ['figures', evaluateFigures],
  ['notices', evaluateNotices],
  ['recurrence', evaluateRecurrence],
]

async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  if (process.argv.includes('--diff')) return printDifference(words)
  const [given] = words
  if (given === undefined) {
    await evaluateMaterials(join(SAMPLES, 'materials'))
    process.stdout.write('papers of many hands, from which the weights are learnt\n')
    await evaluateMaterials(join(SAMPLES, 'hands'))
    process.stdout.write(await evaluatePapers('papers of training layouts', trainingPapers()))
    process.stdout.write(await evaluatePapers('papers of unseen layouts', unseenPapers()))
    for (const [folder, evaluate] of SETS) process.stdout.write((await evaluate(join(SAMPLES, folder))) ?? '')
    return
  }
  const told = await Promise.all(SETS.map(([, evaluate]) => evaluate(given)))
  if (told.every((text) => text === null)) await evaluateMaterials(given)
  for (const text of told) process.stdout.write(text ?? '')
}

async function printDifference([revision = '', ...folders]: readonly string[]): Promise<void> {
  const told = await evaluateDifference(revision, folders)
  if (told !== null) return void process.stdout.write(told)
  process.stderr.write(`git 没有“${revision}”这次提交。用法：npm run eval -- --diff 提交 [文件夹 ...]\n`)
  process.exitCode = 2
}

async function evaluateMaterials(folder: string): Promise<void> {
  const score = emptyScore()
  const texts = new Map<string, string>()
  for (const answers of readAnswers(folder)) {
    const path = join(folder, answers.file)
    if (!existsSync(path)) continue
    const result = await read(readFileSync(path), answers.file)
    if (isUnreadable(result)) {
      score.differences.push({
        file: answers.file,
        sort: 'wrong',
        of: `unreadable (${result.reason})`,
        start: 0,
        text: result.message,
      })
      continue
    }
    texts.set(answers.file, result.text)
    addDocument(score, answers, foundDocument(review(result)))
  }
  const known = pairsOf(folder).filter(({ a, b }) => texts.has(a) && texts.has(b))
  const pairs = known.length === 0 ? null : matchPairs(known, comparePairs(texts))
  const report = process.argv.includes('--json')
    ? JSON.stringify({ ...score, pairs }, null, 1)
    : scoreText(score, pairs)
  process.stdout.write(`${report}\n`)
}

function readAnswers(folder: string): KnownAnswers[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.answers.json') && name !== 'pairs.answers.json')
  return names.toSorted().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KnownAnswers)
}

/** The pairs file lies in the folder or beside it. */
function pairsOf(folder: string): PairAnswer[] {
  const path = [join(folder, 'pairs.answers.json'), join(folder, '../pairs.answers.json')].find((candidate) =>
    existsSync(candidate),
  )
  return path === undefined ? [] : (JSON.parse(readFileSync(path, 'utf8')) as PairAnswer[])
}

function foundDocument({ document, examination, findings }: Review): FoundDocument {
  const aspects = new Map(examination.aspects.map(({ id, mark, heading }) => [id, mark + heading]))
  const plain = ({ start, lead }: Item): FoundItem => ({ start, lead })
  const problems = examination.problems.map(({ start, lead, aspect }) => {
    const words = aspect === undefined ? undefined : aspects.get(aspect)
    return words === undefined ? { start, lead } : { start, lead, aspect: words }
  })
  const { causes, measures, prior, statements } = examination
  return {
    text: document.text,
    kind: examination.kind,
    year: examination.year,
    items: {
      problems,
      causes: causes.map(plain),
      measures: measures.map(plain),
      prior: prior.map(plain),
      statement: statements.map(plain),
    },
    findings: findings.map(({ rule, severity, place, related }) => ({ rule, severity, ...place, related })),
  }
}

await main()
