import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { BallotChoice, ballotGrades, MOST_APPRAISED, roundKinds } from './ballot.ts'
import { GivenOpinion, MOST_OPINIONS, ToldOpinion } from './opinion.ts'
import { roundStates } from './round.ts'

/** The code of a slip, however it is typed: spaces and hyphens do not count, nor does the case. */
export const SlipCode = z
  .string('请写纸条上的码')
  .max(40, '码是 12 个字母和数字')
  .overwrite((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  .length(12, '码是 12 个字母和数字，请看纸条')

// Who answers is to stay unknown: nothing of these calls is logged, counted or kept but what the answer itself is.
const unknown = { method: 'POST', access: 'public', leavesNoTrace: true, refusals: ['not_found', 'conflict'] } as const

/** What the holder of a slip is asked. Asked for as a change is: no address holds the code, so no log of a proxy does. */
export const readAnswerForm = endpoint({
  ...unknown,
  action: 'answer.readForm',
  summary: '凭纸条看问的是什么',
  path: '/answer-forms',
  body: z.object({ code: SlipCode }),
  response: z.object({
    name: z.string(),
    kind: z.enum(roundKinds),
    organisation: z.string(),
    group: z.string(),
    intro: z.string(),
    state: z.enum(roundStates),
    closesOn: CalendarDate,
    aspects: z.array(z.string()),
    about: z.array(z.object({ id: z.uuid(), name: z.string() })),
    grades: z.array(z.object({ id: z.enum(ballotGrades), name: z.string() })).describe('可以选的等次；征求意见的没有'),
    fingerprint: z.string(),
    isUsed: z.boolean().describe('用这张纸条答过了'),
    isPublished: z.boolean().describe('结果公布了'),
  }),
})

/** An answer: sealed as it comes, under a key the service does not have. */
export const sendAnswer = endpoint({
  ...unknown,
  action: 'answer.send',
  summary: '凭纸条提意见',
  path: '/answers',
  body: z.object({
    code: SlipCode,
    opinions: z.array(GivenOpinion).min(1, '请至少写一条意见').max(MOST_OPINIONS, `最多 ${MOST_OPINIONS} 条`),
  }),
})

/** A ballot: sealed as it comes, like any answer. */
export const sendBallot = endpoint({
  ...unknown,
  action: 'answer.sendBallot',
  summary: '凭纸条评议、测评',
  path: '/answer-ballots',
  body: z.object({
    code: SlipCode,
    choices: z.array(BallotChoice).min(1, '请至少选一个等次').max(MOST_APPRAISED, `最多 ${MOST_APPRAISED} 人`),
  }),
})

/** What became of the opinions about the team, once the results are told. */
export const listAnswerResults = endpoint({
  ...unknown,
  action: 'answer.listResults',
  summary: '凭纸条看意见的结果',
  path: '/answer-results',
  body: z.object({ code: SlipCode, ...pageQuery }),
  response: pageOf(ToldOpinion),
})
