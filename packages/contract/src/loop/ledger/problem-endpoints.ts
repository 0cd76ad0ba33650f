import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { flag } from '../../platform/flag.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Aspect } from './field-texts.ts'
import { Passage } from './origin.ts'
import {
  Problem,
  ProblemClass,
  ProblemFields,
  ProblemSource,
  ProblemState,
  problemClasses,
  problemSources,
} from './problem.ts'
import { ProblemDetail, ProblemEvent } from './problem-detail.ts'

export const problemId = { problemId: z.uuid() }

const Month = z.string().regex(/^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$/)

/** What a ledger can be narrowed to; the same words in the address of the page, the list, the export. */
export const problemFilters = {
  organisationId: z.uuid().optional().describe('这个组织和下级；不写则为能看到的全部'),
  standing: z
    .enum(['open', 'overdue', 'done', 'sustained', 'going', 'claimed', 'counted', 'proved', 'all'])
    .default('open')
    .describe(
      'open 未销号，overdue 已超期，done 已完成，sustained 长期坚持，going 正在推进，claimed 导入时已销号、待确认，' +
        'counted 计入统计的（前面各项之和），proved 回头看有效',
    ),
  state: ProblemState.optional(),
  source: ProblemSource.optional(),
  class: ProblemClass.optional(),
  aspect: Aspect.optional(),
  personId: z.uuid().optional().describe('责任领导或责任人'),
  dueFrom: CalendarDate.optional(),
  dueTo: CalendarDate.optional(),
  registeredMonth: Month.optional(),
  struckOffMonth: Month.optional(),
  inspectionId: z.uuid().optional().describe('哪一次巡视巡察反馈的'),
  isOwnLevel: flag.default(false).describe('只看这个组织本级的，不含下级；没有写组织的不管它'),
  isMine: flag.default(false).describe('只看我负责的'),
  text: z.string().trim().max(60).default('').describe('编号，或问题内容里的字'),
}

/** What the ledger may be sorted by. */
export const problemSorts = [
  'due',
  'number',
  'registered',
  'state',
  'organisation',
  'source',
  'aspect',
  'class',
  'lead',
  'handler',
] as const
export type ProblemSort = (typeof problemSorts)[number]

/** The order of the rows. */
export const problemOrder = {
  sort: z
    .enum(problemSorts)
    .default('due')
    .describe(
      'due 完成时限，number 编号，registered 登记日期，state 状态，organisation 单位，source 来源，aspect 方面，class 类型，lead 责任领导，handler 责任人；没有定的总在最后',
    ),
  isDescending: flag.default(false).describe('从大到小、从晚到早；没有定的仍在最后'),
}

export const listProblems = endpoint({
  action: 'ledger.list',
  summary: '整改台账',
  method: 'GET',
  path: '/problems',
  access: 'problem.read',
  query: { ...pageQuery, ...problemFilters, ...problemOrder },
  response: pageOf(Problem),
  refusals: ['not_found'],
})

export const countProblems = endpoint({
  action: 'ledger.count',
  summary: '筛选出的问题有多少个',
  method: 'GET',
  path: '/problem-count',
  access: 'problem.read',
  query: problemFilters,
  response: z.object({ all: z.int(), overdue: z.int().describe('其中已超期的') }),
  refusals: ['not_found'],
})

export const readProblem = endpoint({
  action: 'ledger.read',
  summary: '一个问题',
  method: 'GET',
  path: '/problems/:problemId',
  access: 'problem.read',
  leavesEntry: 'of_secrets',
  params: problemId,
  response: ProblemDetail,
  refusals: ['not_found'],
})

const Neighbour = z.object({ id: z.uuid(), number: z.int() }).nullable()

/** What stands beside a problem in the list one came from. */
export const Neighbours = z.object({
  previous: Neighbour,
  next: Neighbour,
  position: z.int().nullable().describe('在这个列表里是第几个；已经不在里面的没有'),
  all: z.int().describe('列表里一共多少个'),
})
export type Neighbours = z.infer<typeof Neighbours>

export const readNeighbours = endpoint({
  action: 'ledger.neighbours',
  summary: '列表里的前一个和后一个问题',
  method: 'GET',
  path: '/problems/:problemId/neighbours',
  access: 'problem.read',
  params: problemId,
  query: { ...problemFilters, ...problemOrder },
  response: Neighbours,
  refusals: ['not_found'],
})

export const listProblemEvents = endpoint({
  action: 'ledger.listEvents',
  summary: '问题的经过',
  method: 'GET',
  path: '/problems/:problemId/events',
  access: 'problem.read',
  params: problemId,
  query: pageQuery,
  response: pageOf(ProblemEvent),
  refusals: ['not_found'],
})

