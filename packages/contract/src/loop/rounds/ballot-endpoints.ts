import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { wholeNumber } from '../../platform/number.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { CountedVotes, DecidedGrade, MOST_APPRAISED, OwnBallot } from './ballot.ts'
import { LEAST_INVITED, RoundDetail } from './round.ts'

const ofRound = { roundId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

const writing = {
  access: 'round.write',
  params: ofRound,
  response: RoundDetail,
  refusals: ['not_found', 'conflict'],
} as const

/** Ends a ballot of so few that it was held on paper, with the votes as they were counted. */
export const enterVotes = endpoint({
  ...writing,
  action: 'round.enterVotes',
  summary: '录入纸质票的计票',
  method: 'POST',
  path: '/rounds/:roundId/votes',
  body: z.object({
    answered: wholeNumber(1, LEAST_INVITED - 1).describe('收到几张票'),
    rows: z.array(CountedVotes).max(MOST_APPRAISED + 1, `最多 ${MOST_APPRAISED} 人`),
    version,
  }),
})

/** Says what each party member is called after the vote, all at once. */
export const decideGrades = endpoint({
  ...writing,
  action: 'round.decideGrades',
  summary: '评定等次',
  method: 'PUT',
  path: '/rounds/:roundId/grades',
  body: z.object({
    grades: z.array(DecidedGrade).max(MOST_APPRAISED, `最多 ${MOST_APPRAISED} 人`),
    version,
  }),
})

/** The votes and the grades, to be read out and filed. */
export const ballotPaper = endpoint({
  action: 'round.ballotPaper',
  leavesEntry: true,
  summary: '评议、测评结果（Word）',
  method: 'GET',
  path: '/rounds/:roundId/result.docx',
  access: 'round.read',
  params: ofRound,
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['not_found', 'conflict'],
})

/** The votes on the one who asks. */
export const listOwnBallots = endpoint({
  action: 'round.listOwnBallots',
  summary: '对我的评议结果',
  method: 'GET',
  path: '/own-ballots',
  access: 'signed-in',
  query: pageQuery,
  response: pageOf(OwnBallot),
})
