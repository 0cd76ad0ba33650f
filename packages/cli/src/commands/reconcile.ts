import { reconcileDocuments, type Reconciliation } from '@duizhao/engine'
import { reconcileReport, withLeftOut } from '@duizhao/report'
import { readMaterials } from '../files/read-all.ts'
import { deliver, type ReportOptions } from '../output/deliver.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

const TOO_FEW = '请给出两份以上的文件，如反馈意见、整改方案、整改台账、进展报告、公开通报。'

/** `duizhao reconcile A B …`: the gap check. Returns the exit code: 1 if something does not agree. */
export async function reconcileCommand(
  paths: readonly string[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<number> {
  const { read, ...leftOut } = await readMaterials(paths, { terminal, none: TOO_FEW })
  if (read.length + leftOut.unread.length < 2) throw new UsageError(TOO_FEW)
  const reconciliation = reconcileDocuments(read)
  for (const path of reconciliation.others)
    terminal.stderr.write(`${path} 认不出是反馈意见、整改方案、台账、进展报告、公开通报中的哪一种，没有参加核对。\n`)
  const silent = reconciliation.documents.filter(({ problems }) => problems.length === 0)
  for (const { path } of silent) terminal.stderr.write(`${path} 里没有读出逐条列出的问题，没有参加核对。\n`)
  await deliver(
    withLeftOut(reconcileReport(reconciliation), leftOut),
    withoutTexts(reconciliation),
    { ...options, name: '逐项核对' },
    terminal,
  )
  if (leftOut.unread.length > 0) return 2
  return reconciliation.findings.length > 0 ? 1 : 0
}

/** The result without the documents' whole texts. */
function withoutTexts({ documents, ...rest }: Reconciliation): object {
  return { documents: documents.map(({ path, role, reason, problems }) => ({ path, role, reason, problems })), ...rest }
}