export const registerProblem = endpoint({
  action: 'ledger.register',
  summary: '登记问题',
  method: 'POST',
  path: '/organisations/:organisationId/problems',
  access: 'problem.write',
  params: { organisationId: z.uuid('请选单位') },
  body: ProblemFields.extend({
    inspectionId: z.uuid('请选巡视巡察').nullable().default(null),
    origin: Passage.nullable().default(null).describe('出自文稿、履职记录的哪一段'),
    aboutId: z.uuid('请选人').nullable().default(null).describe('关于个人的问题：关于谁'),
  }),
  response: ProblemDetail,
  refusals: ['not_found', 'conflict'],
})

const Count = z.object({
  done: z.int(),
  sustained: z.int(),
  going: z.int(),
  claimed: z.int().describe('导入时已销号、还没有人确认的，不算已完成'),
  imported: z.int().describe('已完成的里面，导入时已销号的'),
  onPaper: z.int().describe('已完成的里面，上级书面核验销号的'),
  overdue: z.int(),
  proved: z.int().describe('回头看认定有效的'),
})

const asOf = CalendarDate.optional().describe('截至哪一天，不写为现在')

/** Counts of a ledger: of the whole, and by organisation below, source, class and state. */
export const LedgerStatistics = z.object({
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  asOf: CalendarDate,
  enteredSince: z
    .object({ registered: z.int(), struckOff: z.int() })
    .describe('日期不晚于这一天、这一天以后才记入的登记和销号，不算在各项数里'),
  total: Count,
  byOrganisation: z.array(z.object({ id: z.uuid(), name: z.string(), ...Count.shape })),
  bySource: z.array(z.object({ source: z.enum(problemSources), ...Count.shape })),
  byClass: z.array(z.object({ class: z.enum(problemClasses), ...Count.shape })),
})
export type LedgerStatistics = z.infer<typeof LedgerStatistics>

export const readLedgerStatistics = endpoint({
  action: 'ledger.statistics',
  summary: '台账统计',
  method: 'GET',
  path: '/organisations/:organisationId/ledger-statistics',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  query: { asOf },
  response: LedgerStatistics,
  refusals: ['not_found'],
})

/** Counts by aspect, and what came and was struck off month by month. */
export const readLedgerBreakdown = endpoint({
  action: 'ledger.breakdown',
  isLong: true,
  summary: '台账统计：按方面、按月',
  method: 'GET',
  path: '/organisations/:organisationId/ledger-breakdown',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  response: z.object({
    byAspect: z.array(
      z.object({
        aspect: z.string(),
        done: z.int(),
        sustained: z.int(),
        going: z.int(),
        claimed: z.int(),
        overdue: z.int().describe('其中已超期的'),
      }),
    ),
    byMonth: z
      .array(
        z.object({
          month: z.string(),
          registered: z.int(),
          registeredLate: z.int(),
          struckOff: z.int(),
          struckOffLate: z.int(),
        }),
      )
      .describe(
        '每月登记、销号的数，当月以后不变；以后才记入、日期在这个月的，另在 …Late 里，以后撤回（登记有误）的也在那里减去',
      ),
  }),
  refusals: ['not_found'],
})

export const listProblemsAsOf = endpoint({
  action: 'ledger.listAsOf',
  summary: '某一天的台账',
  method: 'GET',
  path: '/organisations/:organisationId/ledger-as-of',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  query: { ...pageQuery, asOf: CalendarDate },
  response: pageOf(
    z.object({
      id: z.uuid(),
      number: z.int(),
      organisationName: z.string(),
      text: z.string().nullable().describe('当时的表述；现在已在所能看的范围以外的，不写'),
      source: ProblemSource,
      class: ProblemClass,
      state: ProblemState,
      dueOn: CalendarDate.nullable(),
      changedSince: z.boolean().describe('那以后又有变动'),
    }),
  ),
  refusals: ['not_found'],
})

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportLedger = endpoint({
  action: 'ledger.export',
  leavesEntry: true,
  isLong: true,
  summary: '导出整改台账（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/ledger.xlsx',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  query: Object.fromEntries(Object.entries(problemFilters).filter(([name]) => name !== 'organisationId')) as Omit<
    typeof problemFilters,
    'organisationId'
  >,
  download: XLSX,
  refusals: ['not_found'],
})

export const ledgerSummary = endpoint({
  action: 'ledger.summary',
  leavesEntry: true,
  isLong: true,
  summary: '整改情况报告（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/ledger-summary.docx',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  query: { asOf },
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['not_found'],
})
