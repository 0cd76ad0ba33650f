import { globSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '../../examination/examine.ts'
import { describeRules } from '../../findings/testing/describe-rules.ts'
import type { Paper } from '../../findings/testing/papers.ts'
import { outline } from '../../outline/outline.ts'
import { compare } from '../../similarity/compare.ts'
import type { ComparableDocument } from '../../similarity/prepared-document.ts'
import { authorOf } from './author.ts'
import { findingsOfPair } from './pair-findings.ts'
import { isListOf, type OwnedDocument } from './own-list.ts'
import { pairRules } from './rules/index.ts'

const files = globSync('*/*.ts', { cwd: join(import.meta.dirname, 'rules') })

describeRules({
  rules: pairRules,
  files: files.map((file) => file.replaceAll('\\', '/').replace('.ts', '')),
  unnamed: '材料.txt',
  run: (papers) =>
    compare(papers.map(comparable)).flatMap((pair) => {
      const [one, other] = papers.map(owned)
      const isOwnList = one !== undefined && other !== undefined && isListOf(one, other)
      return findingsOfPair(pair, [named(pair.a), named(pair.b)], { isOwnList }).findings
    }),
})

function owned({ document }: Paper): OwnedDocument {
  return { text: document.text, examination: examine(document, outline(document)) }
}

function comparable({ path, document }: Paper): ComparableDocument {
  const examination = examine(document, outline(document))
  const group = authorOf(document, examination)
  return { id: path, text: document.text, excluded: [examination.titleSpan], ...(group === undefined ? {} : { group }) }
}

function named(path: string): { path: string; name: string } {
  return { path, name: path }
}
