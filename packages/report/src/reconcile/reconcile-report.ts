import {
  fieldNames,
  type ReconciledRow,
  reconciledRoleNames,
  type ReconcileFinding,
  type Reconciliation,
} from '@duizhao/engine'
import { findingSection, numbered, placesIn } from '../findings/finding-section.ts'
import { placeWordsIn } from '../findings/place-words.ts'
import { verdictOn } from '../findings/verdict.ts'
import { failedRuleWords } from '../outcome/failed-rules.ts'
import type { PlainCell, PlainReport, PlainSection } from '../plain/plain-report.ts'

/** As ledgers have them, from the left. */
const FIELD_ORDER = ['lead', 'unit', 'coUnit', 'owner', 'target', 'class', 'deadline', 'state'] as const

/** What documents that should agree have differently, and all problems side by side. */
export function reconcileReport(reconciliation: Reconciliation): PlainReport {
  const { documents, others, failed, findings } = reconciliation
  const placeWords = placeWordsIn(documents.map(({ path, document }) => ({ path, text: document.text })))
  const about = { header: '问题', width: 30, of: (finding: ReconcileFinding) => nameOf(finding, reconciliation) }
  const sure = findings.filter(({ isDoubtful }) => !isDoubtful)
  const doubtful = findings.filter(({ isDoubtful }) => isDoubtful)
  return {
    title: '逐项核对',
    facts: [
      ...documents.map(({ path, role, reason, problems }) => {
        const measures = problems.reduce((sum, problem) => sum + problem.measures.length, 0)
        return `${reconciledRoleNames[role]}：${path}（${reason}），问题 ${problems.length} 个${measures > 0 ? `，措施 ${measures} 条` : ''}`
      }),
      ...documents.filter(isSilent).map(({ path }) => `没有参加核对：${path}（没有读出逐条列出的问题）`),
      ...others.map((path) => `没有参加核对：${path}（不是反馈意见、方案、台账、报告、通报）`),
      ...failedRuleWords(failed),
    ],
    verdict: verdict(reconciliation),
    sections: [
      findingSection(numbered(sure), { heading: '对不上的地方', placeWords, about }),
      findingSection(numbered(doubtful, sure.length + 1), {
        heading: '待核的地方',
        note: '两份文件里的说法差得多，不一定是同一个问题。',
        placeWords,
        about,
      }),
      sideBySide(reconciliation),
    ],
  }
}

function verdict({ documents, rows, findings }: Reconciliation): PlainReport['verdict'] {
  const read = documents.filter((document) => !isSilent(document)).length
  if (read < 2) return { tone: 'error', words: '能读出逐条问题的文件不足两份，没有可以核对的。' }
  const looked = `${rows.length} 个问题`
  const left = documents.length - read
  const besides = left === 0 ? '' : `另有 ${left} 份没有读出逐条列出的问题，没有参加核对。`
  return verdictOn(findings, { looked, nothing: `${looked}在 ${read} 份文件里都对得上。${besides}` })
}

/** True for a paper no list of problems was read from. */
function isSilent({ problems }: Reconciliation['documents'][number]): boolean {
  return problems.length === 0
}

/** The problem a finding is about, with its number in the table below. */
function nameOf({ row }: ReconcileFinding, { rows }: Reconciliation): string {
  if (row === null) return ''
  const name = rows[row]?.problems.flat()[0]?.name ?? ''
  return `${row + 1} ${name}`
}

/** One row per problem, one column per document; what differs is marked. */
function sideBySide({ documents, rows, findings }: Reconciliation): PlainSection {
  return {
    heading: '逐项对照',
    isWide: true,
    columns: [
      { header: '序号', width: 6 },
      ...documents.map(({ role }) => ({ header: reconciledRoleNames[role], width: 40 })),
    ],
    rows: rows.map((row, index) => {
      const own = findings.filter((finding) => finding.row === index)
      return [
        String(index + 1),
        ...documents.map((document, place) =>
          documentCell(row, place, {
            isDifferent: own.some((finding) => differsAt(finding, document.path)),
            isSilent: isSilent(document),
          }),
        ),
      ]
    }),
  }
}

/** True if the finding is about words of this document and what another says instead. */
function differsAt(finding: ReconcileFinding, path: string): boolean {
  const places = placesIn(finding)
  return places.length > 1 && places.every(({ kind }) => kind !== 'file') && places.some((place) => place.path === path)
}

function documentCell(
  row: ReconciledRow,
  place: number,
  { isDifferent, isSilent: saysNothing }: { readonly isDifferent: boolean; readonly isSilent: boolean },
): PlainCell {
  const problems = row.problems[place] ?? []
  if (problems.length === 0) return saysNothing ? '' : { words: '（没有）', tone: 'missing' }
  const words = problems
    .map(({ number, name, fields, measures }) => {
      const said = FIELD_ORDER.flatMap((field) => {
        const told = fields[field]
        return told === undefined ? [] : [`${fieldNames[field]}：${told.text.replaceAll('\n', '、')}`]
      })
      return [
        `${number}${/\d$/.test(number) ? ' ' : ''}${name}`,
        ...said,
        ...(measures.length > 0 ? [`措施 ${measures.length} 条`] : []),
      ].join('\n')
    })
    .join('\n')
  if (row.isDoubtful[place] === true) return { words, tone: 'doubtful' }
  return isDifferent ? { words, tone: 'differs' } : words
}
