import { fileName } from '../outcome/file-name.ts'
import type { ReviewFinding } from '@duizhao/engine'
import {
  documentKindNames,
  oneLine,
  severitiesInWords,
  severityNames,
  shortened,
  wordCount,
} from '@duizhao/engine/wording'
import { countBySeverity } from '../outcome/outcome.ts'
import type { Outcome, ReviewedDocument, SuppressedFinding } from '../outcome/outcome.ts'
import { placesOf } from '../outcome/places.ts'
import { similaritySentence } from '../outcome/similarity-sentence.ts'
import type { Paint } from './paint.ts'
import { summarise } from '../outcome/summary.ts'

/** The outcome for reading on a screen: a block per document, then what was not read, what is alike, and one closing line. */
export function toText(outcome: Outcome, paint: Paint): string {
  const byPath = new Map(outcome.documents.map((document) => [document.path, document]))
  const blocks = outcome.documents.map((document) => documentBlock(document, paint))
  if (outcome.unreadable.length > 0) {
    const lines = outcome.unreadable.map(({ path, message, todo }) => `  ${path}\n    ${message}${todo}`)
    blocks.push([paint.strong('未能读取'), ...lines].join('\n'))
  }
  if (outcome.similarity.length > 0) {
    const lines = outcome.similarity.map(
      (pair) => `  ${pair.a} ↔ ${pair.b}\n    ${similaritySentence(pair, byPath.get(pair.a))}`,
    )
    blocks.push([paint.strong('雷同比对'), ...lines].join('\n'))
  }
  blocks.push(paint.strong(summarise(outcome)))
  return `${blocks.join('\n\n')}\n`
}

function documentBlock(document: ReviewedDocument, paint: Paint): string {
  const { examination, text, path, findings, suppressed, notes } = document
  const place = placesOf(text)
  const counts = countBySeverity(findings)
  const facts = [
    documentKindNames[examination.kind],
    examination.year === null ? '年度不明' : `${examination.year} 年度`,
    `${wordCount(text)} 字`,
  ]
  const title = examination.title === '' ? fileName(path) : examination.title
  const judged = document.template ? `按“${document.template.campaign}”的模板审核` : null
  return [
    `${paint.strong(path)}  ${title}`,
    `  ${[...facts, ...(judged === null ? [] : [judged])].join(' · ')}`,
    `  ${contents(document)}`,
    ...notes.map((note) => `  ${paint.faint(note)}`),
    `  审核意见：${findings.length === 0 ? '没有' : severitiesInWords(counts)}${suppressed.length > 0 ? `（另有 ${suppressed.length} 处已决定不采纳）` : ''}`,
    ...likeFindings(findings).map((like) => findingLines(document, like, place, paint)),
    ...suppressed.map((finding) => suppressedLine(document, finding, place, paint)),
  ].join('\n')
}

/** What the document says: problems per aspect, causes, measures, prior items. */
function contents({ examination }: ReviewedDocument): string {
  const { aspects, problems, causes, measures, prior } = examination
  const perAspect = aspects
    .map(({ id, heading }) => [heading, problems.filter(({ aspect }) => aspect === id).length] as const)
    .filter(([, count]) => count > 0)
  const spread =
    perAspect.length < 2
      ? ''
      : `（${perAspect.map(([heading, count]) => `${shortened(heading, 14)} ${count}`).join('，')}）`
  const last = prior.length === 0 ? '' : `，上次整改 ${prior.length} 项`
  return `问题 ${problems.length} 个${spread}，原因 ${causes.length} 条，措施 ${measures.length} 条${last}`
}

type PlaceOf = ReturnType<typeof placesOf>

/** Findings of one rule that say the same: told at the first place, with the others named. */
type Like = readonly [ReviewFinding, ...ReviewFinding[]]

/** Findings that say the same together, in the order of the first of each: “xjp” fourteen times is one thing to tell. */
function likeFindings(findings: readonly ReviewFinding[]): Like[] {
  const groups = new Map<string, [ReviewFinding, ...ReviewFinding[]]>()
  for (const finding of findings) {
    const key = [finding.rule, finding.severity, finding.message].join('\n')
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}

/** So many other places are named; of more only the number is told. */
const PLACES_NAMED = 8

function otherPlaces([, ...others]: Like, place: PlaceOf): string {
  if (others.length === 0) return ''
  const named = others
    .slice(0, PLACES_NAMED)
    .map(({ place: { start } }) => `${place(start).line}:${place(start).column}`)
  return `（共 ${others.length + 1} 处，另见 ${named.join('、')}${others.length > PLACES_NAMED ? ' 等' : ''}）`
}

function findingLines({ path, text }: ReviewedDocument, like: Like, place: PlaceOf, paint: Paint): string {
  const [finding] = like
  const { line, column } = place(finding.place.start)
  const suggestion = finding.suggestion === undefined ? '' : `（建议改为“${finding.suggestion}”）`
  const head = `  ${path}:${line}:${column} ${paint.severity(finding.severity, severityNames[finding.severity])} ${finding.rule} ${finding.message}${suggestion}${otherPlaces(like, place)}`
  const words = inContext(text, finding, paint)
  return words === '' ? head : `${head}\n      ${words}`
}

function suppressedLine({ path }: ReviewedDocument, finding: SuppressedFinding, place: PlaceOf, paint: Paint): string {
  const { line, column } = place(finding.place.start)
  return paint.faint(`  ${path}:${line}:${column} 不采纳 ${finding.rule} ${finding.message} 理由：${finding.reason}`)
}

const CONTEXT = 12
const LONGEST_QUOTE = 40

/** The words a finding is about, in brackets, with some text on either side, on one line. */
function inContext(text: string, { place: { start, end } }: ReviewFinding, paint: Paint): string {
  if (start === end) return ''
  const words =
    end - start <= LONGEST_QUOTE
      ? text.slice(start, end)
      : `${text.slice(start, start + LONGEST_QUOTE - 10)}…${text.slice(end - 9, end)}`
  const before = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\s\S]*[\r\n]/, '')
  const after = text.slice(end, end + CONTEXT).replace(/[\r\n][\s\S]*$/, '')
  return `${paint.faint(oneLine(before))}⟦${oneLine(words)}⟧${paint.faint(oneLine(after))}`
}
