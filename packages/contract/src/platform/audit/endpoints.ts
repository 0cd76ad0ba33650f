import { z } from 'zod'
import { CalendarDate } from '../date.ts'
import { flag } from '../flag.ts'
import { endpoint } from '../endpoint.ts'
import { pageOf, pageQuery } from '../paging.ts'

export const AuditEntry = z.object({
  number: z.int().describe('序号，从 1 连续'),
  at: z.iso.datetime(),
  action: z.string(),
  actionName: z.string(),
  actor: z.object({ login: z.string(), name: z.string() }).nullable(),
  subject: z.string().describe('对象的名称'),
  organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  succeeded: z.boolean(),
  address: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

export const listAuditEntries = endpoint({
  action: 'audit.list',
  leavesEntry: true,
  summary: '查看审计日志',
  method: 'GET',
  path: '/audit-entries',
  access: 'audit.read',
  query: {
    ...pageQuery,
    action: z.string().max(60).optional(),
    login: z.string().trim().max(40).optional(),
    from: CalendarDate.optional().describe('从这一天起（北京时间）'),
    to: CalendarDate.optional().describe('到这一天止'),
    failed: flag.optional().describe('只看没有成功的'),
  },
  response: pageOf(AuditEntry),
})

const AnchorPlace = z.object({ number: z.int(), at: z.iso.datetime() })

/** The end of the chain, to be printed or copied, and where it was last written down outside the database. */
export const AuditHead = z.object({
  number: z.int(),
  code: z.string().describe('链尾码：序号和摘要的前 24 位'),
  at: z.iso.datetime().describe('何时是这样'),
  file: z.string().describe('锚点文件'),
  anchor: AnchorPlace.nullable().describe('最近一次写出的锚点'),
})
export type AuditHead = z.infer<typeof AuditHead>

export const readAuditHead = endpoint({
  action: 'audit.readHead',
  isOfWhole: true,
  summary: '审计日志的链尾',
  method: 'GET',
  path: '/audit-head',
  access: 'audit.read',
  response: AuditHead,
})

/** Whether every entry still is what was written, in unbroken order, what it vouches for too, and what was written down outside the database is found. */
export const AuditVerification = z.object({
  entries: z.int(),
  intact: z.boolean(),
  /** The first entry that does not fit, and why. */
  broken: z.object({ number: z.int(), reason: z.string() }).nullable(),
  lastHash: z.string(),
  rewritten: z.array(z.string()).describe('哪些问题的经过与审计记录不符'),
  anchors: z.object({
    file: z.string(),
    compared: z.int(),
    latest: AnchorPlace.nullable(),
    faults: z.array(z.string()),
    /** What is no fault, and worth knowing. */
    notes: z.array(z.string()),
  }),
})
export type AuditVerification = z.infer<typeof AuditVerification>

export const verifyAudit = endpoint({
  action: 'audit.verify',
  isOfWhole: true,
  isLong: true,
  summary: '校验审计日志',
  method: 'POST',
  path: '/audit-verifications',
  access: 'audit.read',
  query: { code: z.string().trim().max(60).optional().describe('抄下的链尾码，一并核对') },
  response: AuditVerification,
})
