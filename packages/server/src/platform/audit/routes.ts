import { actionNames, endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { endOfDay, startOfDay } from '../calendar/index.ts'
import { transaction } from '../database/transaction.ts'
import { route } from '../http/route.ts'
import { auditPage, type AuditRow } from './queries.ts'
import { record } from './record.ts'
import { verifyChain } from './verify.ts'

export function auditRoutes(app: FastifyInstance): void {
  route(app, endpoints.listAuditEntries, async ({ query }, context) => {
    const { db, actor } = context
    const { from, to, ...rest } = query
    const { items, next } = await auditPage(db, actor, {
      ...rest,
      ...(from === undefined ? {} : { from: startOfDay(from) }),
      ...(to === undefined ? {} : { to: endOfDay(to) }),
    })
    // Once for a reading, not for each page of it.
    if (query.after === undefined)
      await transaction(db, (tx) =>
        record(tx, context, {
          action: 'audit.list',
          subject: '审计日志',
          organisationId: actor.organisationId,
          detail: rest,
        }),
      )
    return { items: items.map(toAuditEntry), next }
  })
  route(app, endpoints.verifyAudit, async (_, context) => {
    const result = await verifyChain(context.db)
    const { entries, intact, broken } = result
    await transaction(context.db, (tx) =>
      record(tx, context, {
        action: 'audit.verify',
        subject: '审计日志',
        detail: { entries, intact, broken },
        succeeded: intact,
      }),
    )
    return result
  })
}

function toAuditEntry(row: AuditRow) {
  const { login, personName, organisationId, organisationName, at, detail, ...rest } = row
  return {
    ...rest,
    at: at.toISOString(),
    actionName: actionNames[row.action] ?? row.action,
    actor: login === null ? null : { login, name: personName ?? '' },
    organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '（已撤销）' },
    detail: detail as Record<string, unknown>,
  }
}
