import { checkMeetingFolder, type Severity } from '@duizhao/engine'
import { checkReport } from '@duizhao/report'
import { findFiles } from '../files/find-files.ts'
import { readAll } from '../files/read-all.ts'
import { deliver, type ReportOptions } from '../output/deliver.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface CheckOptions extends ReportOptions {
  readonly failOn: 'error' | 'warning' | 'never'
}

/** `duizhao check FOLDER`: is a meeting's folder complete, in order and consistent? Returns the exit code. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { files } = await findFiles(paths)
  if (files.length === 0) throw new UsageError(`${paths.join('、')} 里没有可以检查的材料。`)
  const read = await readAll(files, terminal)
  const meetings = checkMeetingFolder(read)
  const texts = read.map(({ path, document }) => ({ path, text: document.text }))
  await deliver(checkReport(meetings, texts), meetings, { ...options, name: '会议材料检查' }, terminal)
  if (read.length < files.length) return 2
  const isGrave = (severity: Severity): boolean =>
    options.failOn !== 'never' && (severity === 'error' || severity === options.failOn)
  return meetings.some(({ findings }) => findings.some(({ severity }) => isGrave(severity))) ? 1 : 0
}
