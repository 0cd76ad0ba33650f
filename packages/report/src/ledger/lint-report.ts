import type { LedgerLint } from '@duizhao/engine'
import { failedRuleWords } from '../outcome/failed-rules.ts'
import { findingSection, numbered } from '../findings/finding-section.ts'
import { placeWordsIn } from '../findings/place-words.ts'
import { verdictOn } from '../findings/verdict.ts'
import type { PlainReport } from '../plain/plain-report.ts'

/** What is wrong with ledgers, file by file. */
export function lintReport(files: readonly { readonly path: string; readonly lint: LedgerLint }[]): PlainReport {
  const findings = files.flatMap(({ lint }) => lint.findings)
  const problems = files.flatMap(({ lint }) => lint.ledgers).reduce((sum, ledger) => sum + ledger.problems, 0)
  const looked = `检查了 ${problems} 个问题`
  return {
    title: '台账检查',
    facts: [
      ...files.map(({ path, lint }) => `${path}：${contentsOf(lint)}`),
      ...failedRuleWords(files.flatMap(({ lint }) => lint.failed)),
    ],
    verdict: verdictOn(findings, { looked, nothing: `${looked}，没有发现毛病。` }),
    sections: [
      findingSection(numbered(findings), {
        heading: '要看的地方',
        placeWords: placeWordsIn(files.map(({ path }) => ({ path, text: '' }))),
      }),
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
