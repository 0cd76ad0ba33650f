import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { checkedFile, wholeBytes } from '../../platform/files/index.ts'
import { notify } from '../../platform/notifications/index.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { nextApproversOf } from './approvers.ts'
import { keepEvidence } from './evidence.ts'
import { decidePending, insertPaper, pendingPaperOf } from './paper-queries.ts'
import { namesOfHands } from './hand-queries.ts'
import { isNameWithin } from './organisation-queries.ts'
import type { ProblemRow } from './problem-queries.ts'
import { toldTitle } from './told-title.ts'
import { struckOffToday, tellDoers, tellNextApprovers } from './strike-off.ts'

interface FiledPaper {
  readonly file: UploadedFile
  readonly authority: string
  readonly signedBy: string
  readonly datedOn: string
}

/**
 * Files what a superior outside signed, where nobody here may take the level a request has come to. It counts when another
 * confirms it. Invalid if it is dated before the problem was registered or in the future, the superior
 * is the office itself, the signer worked on it, or the file is none that evidence may be.
 */
export async function filePaper(context: ActorContext, problemId: string, paper: FiledPaper): Promise<void> {
  const { file, authority, signedBy, datedOn } = paper
  const { accountId } = context.actor
  const checked = await checkedFile(file, '书面核验的扫描件')
  await actOn(context, problemId, ['filePaper'], async (tx, problem) => {
    await checkSigner(tx, problem, paper)
    if (datedOn < problem.registeredOn || datedOn > dateInChina(context.now))
      throw invalid('签字的日期不对。', '请按原件写日期。', [
        { field: 'datedOn', message: '不能早于登记问题那天，不能晚于今天' },
      ])
    const filed = await keepEvidence(tx, context, problemId, { ...checked, kind: 'verification', datedOn })
    await insertPaper(tx, problemId, { evidenceId: filed.id, authority, signedBy, accountId, at: context.now })
    const confirmers = (await nextApproversOf(tx, [problem])).get(problemId)?.confirmers ?? []
    await notify(
      tx,
      context,
      confirmers.map((confirmer) => confirmer.accountId),
      { title: toldTitle(problem, '登记了上级书面核验，等待确认'), link: `/problems/${problemId}` },
    )
    return {
      reason: `${authority}，${signedBy}签字，${datedOn}：${checked.name}`,
      detail: { authority, signedBy, datedOn, file: checked.name, sha256: filed.hash },
    }
  })
}

/** No office is its own superior, and nobody who worked on a problem signs for it; a namesake is told apart by more words. */
async function checkSigner(tx: Tx, problem: ProblemRow, { authority, signedBy }: FiledPaper): Promise<void> {
  if (await isNameWithin(tx, problem, authority))
    throw invalid('这是本单位，不是上级。', '请写签字核验的上级单位。', [
      { field: 'authority', message: '不能是问题所在的单位或它的下级' },
    ])
  if ((await namesOfHands(tx, problem.id)).includes(signedBy))
    throw invalid(
      `${signedBy}经手过这个问题，不能由他核验。`,
      '请由上级没有经手的人签字；只是同名的，在姓名后写上职务。',
      [{ field: 'signedBy', message: '经手过这个问题' }],
    )
}

interface Decision {
  readonly isAccepted: boolean
  readonly opinion: string
}

/**
 * Confirms the superior's paper, by another than who filed it: it stands for the levels, from the one the request has come
 * to, that nobody here may take. Where none is left after them, the problem is struck off, counted apart. Or says that it
 * does not count; then another can be filed.
 */
export async function decidePaper(context: ActorContext, problemId: string, decision: Decision): Promise<void> {
  const { isAccepted, opinion } = decision
  const decided = { isAccepted, opinion, accountId: context.actor.accountId, at: context.now }
  if (!isAccepted) {
    await actOn(context, problemId, ['refusePaper'], async (tx) => {
      await decidePending(tx, problemId, { ...decided, firstLevel: null, levels: null })
      return { reason: opinion }
    })
    return
  }
  await actOn(context, problemId, ['confirmOnPaper', 'strikeOffOnPaper'], async (tx, problem, action) => {
    const authority = await wholePaper(tx, context, problemId)
    const levels = (await nextApproversOf(tx, [problem])).get(problemId)?.untakeable ?? 0
    await decidePending(tx, problemId, { ...decided, firstLevel: problem.approvals, levels })
    const change = approvedBy(problem, context.actor.accountId, levels)
    const detail = { authority, levels }
    if (action === 'confirmOnPaper') {
      await tellNextApprovers(tx, context, problem, problem.chain?.[change.approvals])
      return { change, reason: opinion, detail }
    }
    await tellDoers(tx, context, problem, '已由上级书面核验销号')
    const struckOff = await struckOffToday(tx, context)
    return { ...struckOff, change: { ...change, ...struckOff.change }, reason: opinion, detail }
  })
}

/** Who signed the paper that waits; a conflict if what is stored of it is not what was filed. */
async function wholePaper(tx: Tx, context: ActorContext, problemId: string): Promise<string> {
  const paper = await pendingPaperOf(tx, problemId)
  if (paper === undefined) throw conflict('没有等待确认的上级书面核验。', '请重新打开这个问题。')
  await wholeBytes(context, paper)
  return paper.authority
}

function approvedBy({ approvals, approverIds }: ProblemRow, accountId: string, levels: number) {
  const once = Array.from({ length: levels }, () => accountId)
  return { approvals: approvals + levels, approver_ids: [...approverIds, ...once] }
}
