import { checkMeetingFolder, type Severity } from '@duizhao/engine'
import { checkReport, withLeftOut } from '@duizhao/report'
import { readMaterials } from '../files/read-all.ts'
import { deliver, type ReportOptions } from '../output/deliver.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface CheckOptions extends ReportOptions {
  readonly failOn: 'error' | 'warning' | 'never'
}

/** `duizhao check FOLDER`: is a meeting's folder complete, in order and consistent? Returns the exit code. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const none = `${paths.join('、')} 里没有可以检查的材料。`
  const { read, ...leftOut } = await readMaterials(paths, { terminal, none })
  const meetings = checkMeetingFolder(read)
  const texts = read.map(({ path, document }) => ({ path, text: document.text }))
  const report = withLeftOut(checkReport(meetings, texts), leftOut)
  await deliver(report, meetings, { ...options, name: '会议材料检查' }, terminal)
  if (leftOut.unread.length > 0) return 2
  const isGrave = (severity: Severity): boolean =>
    options.failOn !== 'never' && (severity === 'error' || severity === options.failOn)
  return meetings.some(({ findings }) => findings.some(({ severity }) => isGrave(severity))) ? 1 : 0
}
