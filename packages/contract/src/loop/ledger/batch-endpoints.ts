import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { Assignment, version } from './act-endpoints.ts'
import { Reason } from './field-texts.ts'
import { ProblemClass, ProblemFields } from './problem.ts'
import { XLSX } from './problem-endpoints.ts'

/** How many problems one act may be done with at once. */
export const MOST_IN_BATCH = 1_000

/** What became of each of many problems: each is done on its own, and what one refuses does not hold up the others. */
export const BatchAnswer = z.object({
  rows: z.array(
    z.object({
      problemId: z.uuid(),
      isDone: z.boolean(),
      message: z.string(),
      version: z.int().nullable().describe('做了以后的版本，没有做的没有'),
    }),
  ),
})
export type BatchRow = z.infer<typeof BatchAnswer>['rows'][number]

const many = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(MOST_IN_BATCH)
const which = { problemId: z.uuid(), version }

/** What changes of one problem's assignment: what is left out stays as it is. */
export const AssignmentChange = Assignment.partial().extend(which)
export type AssignmentChange = z.infer<typeof AssignmentChange>

export const assignManyProblems = endpoint({
  action: 'ledger.assignMany',
  summary: '成批分派',
  method: 'POST',
  path: '/problem-assignments',
  access: 'problem.write',
  body: z.object({ assignments: many(AssignmentChange) }),
  response: BatchAnswer,
})

/** What changes of what is written about one problem: what is left out stays as it is. */
export const ProblemChange = ProblemFields.partial().extend(which)
export type ProblemChange = z.infer<typeof ProblemChange>

export const changeManyProblems = endpoint({
  action: 'ledger.changeMany',
  summary: '成批修改问题',
  method: 'POST',
  path: '/problem-changes',
  access: 'problem.write',
  body: z.object({ changes: many(ProblemChange) }),
  response: BatchAnswer,
})

/** More time, or another class, for one of many problems. */
export const ExtensionAsked = z.object({
  ...which,
  until: CalendarDate.nullable().describe('延到哪一天；改为长期坚持的可以不写'),
  class: ProblemClass.optional().describe('同时要改成的整改类型，不写则不变'),
})
export type ExtensionAsked = z.infer<typeof ExtensionAsked>

export const requestManyExtensions = endpoint({
  action: 'ledger.requestManyExtensions',
  summary: '成批申请延期',
  method: 'POST',
  path: '/problem-extensions',
  access: 'problem.report',
  body: z.object({ extensions: many(ExtensionAsked), reason: Reason }),
  response: BatchAnswer,
})

export const exportChosen = endpoint({
  action: 'ledger.exportChosen',
  isLong: true,
  summary: '导出选中的问题（Excel）',
  method: 'POST',
  path: '/organisations/:organisationId/chosen-ledger.xlsx',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  body: z.object({ problemIds: many(z.uuid()) }),
  download: XLSX,
  refusals: ['not_found'],
})
