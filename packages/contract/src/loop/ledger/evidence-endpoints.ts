import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { reporting } from './acting.ts'
import { Citable, CitedThing } from './evidence.ts'
import { Reason } from './field-texts.ts'
import { EvidenceKind } from './problem.ts'

/** How large a file of evidence may be. */
export const LARGEST_EVIDENCE = 50 * 1024 * 1024

export const addEvidence = endpoint({
  ...reporting,
  action: 'ledger.addEvidence',
  summary: '上传佐证材料',
  method: 'POST',
  path: '/problems/:problemId/evidence',
  query: {
    kind: EvidenceKind.default('other'),
    datedOn: CalendarDate.describe('材料形成的日期'),
    measureId: z.uuid().optional(),
  },
  upload: LARGEST_EVIDENCE,
})

export const readEvidence = endpoint({
  action: 'ledger.readEvidence',
  leavesEntry: true,
  summary: '下载佐证材料',
  method: 'GET',
  path: '/evidence/:evidenceId',
  access: 'problem.read',
  params: { evidenceId: z.uuid() },
  download: 'application/octet-stream',
  refusals: ['not_found', 'conflict'],
})

/** How many characters of a file of evidence are shown beside it; the whole is in the file. */
export const LONGEST_EVIDENCE_TEXT = 100_000

export const readEvidenceText = endpoint({
  action: 'ledger.readEvidenceText',
  leavesEntry: true,
  isLong: true,
  summary: '佐证材料的文字',
  method: 'GET',
  path: '/evidence/:evidenceId/text',
  access: 'problem.read',
  params: { evidenceId: z.uuid() },
  response: z.object({
    text: z.string(),
    isWhole: z.boolean().describe(`超过 ${LONGEST_EVIDENCE_TEXT} 字的只有前面的`),
  }),
  refusals: ['not_found', 'conflict'],
})

export const removeEvidence = endpoint({
  ...reporting,
  action: 'ledger.removeEvidence',
  summary: '撤下佐证材料',
  method: 'DELETE',
  path: '/evidence/:evidenceId',
  params: { evidenceId: z.uuid() },
  body: z.object({ reason: Reason }),
})

export const listCitable = endpoint({
  action: 'ledger.listCitable',
  summary: '可以作佐证的履职记录、文稿',
  method: 'GET',
  path: '/problems/:problemId/citable',
  access: 'problem.report',
  params: reporting.params,
  query: { ...pageQuery, of: CitedThing },
  response: pageOf(Citable),
  refusals: ['not_found'],
})

export const citeEvidence = endpoint({
  ...reporting,
  action: 'ledger.citeEvidence',
  summary: '以履职记录、文稿为佐证',
  method: 'POST',
  path: '/problems/:problemId/cited-evidence',
  body: z.object({
    of: CitedThing,
    id: z.uuid('请选一次履职记录或一份文稿'),
    kind: EvidenceKind.default('other'),
    measureId: z.uuid('请选措施').nullable().default(null),
  }),
})
