import type { UnreadableFile } from '../outcome/outcome.ts'
import type { PlainReport } from './plain-report.ts'

/** What was given and is not in a result. */
export interface LeftOut {
  /** Documents that could not be read, with the reason. */
  readonly unread: readonly UnreadableFile[]
  /** Paths of files that are no documents by their names, and were not opened. */
  readonly passedOver: readonly string[]
}

/**
 * A report that says what it leaves out: nothing is complete or in agreement beyond what was read. Files that are no
 * documents are mentioned and change nothing else.
 */
export function withLeftOut(report: PlainReport, { unread, passedOver }: LeftOut): PlainReport {
  const facts = [
    ...report.facts,
    ...unread.map(({ path, message }) => `没有读：${path}（${message.replace(/^“[^”]*”|。$/g, '')}）`),
    ...(passedOver.length === 0 ? [] : [passedOverWords(passedOver)]),
  ]
  if (unread.length === 0) return { ...report, facts }
  const { tone, words } = report.verdict
  return {
    ...report,
    facts,
    verdict: {
      tone: tone === 'good' ? 'warning' : tone,
      words: `读过的文件里：${words}另有 ${unread.length} 份没有读，不在这个结论里。`,
    },
  }
}

const MOST_NAMED = 5

/** One sentence about files that are no documents. */
export function passedOverWords(paths: readonly string[]): string {
  return `另有 ${paths.length} 个文件不是文档，没有读：${paths.slice(0, MOST_NAMED).join('、')}${paths.length > MOST_NAMED ? ' 等' : ''}。`
}
