import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { MeetingReview } from './meeting-review.ts'
import { DismissalReason, PaperReview, RemarkText, ReviewChanges, ReviewMarks, WaitingPaper } from './review.ts'

const ofVersion = {
  path: '/paper-versions/:versionId/review',
  access: 'paper.read',
  params: { versionId: z.uuid() },
  refusals: ['not_found', 'conflict'],
} as const

export const readReview = endpoint({
  ...ofVersion,
  action: 'review.read',
  leavesEntry: 'of_secrets',
  summary: '一版文稿的审核：文字和意见',
  method: 'GET',
  response: PaperReview,
})

export const renewReview = endpoint({
  ...ofVersion,
  action: 'review.renew',
  isLong: true,
  summary: '重新审核一版文稿',
  method: 'POST',
  response: PaperReview,
})

const marking = {
  access: 'paper.review',
  params: { versionId: z.uuid() },
  response: ReviewMarks,
  refusals: ['not_found', 'conflict'],
} as const

export const readReviewMarks = endpoint({
  action: 'review.readMarks',
  summary: '审核意见逐条的处理和审核人的意见',
  method: 'GET',
  path: '/paper-versions/:versionId/marks',
  access: 'paper.read',
  params: marking.params,
  response: ReviewMarks,
  refusals: ['not_found'],
})

export const judgeFinding = endpoint({
  ...marking,
  action: 'review.judge',
  summary: '采纳、不采纳一条审核意见',
  method: 'PUT',
  path: '/paper-versions/:versionId/findings/:key/verdict',
  params: { versionId: z.uuid(), key: z.string().max(40) },
  body: z
    .discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('accepted') }),
      z.object({ verdict: z.literal('dismissed'), reason: DismissalReason }),
      z.object({ verdict: z.literal('none').describe('还没有定') }),
    ])
    .describe('不采纳的写明理由'),
})

export const remarkOnPaper = endpoint({
  ...marking,
  action: 'review.remark',
  summary: '对文稿的一段提意见',
  method: 'POST',
  path: '/paper-versions/:versionId/remarks',
  body: z.object({
    start: z.int().min(0).describe('从第几个字符起'),
    end: z.int().min(1).describe('到第几个字符前'),
    text: RemarkText,
  }),
})

export const withdrawRemark = endpoint({
  ...marking,
  action: 'review.withdrawRemark',
  summary: '收回对文稿提的一条意见',
  method: 'DELETE',
  path: '/paper-versions/:versionId/remarks/:remarkId',
  params: { versionId: z.uuid(), remarkId: z.uuid() },
})

export const readReviewChanges = endpoint({
  action: 'review.readChanges',
  summary: '一版文稿和前一版相比',
  method: 'GET',
  path: '/paper-versions/:versionId/changes',
  access: 'paper.read',
  params: marking.params,
  response: ReviewChanges,
  refusals: ['not_found'],
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const downloadCommented = endpoint({
  action: 'review.downloadCommented',
  leavesEntry: true,
  isLong: true,
  summary: '带批注的文稿：采纳的和审核人的意见',
  method: 'GET',
  path: '/paper-versions/:versionId/commented',
  access: 'paper.read',
  params: marking.params,
  download: DOCX,
  refusals: ['not_found', 'conflict'],
})

export const downloadReviewSheet = endpoint({
  action: 'review.downloadSheet',
  leavesEntry: true,
  summary: '审核意见单',
  method: 'GET',
  path: '/paper-versions/:versionId/review-sheet',
  access: 'paper.read',
  params: marking.params,
  download: DOCX,
  refusals: ['not_found', 'conflict'],
})

export const listWaitingPapers = endpoint({
  action: 'review.listWaiting',
  summary: '等我审核的文稿',
  method: 'GET',
  path: '/organisations/:organisationId/papers-to-review',
  access: 'paper.review',
  params: { organisationId: z.uuid('请选单位') },
  query: pageQuery,
  response: pageOf(WaitingPaper),
  refusals: ['not_found'],
})

export const listMeetingReviews = endpoint({
  action: 'review.listMeeting',
  summary: '一次会议全部文稿的审核情况',
  method: 'GET',
  path: '/meetings/:meetingId/reviews',
  access: 'paper.review',
  params: { meetingId: z.uuid() },
  query: pageQuery,
  response: pageOf(MeetingReview).extend({ meeting: z.object({ id: z.uuid(), name: z.string() }) }),
  refusals: ['not_found'],
})
