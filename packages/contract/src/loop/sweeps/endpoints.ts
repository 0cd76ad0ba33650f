import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Aspect, ProblemClass, ProblemText, Reason } from '../ledger/index.ts'
import { MOST_ASKED, Sweep, SweepReason, SweepText } from './sweep.ts'

const ofSweep = { sweepId: z.uuid() }

export const askSweep = endpoint({
  action: 'sweep.ask',
  summary: '举一反三：请各单位自查',
  method: 'POST',
  path: '/problems/:problemId/sweeps',
  access: 'problem.write',
  params: { problemId: z.uuid() },
  body: z.object({
    text: SweepText,
    answerDueOn: CalendarDate,
    organisationIds: z
      .array(z.uuid())
      .min(1, '请选单位')
      .max(MOST_ASKED, `一次最多 ${MOST_ASKED} 个单位`)
      .describe('请哪些单位查'),
  }),
  response: Sweep,
  refusals: ['not_found', 'conflict'],
})

/** The sweeps a problem gave rise to, and the one it was found by. */
export const listProblemSweeps = endpoint({
  action: 'sweep.listProblem',
  summary: '一个问题的举一反三',
  method: 'GET',
  path: '/problems/:problemId/sweeps',
  access: 'problem.read',
  params: { problemId: z.uuid() },
  response: z.object({
    items: z.array(Sweep),
    foundBy: Sweep.nullable().describe('由哪次举一反三查出'),
    mayAsk: z.boolean(),
  }),
  refusals: ['not_found'],
})

/** What was asked of an organisation and those below it, the latest first. */
export const listSweeps = endpoint({
  action: 'sweep.list',
  summary: '举一反三',
  method: 'GET',
  path: '/organisations/:organisationId/sweeps',
  access: 'problem.read',
  params: { organisationId: z.uuid('请选单位') },
  query: pageQuery,
  response: pageOf(Sweep),
  refusals: ['not_found'],
})

export const readSweep = endpoint({
  action: 'sweep.read',
  summary: '一次举一反三',
  method: 'GET',
  path: '/sweeps/:sweepId',
  access: 'problem.read',
  params: ofSweep,
  response: Sweep,
  refusals: ['not_found'],
})

export const answerSweep = endpoint({
  action: 'sweep.answer',
  summary: '答复举一反三',
  method: 'PUT',
  path: '/sweeps/:sweepId/answers/:organisationId',
  access: 'problem.write',
  params: { ...ofSweep, organisationId: z.uuid('请选单位') },
  body: z.object({
    reason: SweepReason,
    found: z
      .discriminatedUnion('as', [
        z.object({ as: z.literal('known'), number: z.int('请写编号').min(1, '请写编号') }),
        z.object({
          as: z.literal('new'),
          text: ProblemText,
          aspect: Aspect,
          class: ProblemClass,
          dueOn: CalendarDate.nullable(),
        }),
      ])
      .nullable()
      .describe('查出的问题：台账里已有的编号，或者现在登记；没有查出的为空'),
  }),
  response: Sweep,
  refusals: ['not_found', 'conflict'],
})

export const withdrawSweep = endpoint({
  action: 'sweep.withdraw',
  summary: '撤回举一反三',
  method: 'POST',
  path: '/sweeps/:sweepId/withdrawal',
  access: 'problem.write',
  params: ofSweep,
  body: z.object({ reason: Reason }),
  response: Sweep,
  refusals: ['not_found', 'conflict'],
})
