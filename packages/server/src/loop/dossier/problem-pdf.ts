import { dateInChinese } from '@duizhao/engine/wording'
import { evidenceKindNames, type ProblemDetail } from '@duizhao/contract'
import { type PdfBlock, plainPdf } from '@duizhao/report'
import {
  absentInWords,
  EVENTS,
  eventRow,
  EXTENSIONS,
  extensionRow,
  factsOf,
  type Filed,
  type FiledEvidence,
  MEASURES,
  measureRows,
  NOTICES,
  noticeRow,
  PROGRESS,
  progressRows,
  type Row,
  titleOf,
} from './problem-page.ts'

/** The page of the problem to print and to keep on paper: what index.html holds, and who agreed to striking it off. */
export function problemPdf({ problem, notices, events, evidence }: Filed): Uint8Array {
  return plainPdf({
    title: titleOf(problem),
    blocks: [
      { kind: 'heading', words: '基本情况' },
      { kind: 'facts', facts: [...factsOf(problem), ...kinFacts(problem)] },
      ...section('整改措施', MEASURES, measureRows(problem)),
      ...section('整改进展', PROGRESS, progressRows(problem)),
      ...section('佐证材料', ['文件', '种类', '形成日期', '上传人', '位置', 'SHA-256'], evidence.map(evidenceRow)),
      ...section('销号审批', ['环节', '办理', '办理人'], problem.approvals.map(approvalRow)),
      ...section('延期', EXTENSIONS, problem.extensions.map(extensionRow)),
      ...section('督办', NOTICES, notices.map(noticeRow)),
      ...section('经过', EVENTS, events.map(eventRow)),
    ],
  })
}

const RELATIONS = { relapse: '反弹后', split: '拆分后', merge: '并入后' } as const

/** Which problems this one came from and goes on as. */
function kinFacts({ relapseOf, heirs }: ProblemDetail): [string, string][] {
  return [
    ...(relapseOf === null ? [] : [['反弹自', `问题 ${relapseOf.number} 号`] satisfies [string, string]]),
    ...heirs.map(({ relation, number }): [string, string] => [RELATIONS[relation], `问题 ${number} 号`]),
  ]
}

function section(title: string, columns: readonly string[], rows: readonly Row[]): PdfBlock[] {
  const heading: PdfBlock = { kind: 'heading', words: title }
  return [heading, rows.length === 0 ? { kind: 'paragraph', words: '没有' } : { kind: 'table', columns, rows }]
}

function evidenceRow({ evidence, path, state }: FiledEvidence): Row {
  const { name, kind, datedOn, by, file } = evidence
  const words = path === null ? absentInWords(evidence, state) : name
  return [words, evidenceKindNames[kind], dateInChinese(datedOn), by, path ?? '', file?.hash ?? '']
}

function approvalRow({ name, isDone, by, onPaper }: ProblemDetail['approvals'][number]): Row {
  if (onPaper !== null) return [name, `${onPaper}书面核验`, by === null ? '' : `${by}（核对原件后确认）`]
  return [name, isDone ? '已办理' : '没有办理', by ?? '']
}
