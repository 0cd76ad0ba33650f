import { reconcileDocuments, type Reconciliation } from '@duizhao/engine'
import { reconcileReport } from '@duizhao/report'
import { findFiles } from '../files/find-files.ts'
import { readAll } from '../files/read-all.ts'
import { deliver, type ReportOptions } from '../output/deliver.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

/** `duizhao reconcile A B …`: the gap check. Returns the exit code: 1 if something does not agree. */
export async function reconcileCommand(
  paths: readonly string[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<number> {
  const { files } = await findFiles(paths)
  if (files.length < 2)
    throw new UsageError('请给出两份以上的文件，如反馈意见、整改方案、整改台账、进展报告、公开通报。')
  const read = await readAll(files, terminal)
  const reconciliation = reconcileDocuments(read)
  for (const path of reconciliation.others)
    terminal.stderr.write(`${path} 认不出是反馈意见、整改方案、台账、进展报告、公开通报中的哪一种，没有参加核对。\n`)
  const silent = reconciliation.documents.filter(({ problems }) => problems.length === 0)
  for (const { path } of silent) terminal.stderr.write(`${path} 里没有读出逐条列出的问题，没有参加核对。\n`)
  await deliver(
    reconcileReport(reconciliation),
    withoutTexts(reconciliation),
    { ...options, name: '逐项核对' },
    terminal,
  )
  if (read.length < files.length) return 2
  return reconciliation.findings.length > 0 ? 1 : 0
}

/** The result without the documents' whole texts. */
function withoutTexts({ documents, ...rest }: Reconciliation): object {
  return { documents: documents.map(({ path, role, reason, problems }) => ({ path, role, reason, problems })), ...rest }
}
