import { fieldNames, type Gap, type ReconciledRow, reconciledRoleNames, type Reconciliation } from '@duizhao/engine'
import { fileName } from '../outcome/file-name.ts'
import type { PlainCell, PlainReport, PlainSection } from '../plain/plain-report.ts'

const TYPE_NAMES: Readonly<Record<Gap['type'], string>> = {
  missing: '缺',
  added: '多',
  different: '不一致',
  total: '数不对',
}
/** As ledgers have them, from the left. */
const FIELD_ORDER = ['lead', 'unit', 'coUnit', 'owner', 'target', 'class', 'deadline', 'state'] as const
const GAP_COLUMNS = [
  { header: '序号', width: 6 },
  { header: '问题', width: 30 },
  { header: '情况', width: 8 },
  { header: '说明', width: 60 },
  { header: '位置', width: 34 },
]

/** What documents that should agree have differently, and all problems side by side. */
export function reconcileReport(reconciliation: Reconciliation): PlainReport {
  const { documents, others, rows, gaps } = reconciliation
  const doubtful = gaps.filter(({ isDoubtful }) => isDoubtful)
  return {
    title: '逐项核对',
    facts: [
      ...documents.map(({ path, role, reason, problems }) => {
        const measures = problems.reduce((sum, problem) => sum + problem.measures.length, 0)
        return `${reconciledRoleNames[role]}：${path}（${reason}），问题 ${problems.length} 个${measures > 0 ? `，措施 ${measures} 条` : ''}`
      }),
      ...others.map((path) => `没有参加核对：${path}（不是反馈意见、方案、台账、报告、通报）`),
    ],
    verdict:
      documents.filter(({ problems }) => problems.length > 0).length < 2
        ? { tone: 'error', words: '能读出逐条问题的文件不足两份，没有可以核对的。' }
        : gaps.length === 0
          ? { tone: 'good', words: `${rows.length} 个问题在 ${documents.length} 份文件里都对得上。` }
          : {
              tone: 'error',
              words: `${rows.length} 个问题，发现 ${gaps.length} 处对不上${doubtful.length === 0 ? '' : `，其中 ${doubtful.length} 处是不是同一个问题还要核`}。`,
            },
    sections: [
      { heading: '对不上的地方', columns: GAP_COLUMNS, rows: gaps.filter(({ isDoubtful }) => !isDoubtful).map(gapRow) },
      {
        heading: '待核的地方',
        note: '两份文件里的说法差得多，不一定是同一个问题。',
        columns: GAP_COLUMNS,
        rows: doubtful.map(gapRow),
      },
      sideBySide(reconciliation),
    ],
  }
}

function gapRow({ row, about, type, field, message, places }: Gap): PlainSection['rows'][number] {
  const kind = `${TYPE_NAMES[type]}${field === null ? '' : ` ${fieldNames[field]}`}`
  return [
    row === null ? '' : String(row + 1),
    about,
    kind,
    message,
    places.map(({ path, place }) => `${fileName(path)} ${place}`).join('\n'),
  ]
}

/** One row per problem, one column per document; what differs is marked. */
function sideBySide({ documents, rows, gaps }: Reconciliation): PlainSection {
  return {
    heading: '逐项对照',
    isWide: true,
    columns: [
      { header: '序号', width: 6 },
      ...documents.map(({ role }) => ({ header: reconciledRoleNames[role], width: 40 })),
    ],
    rows: rows.map((row, index) => {
      const own = gaps.filter((gap) => gap.row === index)
      return [
        String(index + 1),
        ...documents.map(({ path, problems }, place) =>
          documentCell(row, place, {
            gaps: own.filter(({ paths }) => paths.includes(path)),
            isSilent: problems.length === 0,
          }),
        ),
      ]
    }),
  }
}

function documentCell(
  row: ReconciledRow,
  place: number,
  { gaps, isSilent }: { gaps: readonly Gap[]; isSilent: boolean },
): PlainCell {
  const problems = row.problems[place] ?? []
  if (problems.length === 0) return isSilent ? '' : { words: '（没有）', tone: 'missing' }
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
  return gaps.some(({ type }) => type === 'different') ? { words, tone: 'differs' } : words
}
