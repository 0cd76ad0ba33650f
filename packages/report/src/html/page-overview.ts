import { fileName } from '../outcome/file-name.ts'
import { countBySeverity } from '../outcome/outcome.ts'
import type { Outcome, ReviewedDocument, SimilarDocuments } from '../outcome/outcome.ts'
import { ruleFacts } from '../outcome/rule-facts.ts'
import { similaritySentence } from '../outcome/similarity-sentence.ts'
import { documentKindNames, wordCount } from '@duizhao/engine/wording'
import { summarise } from '../outcome/summary.ts'
import type { PageOverview, PagePair, PageRule, PageSummary } from '@duizhao/view/data'

/** What the page shows before a document is opened. */
export function toPageOverview(outcome: Outcome): PageOverview {
  const paths = [...outcome.documents.map(({ path }) => path), ...outcome.earlier.keys()]
  const byPath = new Map(outcome.documents.map((document) => [document.path, document]))
  const used = new Set(
    outcome.documents.flatMap(({ findings, suppressed }) => [...findings, ...suppressed].map(({ rule }) => rule)),
  )
  return {
    summary: summarise(outcome),
    documents: outcome.documents.map((document, index) => toSummary(document, index, outcome.similarity)),
    unreadable: outcome.unreadable,
    pairs: outcome.similarity.map((pair) => toPair(pair, paths, byPath)),
    rules: Object.fromEntries(
      ruleFacts
        .filter(({ id }) => used.has(id))
        .map(({ id, name, why, source }): [string, PageRule] => [id, { name, why, source }]),
    ),
  }
}

function toSummary(
  { path, text, examination, findings, suppressed }: ReviewedDocument,
  index: number,
  similarity: readonly SimilarDocuments[],
): PageSummary {
  const shares = similarity.flatMap((pair) => [
    ...(pair.a === path ? [pair.shareOfA] : []),
    ...(pair.b === path ? [pair.shareOfB] : []),
  ])
  return {
    index,
    path,
    title: titleOf(path, examination.title),
    kind: documentKindNames[examination.kind],
    year: examination.year,
    characters: wordCount(text),
    problems: examination.problems.length,
    causes: examination.causes.length,
    measures: examination.measures.length,
    ...countBySeverity(findings),
    suppressed: suppressed.length,
    shared: Math.max(0, ...shares),
  }
}

function toPair(
  pair: SimilarDocuments,
  paths: readonly string[],
  byPath: ReadonlyMap<string, ReviewedDocument>,
): PagePair {
  const { a, b, shareOfA, shareOfB, passages, publicPassages } = pair
  return {
    a: paths.indexOf(a),
    b: paths.indexOf(b),
    titleA: titleOf(a, byPath.get(a)?.examination.title ?? ''),
    titleB: titleOf(b, byPath.get(b)?.examination.title ?? ''),
    pathA: a,
    pathB: b,
    shareOfA,
    shareOfB,
    sentence: similaritySentence(pair, byPath.get(a)),
    passages,
    publicA: publicPassages.map((passage) => passage.a),
    publicB: publicPassages.map((passage) => passage.b),
  }
}

/** What the page calls a document: its title, or its file's name. */
export function titleOf(path: string, title: string): string {
  return title === '' ? fileName(path) : title
}
