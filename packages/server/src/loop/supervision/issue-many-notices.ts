import type { Answer, endpoints, NoticeKind } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { eachOfMany } from '../ledger/index.ts'
import { issueNotice } from './issue-notice.ts'

interface GivenNotices {
  readonly problemIds: readonly string[]
  readonly kind: NoticeKind
  readonly answerDueOn: string
}

/** Demands the rectification of many problems, each in a notice of its own, drafted from the ledger. */
export function issueManyNotices(
  context: ActorContext,
  { problemIds, ...given }: GivenNotices,
): Promise<Answer<typeof endpoints.issueManyNotices>> {
  const many = problemIds.map((problemId) => ({ problemId }))
  return eachOfMany(many, async ({ problemId }) => {
    const { number } = await issueNotice(context, problemId, { ...given, text: '' })
    return { message: `已发${number}`, version: null }
  })
}
