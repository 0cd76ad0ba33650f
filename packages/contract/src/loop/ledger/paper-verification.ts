import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { LARGEST_EVIDENCE } from './evidence-endpoints.ts'
import { Opinion } from './field-texts.ts'
import { ProblemDetail } from './problem-detail.ts'
import { problemId } from './problem-endpoints.ts'

const acting = { params: problemId, response: ProblemDetail, refusals: ['not_found', 'conflict'] } as const

/**
 * What a superior outside this installation signed (上级书面核验), where nobody here may take a level of the approval: filed
 * by one person, it counts when another confirms it.
 */
export const filePaper = endpoint({
  ...acting,
  action: 'ledger.filePaper',
  summary: '登记上级书面核验',
  method: 'POST',
  path: '/problems/:problemId/paper-verifications',
  access: 'problem.report',
  query: {
    authority: textOf('上级单位', 100)
      .min(...atLeast(2, '请写核验的上级单位'))
      .describe('核验的上级单位'),
    signedBy: textOf('签字的人', 60)
      .min(...atLeast(2, '请写签字的人'))
      .describe('签字的人'),
    datedOn: CalendarDate.describe('签字的日期'),
  },
  upload: LARGEST_EVIDENCE,
})

export const decidePaper = endpoint({
  ...acting,
  action: 'ledger.decidePaper',
  summary: '决定上级书面核验',
  method: 'POST',
  path: '/problems/:problemId/paper-decisions',
  access: 'problem.approve',
  body: z.object({
    isAccepted: z.boolean('请选确认或不确认'),
    opinion: Opinion.describe('怎么核对的，或者为什么不确认'),
  }),
})
