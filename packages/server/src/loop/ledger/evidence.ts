import { type Answer, type endpoints, type EvidenceKind, LONGEST_EVIDENCE_TEXT } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { type CheckedFile, checkedFile, storeFile, wholeBytes } from '../../platform/files/index.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { actOn, seenProblem } from './act.ts'
import { evidenceById, insertEvidence, withdrawEvidence } from './evidence-queries.ts'
import { hasMeasure } from './measure-queries.ts'
import { problemById } from './problem-queries.ts'
import { textOfEvidence } from './work.ts'

interface UploadedEvidence {
  readonly file: UploadedFile
  readonly kind: EvidenceKind
  readonly datedOn: string
  readonly measureId: string | undefined
}

/** Adds a file of evidence. Its kind is told by its bytes, never by its name; what could run in a browser is refused. */
export async function addEvidence(
  context: ActorContext,
  problemId: string,
  { file, kind, datedOn, measureId }: UploadedEvidence,
): Promise<void> {
  const checked = await checkedFile(file, '佐证材料')
  await actOn(context, problemId, ['addEvidence'], async (tx) => {
    if (measureId !== undefined && !(await hasMeasure(tx, problemId, measureId)))
      throw invalid('没有找到这条措施。', '请重新选择措施。')
    const { hash } = await keepEvidence(tx, context, problemId, { ...checked, kind, datedOn, measureId })
    return { reason: checked.name, detail: { file: checked.name, sha256: hash } }
  })
}

interface Kept extends CheckedFile {
  readonly kind: EvidenceKind
  readonly datedOn: string
  readonly measureId?: string | null | undefined
}

/** Keeps a file as evidence of a problem; its id, and the fingerprint of its bytes. */
export async function keepEvidence(
  tx: Tx,
  context: ActorContext,
  problemId: string,
  { kind, datedOn, measureId = null, ...file }: Kept,
): Promise<{ readonly id: string; readonly hash: string }> {
  const hash = await storeFile(tx, context, file)
  const { accountId } = context.actor
  const id = await insertEvidence(tx, problemId, {
    ...{ measureId, of: { hash }, name: file.name, kind, datedOn, accountId, at: context.now },
  })
  return { id, hash }
}

/** Takes evidence back: it stays kept, and in the timeline, but no longer counts. Returns the problem's id. */
export async function removeEvidence(context: ActorContext, evidenceId: string, reason: string): Promise<string> {
  const evidence = await evidenceById(context.db, evidenceId)
  if (!evidence) throw notFound('这份佐证材料')
  await actOn(context, evidence.problemId, ['addEvidence'], async (tx) => {
    if (!(await withdrawEvidence(tx, evidenceId, context.now))) throw notFound('这份佐证材料')
    return {
      reason: `撤下“${evidence.name}”：${reason}`,
      detail: { removed: evidence.name },
      recordedAs: 'ledger.removeEvidence',
    }
  })
  return evidence.problemId
}

/** The bytes of a piece of evidence as they were handed in, to be saved; that somebody took them is recorded. */
export function readEvidence(context: ActorContext, evidenceId: string): Promise<UploadedFile> {
  return bytesOf(context, evidenceId, 'ledger.readEvidence')
}

/**
 * What a piece of evidence says, to be read beside a decision: its words alone, nothing of it can run. That somebody
 * looked is recorded. Invalid where no words can be read, as of a scan.
 */
export async function readEvidenceText(
  context: ActorContext,
  evidenceId: string,
): Promise<Answer<typeof endpoints.readEvidenceText>> {
  const file = await bytesOf(context, evidenceId, 'ledger.readEvidenceText')
  const { text } = await doWork(context, textOfEvidence, file, file.name)
  return { text: text.slice(0, LONGEST_EVIDENCE_TEXT).toWellFormed(), isWhole: text.length <= LONGEST_EVIDENCE_TEXT }
}

async function bytesOf(context: ActorContext, evidenceId: string, action: string): Promise<UploadedFile> {
  const evidence = await evidenceById(context.db, evidenceId)
  if (!evidence) throw notFound('这份佐证材料')
  const problem = seenProblem(context, await problemById(context.db, evidence.problemId))
  const { hash, name } = evidence
  if (hash === null) throw conflict(`“${name}”不是文件，不能下载。`, '请打开那次履职记录、那份文稿来看。')
  const bytes = await wholeBytes(context, { hash, name })
  await transaction(context.db, (tx) =>
    record(tx, context, {
      action,
      subject: `问题 ${problem.number} 号：${evidence.name}`,
      organisationId: problem.organisationId,
    }),
  )
  return { name: evidence.name, bytes }
}
