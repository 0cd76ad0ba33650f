import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Aspect, PaperPlace, ProblemClass, ProblemText } from '../ledger/index.ts'
import {
  ClaimReason,
  FeedbackItem,
  FeedbackOfInspection,
  FeedbackReading,
  FeedbackStanding,
  FeedbackWords,
  MOST_ITEMS,
} from './feedback.ts'
import { OutcomeFields, OutcomeReason } from './outcome.ts'

const ofInspection = { inspectionId: z.uuid() }
const ofItem = { itemId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

export const listFeedbackItems = endpoint({
  action: 'feedback.listItems',
  summary: '一次巡视巡察反馈的问题',
  method: 'GET',
  path: '/inspections/:inspectionId/feedback',
  access: 'problem.read',
  params: ofInspection,
  response: FeedbackOfInspection,
  refusals: ['not_found'],
})

/** What a feedback paper says, item by item: nothing of it is entered by that. */
export const readFeedbackPaper = endpoint({
  action: 'feedback.readPaper',
  isLong: true,
  summary: '反馈意见里读出的问题',
  method: 'GET',
  path: '/inspections/:inspectionId/feedback-papers/:versionId',
  access: 'problem.write',
  params: { ...ofInspection, versionId: z.uuid('请选反馈意见') },
  response: FeedbackReading,
  refusals: ['not_found', 'conflict'],
})

export const enterFeedbackItems = endpoint({
  action: 'feedback.enterItems',
  isLong: true,
  summary: '登记反馈的问题',
  method: 'POST',
  path: '/inspections/:inspectionId/feedback',
  access: 'problem.write',
  params: ofInspection,
  body: z.object({
    versionId: z.uuid().nullable().default(null).describe('读自文稿的哪一版；手工写的为空'),
    items: z
      .array(FeedbackWords.extend({ place: PaperPlace.nullable().default(null).describe('在文稿里的位置') }))
      .min(1, '还没有选问题')
      .max(MOST_ITEMS, `一次最多登记 ${MOST_ITEMS} 个`),
  }),
  response: z.object({ itemIds: z.array(z.uuid()).describe('登记的各条，撤销时用') }),
  refusals: ['not_found', 'conflict'],
})

export const correctFeedbackItem = endpoint({
  action: 'feedback.correctItem',
  summary: '更正反馈的问题',
  method: 'PATCH',
  path: '/feedback-items/:itemId',
  access: 'problem.write',
  params: ofItem,
  body: FeedbackWords.extend({ version }),
  response: FeedbackItem,
  refusals: ['not_found', 'conflict'],
})

/** Takes back items nothing hangs on yet: all of them or none. */
export const withdrawFeedbackItems = endpoint({
  action: 'feedback.withdrawItems',
  summary: '撤销登记的反馈问题',
  method: 'POST',
  path: '/inspections/:inspectionId/feedback-withdrawals',
  access: 'problem.write',
  params: ofInspection,
  body: z.object({ itemIds: z.array(z.uuid()).min(1, '还没有选问题').max(MOST_ITEMS) }),
  refusals: ['not_found', 'conflict'],
})

/** Registers a problem from an item: it comes from where the item stands in the paper. */
export const registerFeedbackRow = endpoint({
  action: 'feedback.registerRow',
  isLong: true,
  summary: '把反馈的问题列入台账',
  method: 'POST',
  path: '/feedback-items/:itemId/problems',
  access: 'problem.write',
  params: ofItem,
  body: z.object({
    organisationId: z.uuid('请选单位').describe('登记到哪个单位的台账：被巡察的单位，或者它的下级'),
    text: ProblemText,
    aspect: Aspect.default(''),
    class: ProblemClass,
    dueOn: CalendarDate.nullable().default(null),
  }),
  response: FeedbackItem,
  refusals: ['not_found', 'conflict'],
})

export const linkFeedbackRow = endpoint({
  action: 'feedback.linkRow',
  summary: '反馈的问题对应台账里的问题',
  method: 'POST',
  path: '/feedback-items/:itemId/rows',
  access: 'problem.write',
  params: ofItem,
  body: z.object({ problemId: z.uuid('请选台账里的问题') }),
  response: FeedbackItem,
  refusals: ['not_found', 'conflict'],
})

export const unlinkFeedbackRow = endpoint({
  action: 'feedback.unlinkRow',
  summary: '取消反馈的问题与台账的对应',
  method: 'DELETE',
  path: '/feedback-items/:itemId/rows/:problemId',
  access: 'problem.write',
  params: { ...ofItem, problemId: z.uuid() },
  response: FeedbackItem,
  refusals: ['not_found', 'conflict'],
})

/** Claims items in one's own name: for who leads the unit on that day. */
export const claimFeedbackItems = endpoint({
  action: 'feedback.claimItems',
  summary: '认领反馈的问题',
  method: 'POST',
  path: '/inspections/:inspectionId/feedback-claims',
  access: 'problem.read',
  params: ofInspection,
  body: z.object({
    itemIds: z.array(z.uuid()).min(1, '还没有选问题').max(MOST_ITEMS),
    claimedOn: CalendarDate.describe('哪一天认领'),
  }),
  refusals: ['not_found', 'conflict'],
})

export const withdrawFeedbackClaim = endpoint({
  action: 'feedback.withdrawClaim',
  summary: '收回认领',
  method: 'POST',
  path: '/feedback-claims/:claimId/withdrawal',
  access: 'problem.read',
  params: { claimId: z.uuid() },
  body: z.object({ reason: ClaimReason }),
  refusals: ['not_found', 'conflict'],
})

/** How what was fed back to a unit and those below it stands, in numbers: what is still to be claimed and to be listed. */
export const listFeedbackStandings = endpoint({
  action: 'feedback.listStandings',
  summary: '反馈的问题认领、列入台账的情况',
  method: 'GET',
  path: '/organisations/:organisationId/feedback-standings',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(FeedbackStanding),
  refusals: ['not_found'],
})

export const enterInspectionOutcome = endpoint({
  action: 'feedback.enterOutcome',
  summary: '登记反馈以后办的事',
  method: 'POST',
  path: '/inspections/:inspectionId/outcomes',
  access: 'problem.write',
  params: ofInspection,
  body: OutcomeFields,
  refusals: ['not_found', 'conflict'],
})

export const withdrawInspectionOutcome = endpoint({
  action: 'feedback.withdrawOutcome',
  summary: '撤去登记错的反馈以后办的事',
  method: 'POST',
  path: '/inspection-outcomes/:outcomeId/withdrawal',
  access: 'problem.write',
  params: { outcomeId: z.uuid() },
  body: z.object({ reason: OutcomeReason }),
  refusals: ['not_found', 'conflict'],
})
