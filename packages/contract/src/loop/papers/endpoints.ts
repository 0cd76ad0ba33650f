import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { flag } from '../../platform/flag.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import {
  Paper,
  PaperEvent,
  PaperKind,
  PaperNote,
  PaperNumber,
  PaperOpinion,
  PaperReason,
  PaperState,
  PaperSubject,
  PaperTitle,
  PaperVersion,
} from './paper.ts'
import { Citable } from '../ledger/index.ts'
import { paperActions } from './paper-machine.ts'

/** A paper with all one may see of it: its versions, the latest first, and what was done with it, the latest first. */
export const PaperDetail = z.object({
  paper: Paper,
  versions: z.array(PaperVersion),
  events: z.array(PaperEvent),
  /** What the asking account may do now. */
  allowed: z.array(z.enum(paperActions)),
  reviewers: z
    .array(z.string())
    .describe('审核的人：送审以前写明会送给谁，送审以后写明等谁，管这份文稿最近的在前；已有结果的为空'),
})
export type PaperDetail = z.infer<typeof PaperDetail>

/** Bytes. */
export const LARGEST_PAPER = 50 * 1024 * 1024
/** How many versions a paper can have. */
export const MOST_VERSIONS = 100

const basis = z.int().min(1).describe('所依据的版本；别人先改了就不会覆盖，也不会审定没有看过的')

const acting = {
  access: 'paper.write',
  params: { paperId: z.uuid() },
  response: PaperDetail,
  refusals: ['not_found', 'conflict'],
} as const

export const listPapers = endpoint({
  action: 'paper.list',
  summary: '文稿',
  method: 'GET',
  path: '/organisations/:organisationId/papers',
  access: 'paper.read',
  params: { organisationId: z.uuid() },
  query: {
    ...pageQuery,
    kind: PaperKind.optional(),
    state: PaperState.optional(),
    mine: flag.default(false).describe('只列自己起草的'),
    below: flag.default(false).describe('连同下级的'),
  },
  response: pageOf(Paper),
  refusals: ['not_found'],
})

export const createPaper = endpoint({
  action: 'paper.create',
  isLong: true,
  summary: '起草文稿',
  method: 'POST',
  path: '/organisations/:organisationId/papers',
  access: 'paper.write',
  params: { organisationId: z.uuid('请选单位') },
  query: {
    kind: PaperKind.optional().describe('不写则按读出来的'),
    title: PaperTitle.optional().describe('不写则按文件里的标题'),
  },
  upload: LARGEST_PAPER,
  response: PaperDetail,
  refusals: ['not_found'],
})

export const readPaper = endpoint({
  action: 'paper.read',
  summary: '一份文稿',
  method: 'GET',
  path: '/papers/:paperId',
  access: 'paper.read',
  params: acting.params,
  response: PaperDetail,
  refusals: ['not_found'],
})

export const changePaper = endpoint({
  ...acting,
  action: 'paper.change',
  summary: '修改基本信息',
  method: 'PATCH',
  path: '/papers/:paperId',
  body: z.object({
    kind: PaperKind,
    title: PaperTitle,
    subject: PaperSubject,
    version: basis,
  }),
})

export const addPaperVersion = endpoint({
  ...acting,
  action: 'paper.addVersion',
  isLong: true,
  summary: '提交新版本',
  method: 'POST',
  path: '/papers/:paperId/versions',
  query: { note: PaperNote.default('') },
  upload: LARGEST_PAPER,
})

export const readPaperVersion = endpoint({
  action: 'paper.readVersion',
  leavesEntry: true,
  summary: '下载文稿的一版',
  method: 'GET',
  path: '/paper-versions/:versionId',
  access: 'paper.read',
  params: { versionId: z.uuid() },
  download: 'application/octet-stream',
  refusals: ['not_found', 'conflict'],
})

export const readPaperText = endpoint({
  action: 'paper.readText',
  leavesEntry: 'of_secrets',
  isLong: true,
  summary: '文稿一版的文字',
  method: 'GET',
  path: '/paper-versions/:versionId/text',
  access: 'paper.read',
  params: { versionId: z.uuid() },
  response: z.object({
    paper: z.object({ id: z.uuid(), title: z.string() }),
    ordinal: z.int(),
    organisation: z.object({ id: z.uuid(), name: z.string() }),
    text: z.string(),
  }),
  refusals: ['not_found', 'conflict'],
})

export const submitPaper = endpoint({
  ...acting,
  action: 'paper.submit',
  summary: '送审',
  method: 'POST',
  path: '/papers/:paperId/submission',
})

export const recallPaper = endpoint({
  ...acting,
  action: 'paper.recall',
  summary: '撤回送审',
  method: 'DELETE',
  path: '/papers/:paperId/submission',
})

export const returnPaper = endpoint({
  ...acting,
  action: 'paper.return',
  summary: '退回修改',
  method: 'POST',
  path: '/papers/:paperId/return',
  access: 'paper.review',
  body: z.object({ reason: PaperReason, version: basis }),
})

export const approvePaper = endpoint({
  ...acting,
  action: 'paper.approve',
  summary: '审定',
  method: 'POST',
  path: '/papers/:paperId/approval',
  access: 'paper.review',
  body: z.object({ opinion: PaperOpinion, version: basis }),
})

export const issuePaper = endpoint({
  ...acting,
  action: 'paper.issue',
  summary: '印发',
  method: 'POST',
  path: '/papers/:paperId/issue',
  access: 'paper.issue',
  body: z.object({ number: PaperNumber, issuedOn: CalendarDate }),
})

export const voidPaper = endpoint({
  ...acting,
  action: 'paper.void',
  summary: '作废',
  method: 'POST',
  path: '/papers/:paperId/voiding',
  body: z.object({ reason: PaperReason }),
})

export const listStudyRecords = endpoint({
  action: 'paper.listStudyRecords',
  summary: '可能研究过这份文稿的会',
  method: 'GET',
  path: '/papers/:paperId/study-records',
  access: 'paper.write',
  params: acting.params,
  query: pageQuery,
  response: pageOf(Citable),
  refusals: ['not_found'],
})

export const studyPaper = endpoint({
  ...acting,
  action: 'paper.study',
  summary: '关联研究的会议',
  method: 'PUT',
  path: '/papers/:paperId/study',
  body: z.object({
    ordinal: z.int('请选第几版').min(1, '请选第几版').max(MOST_VERSIONS, '请选第几版').describe('第几版'),
    recordId: z.uuid('请选一次会').nullable().describe('空为还没有研究'),
  }),
})

/** The versions of papers that were gone through at a meeting, of those one may see. */
export const listStudiedPapers = endpoint({
  action: 'paper.listStudied',
  summary: '一次会研究的文稿',
  method: 'GET',
  path: '/records/:recordId/papers',
  access: 'record.read',
  params: { recordId: z.uuid() },
  response: z.object({
    papers: z.array(z.object({ id: z.uuid(), title: z.string(), ordinal: z.int(), organisation: z.string() })),
  }),
  refusals: ['not_found'],
})
