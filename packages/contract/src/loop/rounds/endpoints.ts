import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Aspect, ProblemClass, ProblemText } from '../ledger/index.ts'
import { EndingReason } from '../matters/index.ts'
import { GivenOpinion, OwnOpinion, RoundOpinion, SaidOpinionEnding } from './opinion.ts'
import { OpenedRound, Round, RoundDetail, RoundFields, VoidReason } from './round.ts'

const ofOrganisation = { organisationId: z.uuid('请选组织') }
const ofRound = { roundId: z.uuid() }
const ofOpinion = { opinionId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

/** The rounds of an organisation, the latest first. */
export const listRounds = endpoint({
  action: 'round.list',
  summary: '征求意见',
  method: 'GET',
  path: '/organisations/:organisationId/rounds',
  access: 'round.read',
  params: ofOrganisation,
  query: pageQuery,
  response: pageOf(Round),
  refusals: ['not_found'],
})

export const createRound = endpoint({
  action: 'round.create',
  summary: '准备一次征求意见',
  method: 'POST',
  path: '/organisations/:organisationId/rounds',
  access: 'round.write',
  params: ofOrganisation,
  body: RoundFields,
  response: RoundDetail,
  refusals: ['not_found'],
})

export const readRound = endpoint({
  action: 'round.read',
  summary: '一次征求意见',
  method: 'GET',
  path: '/rounds/:roundId',
  access: 'round.read',
  params: ofRound,
  response: RoundDetail,
  refusals: ['not_found'],
})

const writing = {
  access: 'round.write',
  params: ofRound,
  response: RoundDetail,
  refusals: ['not_found', 'conflict'],
} as const

export const changeRound = endpoint({
  ...writing,
  action: 'round.change',
  summary: '修改准备中的征求意见',
  method: 'PATCH',
  path: '/rounds/:roundId',
  body: RoundFields.extend({ version }),
})

/** Starts asking. The keys and the codes are answered once and kept nowhere. */
export const openRound = endpoint({
  ...writing,
  action: 'round.open',
  summary: '开始征集',
  method: 'POST',
  path: '/rounds/:roundId/open',
  body: z.object({ version }),
  response: OpenedRound,
})

/** Ends asking: two keys open what was answered, in an order that says nothing. */
export const closeRound = endpoint({
  ...writing,
  action: 'round.close',
  summary: '收回意见',
  method: 'POST',
  path: '/rounds/:roundId/close',
  body: z.object({
    keys: z.array(z.string().max(2_000, '这不是钥匙文件')).max(3, '最多三把').describe('两把钥匙文件的内容'),
    version,
  }),
  isLong: true,
})

/** Gives a round up: what was answered is deleted unread. */
export const voidRound = endpoint({
  ...writing,
  action: 'round.void',
  summary: '作废征求意见',
  method: 'POST',
  path: '/rounds/:roundId/void',
  body: z.object({ reason: VoidReason, version }),
})

/** Every opinion has a result: the groups may read them. */
export const publishRound = endpoint({
  ...writing,
  action: 'round.publish',
  summary: '向各群体公布结果',
  method: 'POST',
  path: '/rounds/:roundId/publish',
  body: z.object({ version }),
})

/** What was said in a round, in an order that says nothing; about persons only for who runs it. */
export const listOpinions = endpoint({
  action: 'round.listOpinions',
  summary: '收到的意见',
  method: 'GET',
  path: '/rounds/:roundId/opinions',
  access: 'round.read',
  params: ofRound,
  query: pageQuery,
  response: pageOf(RoundOpinion),
  refusals: ['not_found'],
})

/** What was said of the team, by aspect, with the counts and what became of it. */
export const roundSummary = endpoint({
  action: 'round.summary',
  leavesEntry: true,
  summary: '征求意见情况汇总（Word）',
  method: 'GET',
  path: '/rounds/:roundId/summary.docx',
  access: 'round.read',
  params: ofRound,
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['not_found', 'conflict'],
})

/** Enters what came on paper or by word of mouth: marked, and never counted as an answer. */
export const enterOpinion = endpoint({
  action: 'round.enterOpinion',
  summary: '代录意见',
  method: 'POST',
  path: '/rounds/:roundId/opinions',
  access: 'round.write',
  params: ofRound,
  body: GivenOpinion,
  response: RoundOpinion,
  refusals: ['not_found', 'conflict'],
})

export const endOpinion = endpoint({
  action: 'round.endOpinion',
  summary: '写明意见的结果',
  method: 'POST',
  path: '/opinions/:opinionId/ending',
  access: 'round.write',
  params: ofOpinion,
  body: z.object({ ending: SaidOpinionEnding, reason: EndingReason, version }),
  response: RoundOpinion,
  refusals: ['not_found', 'conflict'],
})

/** Registers an opinion as a problem of its organisation; about a person, only whom it concerns reads it there too. */
export const registerOpinion = endpoint({
  action: 'round.registerOpinion',
  summary: '意见列入台账',
  method: 'POST',
  path: '/opinions/:opinionId/problem',
  access: 'round.write',
  params: ofOpinion,
  body: z.object({
    text: ProblemText,
    aspect: Aspect.default(''),
    class: ProblemClass,
    dueOn: CalendarDate.nullable().default(null),
    version,
  }),
  response: RoundOpinion,
  refusals: ['not_found', 'conflict'],
})

/** What was said of the one who asks. */
export const listOwnOpinions = endpoint({
  action: 'round.listOwnOpinions',
  summary: '对我的意见建议',
  method: 'GET',
  path: '/own-opinions',
  access: 'signed-in',
  query: pageQuery,
  response: pageOf(OwnOpinion),
})
