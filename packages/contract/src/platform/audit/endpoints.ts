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
  summary: '审计日志',
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

/** Whether every entry still is what was written, in unbroken order. */
export const AuditVerification = z.object({
  entries: z.int(),
  intact: z.boolean(),
  /** The first entry that does not fit, and why. */
  broken: z.object({ number: z.int(), reason: z.string() }).nullable(),
  lastHash: z.string(),
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
  response: AuditVerification,
})
