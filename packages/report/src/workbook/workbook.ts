import { type ReviewFinding, type Item, type Link, severities } from '@duizhao/engine'
import { documentKindNames, sectionNames, severityNames, shortened, wordCount } from '@duizhao/engine/wording'
import { countBySeverity } from '../outcome/outcome.ts'
import type { Outcome, ReviewedDocument, SimilarDocuments } from '../outcome/outcome.ts'
import { placesOf } from '../outcome/places.ts'
import { ruleName } from '../outcome/rule-facts.ts'
import { writeXlsx } from './xlsx-writer.ts'
import type { CellValue, Column, Sheet } from './xlsx-writer.ts'

/** The outcome as a workbook with five sheets: 总览, 审核意见, 问题清单, 雷同比对, 未能读取. */
export function toWorkbook(outcome: Outcome): Uint8Array {
  return writeXlsx([
    overviewSheet(outcome),
    findingsSheet(outcome),
    problemsSheet(outcome),
    similaritySheet(outcome),
    unreadableSheet(outcome),
  ])
}

function text(header: string, width: number): Column {
  return { header, width }
}

function number(header: string, width = 7): Column {
  return { header, width, kind: 'number' }
}

function percent(header: string, width = 9): Column {
  return { header, width, kind: 'percent' }
}

function overviewSheet({ documents, similarity }: Outcome): Sheet {
  return {
    name: '总览',
    columns: [
      text('文件', 32),
      text('标题', 40),
      text('种类', 18),
      number('年度'),
      number('字数', 8),
      number('问题'),
      number('原因'),
      number('措施'),
      ...severities.map((severity) => number(severityNames[severity])),
      number('不采纳'),
      percent('最高雷同'),
    ],
    rows: documents.map((document) => overviewRow(document, similarity)),
  }
}

function overviewRow(
  { path, text: words, examination, findings, suppressed }: ReviewedDocument,
  similarity: readonly SimilarDocuments[],
): CellValue[] {
  const counts = countBySeverity(findings)
  const shares = similarity.flatMap((pair) =>
    pair.a === path ? [pair.shareOfA] : pair.b === path ? [pair.shareOfB] : [],
  )
  const { kind, title, year, problems, causes, measures } = examination
  return [
    path,
    title,
    documentKindNames[kind],
    year,
    wordCount(words),
    problems.length,
    causes.length,
    measures.length,
    ...severities.map((severity) => counts[severity]),
    suppressed.length,
    shares.length === 0 ? null : Math.max(...shares),
  ]
}

function findingsSheet({ documents }: Outcome): Sheet {
  return {
    name: '审核意见',
    columns: [
      text('文件', 28),
      text('所在部分', 18),
      number('行'),
      text('轻重', 7),
      text('规则', 14),
      text('意见', 46),
      text('原文', 40),
      text('建议改为', 24),
      text('不采纳的理由', 20),
    ],
    rows: documents.flatMap(findingRows),
  }
}

function findingRows(document: ReviewedDocument): CellValue[][] {
  const place = placesOf(document.text)
  const row = (finding: ReviewFinding, reason: string | null): CellValue[] => [
    document.path,
    sectionAt(document, finding.place.start),
    place(finding.place.start).line,
    severityNames[finding.severity],
    ruleName(finding.rule),
    finding.message,
    shortened(document.text.slice(finding.place.start, finding.place.end), LONGEST_QUOTE),
    finding.suggestion ?? null,
    reason,
  ]
  return [
    ...document.findings.map((finding) => row(finding, null)),
    ...document.suppressed.map((finding) => row(finding, finding.reason)),
  ]
}

const LONGEST_QUOTE = 200

function sectionAt({ examination }: ReviewedDocument, offset: number): string {
  const section = examination.sections.find(({ start, end }) => start <= offset && offset < end)
  if (section === undefined) return ''
  return section.heading === '' ? sectionNames[section.role] : section.heading
}

function problemsSheet({ documents }: Outcome): Sheet {
  return {
    name: '问题清单',
    columns: [
      text('文件', 28),
      number('序号'),
      text('方面', 26),
      text('问题', 70),
      text('有无事例', 9),
      text('对应的原因', 36),
      text('对应的措施', 36),
    ],
    rows: documents.flatMap(problemRows),
  }
}

function problemRows({ path, text: words, examination }: ReviewedDocument): CellValue[][] {
  const { aspects, problems, causes, measures } = examination
  return problems.map((problem, index) => [
    path,
    index + 1,
    aspects.find(({ id }) => id === problem.aspect)?.heading ?? null,
    words.slice(problem.start, problem.end).trim(),
    problem.hasExample ? '有' : '无',
    linked(problem.causes, causes),
    linked(problem.measures, measures),
  ])
}

function linked(links: readonly Link[], items: readonly Item[]): string {
  return links.flatMap(({ id }) => items.find((item) => item.id === id)?.lead ?? []).join('\n')
}

function similaritySheet({ documents, similarity, earlier }: Outcome): Sheet {
  const texts = new Map([...earlier, ...documents.map(({ path, text: words }) => [path, words] as const)])
  return {
    name: '雷同比对',
    columns: [
      text('材料甲', 28),
      text('材料乙', 28),
      percent('占甲'),
      percent('占乙'),
      number('片段'),
      number('字数'),
      text('相同的文字（取自甲）', 90),
    ],
    rows: similarity.flatMap((pair) =>
      pair.passages.map(({ a }, index) => [
        pair.a,
        pair.b,
        pair.shareOfA,
        pair.shareOfB,
        index + 1,
        a.end - a.start,
        (texts.get(pair.a) ?? '').slice(a.start, a.end),
      ]),
    ),
  }
}

function unreadableSheet({ unreadable }: Outcome): Sheet {
  return {
    name: '未能读取',
    columns: [text('文件', 40), text('情况', 60), text('怎么办', 60)],
    rows: unreadable.map(({ path, message, todo }) => [path, message, todo]),
  }
}
