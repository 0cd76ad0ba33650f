import type { LedgerFinding, LedgerLint } from '@duizhao/engine'
import { severityNames } from '../outcome/words.ts'
import type { PlainReport } from '../plain/plain-report.ts'

/** What is wrong with ledgers, file by file. */
export function lintReport(files: readonly { readonly path: string; readonly lint: LedgerLint }[]): PlainReport {
  const findings = files.flatMap(({ path, lint }) => lint.findings.map((finding) => ({ path, finding })))
  const problems = files.flatMap(({ lint }) => lint.ledgers).reduce((sum, ledger) => sum + ledger.problems, 0)
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length
  return {
    title: '台账检查',
    facts: files.map(({ path, lint }) => `${path}：${contentsOf(lint)}`),
    verdict:
      findings.length === 0
        ? { tone: 'good', words: `检查了 ${problems} 个问题，没有发现毛病。` }
        : {
            tone: errors > 0 ? 'error' : 'warning',
            words: `检查了 ${problems} 个问题，${findings.length} 处要看，其中错误 ${errors} 处。`,
          },
    sections: [
      {
        heading: '要看的地方',
        columns: [
          { header: '位置', width: 24 },
          { header: '轻重', width: 8 },
          { header: '说明', width: 70 },
          { header: '规则', width: 34 },
        ],
        rows: findings.map(({ path, finding }) => [
          `${files.length > 1 ? `${path} ` : ''}${placeOf(finding)}`,
          severityNames[finding.severity],
          finding.message,
          finding.rule,
        ]),
      },
    ],
  }
}

function contentsOf({ ledgers }: LedgerLint): string {
  if (ledgers.length === 0) return '没有认出台账'
  return ledgers
    .map(
      ({ sheet, problems, measures, asOf }) =>
        `“${sheet}”${problems} 个问题、${measures} 条措施${asOf === null ? '' : `，截至 ${asOf}`}`,
    )
    .join('；')
}

function placeOf({ sheet, address, row }: LedgerFinding): string {
  const isRow = address !== undefined && /^\d+$/.test(address)
  return `${sheet} ${address === undefined || isRow ? `第${row + 1}行` : address}`
}
