import { findingComment } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { reviewedVersion, versionTold } from './read-review.ts'
import { type SaidOfVersion, saidOfVersion } from './said-of-version.ts'
import { commentedPaper, type SignedComment } from './work.ts'

/** A version as its author wrote it, with what is to be mended as comments in the margin. Conflict where it can hold none. */
export async function downloadCommented(context: ActorContext, versionId: string): Promise<Download> {
  const version = await reviewedVersion(context, versionId)
  const said = await saidOfVersion(context, version)
  const { hash, fileName: name } = version
  const bytes = await wholeBytes(context, { hash, name })
  const commented = await doWork(context, commentedPaper, { file: { name, bytes }, comments: commentsOf(said) }, name)
  if (commented === null)
    throw conflict(`“${name}”里不能写批注，只有 Word、WPS 文字可以。`, '请下载审核意见单，意见逐条列在里面。')
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'review.downloadCommented', ...versionTold(version) }),
  )
  return { name: `${name.replace(/\.[^.]*$/, '')}（带批注）.docx`, bytes: commented }
}

function commentsOf({ accepted, remarks }: SaidOfVersion): SignedComment[] {
  const found = accepted.map(({ by, at, suggestion, start, end, rule, severity, message }) => {
    const finding = { rule, severity, message, start, end, ...(suggestion === null ? {} : { suggestion }) }
    return { start, end, text: findingComment(finding).text, author: by, date: at }
  })
  return [...found, ...remarks.map(({ start, end, text, by, at }) => ({ start, end, text, author: by, date: at }))]
}
