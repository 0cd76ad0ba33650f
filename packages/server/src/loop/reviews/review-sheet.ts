import { paperStateNames } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { severityNames } from '@duizhao/engine/wording'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { reviewedVersion, type SeenVersion, versionTold } from './read-review.ts'
import { type SaidOfVersion, saidOfVersion } from './said-of-version.ts'

const MOST_WORDS = 60

/** 审核意见单: what is to be mended in a version, each with the words it is about, as Word. */
export async function downloadReviewSheet(context: ActorContext, versionId: string): Promise<Download> {
  const version = await reviewedVersion(context, versionId)
  const said = await saidOfVersion(context, version)
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'review.downloadSheet', ...versionTold(version) }),
  )
  const bytes = officialDocument({ title: '审核意见单', blocks: blocksOf(version, said) })
  return { name: fileNameOf(`审核意见单 ${version.paper.title} 第${version.ordinal}版.docx`), bytes }
}

function blocksOf(
  { paper, ordinal, fileName, by, at }: SeenVersion,
  { text, accepted, remarks }: SaidOfVersion,
): OfficialBlock[] {
  const lines = [
    ...accepted.map(({ start, end, severity, message, suggestion, by: judge }) => ({
      start,
      row: [text.slice(start, end), `${severityNames[severity]}：${message}${adviceIn(suggestion)}`, judge],
    })),
    ...remarks.map(({ start, end, text: words, by: judge }) => ({
      start,
      row: [text.slice(start, end), words, judge],
    })),
  ].toSorted((a, b) => a.start - b.start)
  return [
    { kind: 'paragraph', words: `文稿：《${paper.title}》第 ${ordinal} 版（${fileName}）` },
    { kind: 'paragraph', words: `单位：${paper.organisation.name}　起草：${paper.author.name}` },
    { kind: 'paragraph', words: `提交：${by}，${instantInWords(at)}　状态：${paperStateNames[paper.state]}` },
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 1 },
        { header: '原文', share: 4 },
        { header: '意见', share: 5 },
        { header: '审核人', share: 2 },
      ],
      rows: lines.map(({ row: [words = '', ...rest] }, index) => [
        String(index + 1),
        shortened(words.replaceAll(/\s+/g, ' '), MOST_WORDS),
        ...rest,
      ]),
    },
    { kind: 'paragraph', words: '审核意见：' },
    { kind: 'paragraph', words: '' },
    { kind: 'paragraph', words: '审核人（签字）：　　　　　　　　　年　　月　　日' },
  ]
}

function adviceIn(suggestion: string | null): string {
  if (suggestion === null) return ''
  return suggestion === '' ? '。建议删去' : `。建议改为：${suggestion}`
}
