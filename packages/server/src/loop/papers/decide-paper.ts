import { dateInChinese, shortened } from '@duizhao/engine/wording'
import type { PaperDetail } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOnPaper, refuseUnseen } from './act.ts'
import type { PaperRow } from './queries.ts'

/** Hands a paper in for review: from now on reviewers see it, as it is. */
export function submitPaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'submit', async (_, { allVersions }) => ({
    change: { shown_versions: allVersions },
    detail: { ordinal: allVersions },
  }))
}

/** Takes a paper back that nobody has decided on yet: nobody else sees any of it, also if it is made void. */
export function recallPaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'recall', async () => ({ change: { shown_versions: 0 } }))
}

interface Seen {
  readonly version: number
}

/** Sends a paper back to its author, who is told why. Conflict if it is no longer the one that was looked at. */
export function returnPaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  { reason, version }: Seen & { readonly reason: string },
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'return', async (tx, paper) => {
    refuseUnseen(paper, version)
    await tellAuthor(tx, context, paper, '退回修改')
    return { reason }
  })
}

/** Approves a paper in the version handed in; its author is told. Conflict if it is no longer the one that was looked at. */
export function approvePaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  { opinion, version }: Seen & { readonly opinion: string },
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'approve', async (tx, paper) => {
    refuseUnseen(paper, version)
    await tellAuthor(tx, context, paper, '审定')
    return { reason: opinion, detail: { ordinal: paper.shownVersions } }
  })
}

/** Issues an approved paper under a number, on a day that has come. */
export function issuePaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  { number, issuedOn }: { readonly number: string; readonly issuedOn: string },
): Promise<PaperDetail> {
  if (issuedOn > dateInChina(context.now))
    throw invalid('印发日期还没有到。', '请写实际印发的日期。', [{ field: 'issuedOn', message: '不能晚于今天' }])
  return actOnPaper(context, { features, paperId }, 'issue', async () => ({
    change: { number, issued_on: issuedOn },
    reason: number === '' ? dateInChinese(issuedOn) : `${number}，${dateInChinese(issuedOn)}`,
    detail: { number, issuedOn },
  }))
}

/** Makes a paper void: it stays readable, and no longer counts. */
export function voidPaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  reason: string,
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'void', async () => ({ reason }))
}

async function tellAuthor(tx: Tx, context: ActorContext, paper: PaperRow, what: string): Promise<void> {
  await notify(tx, context, [paper.accountId], {
    title: `文稿《${shortened(paper.title, MOST_IN_TITLE)}》已${what}`,
    link: `/papers/${paper.id}`,
  })
}
