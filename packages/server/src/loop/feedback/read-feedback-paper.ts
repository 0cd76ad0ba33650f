import type { FeedbackReading } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { approvedVersion } from '../ledger/index.ts'
import { foundInspection } from './found.ts'
import { itemsOfInspection } from './item-queries.ts'
import { itemsOfPaper } from './work.ts'

/**
 * The items the engine reads in an approved feedback paper, beside what was entered of it. Not found for who does not see
 * the paper or the inspection; conflict where it is another kind of paper, or no text can be read.
 */
export async function readFeedbackPaper(
  context: ActorContext,
  { inspectionId, versionId }: { readonly inspectionId: string; readonly versionId: string },
): Promise<FeedbackReading> {
  await foundInspection(context, 'problem.write', inspectionId)
  const { paper, ordinal, hash, fileName: name } = await feedbackVersion(context, versionId)
  const bytes = await wholeBytes(context, { hash, name })
  const read = await doWork(context, itemsOfPaper, { file: { name, bytes } }, name)
  if (read === null) throw conflict(`“${name}”里读不出文字。`, '扫描件请先识别成文字，再提交新版本；也可以逐条手工写。')
  const entered = (await itemsOfInspection(context.db, inspectionId)).filter((item) => item.versionId === versionId)
  return {
    paper: { id: paper.id, title: paper.title, versionId, ordinal },
    items: read.map((item) => ({ ...item, isEntered: entered.some((known) => overlaps(known, item)) })),
  }
}

/** A version of a feedback paper that was approved. */
export async function feedbackVersion(context: ActorContext, versionId: string) {
  const version = await approvedVersion(context, versionId)
  if (version.paper.kind !== 'feedback')
    throw conflict(`《${version.paper.title}》的种类不是反馈意见。`, '请选反馈意见，或者把这份文稿的种类改过来。')
  return version
}

interface Place {
  readonly begins: number
  readonly ends: number
}

/** True if a place and that of a known item have a character in common. */
export function overlaps(
  known: { readonly begins: number | null; readonly ends: number | null },
  { begins, ends }: Place,
): boolean {
  return known.begins !== null && known.ends !== null && known.begins < ends && begins < known.ends
}
