import { actionNames, endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { endOfDay, startOfDay } from '../calendar/index.ts'
import { transaction } from '../database/transaction.ts'
import type { House } from '../feature.ts'
import { route } from '../http/route.ts'
import { codeOf, lastAnchor } from './anchor-file.ts'
import { anchorFileOf } from './keep-anchors.ts'
import { auditPage, type AuditRow, readHead } from './queries.ts'
import { record } from './record.ts'
import { verifyAudit } from './verify-audit.ts'
import { vouchedOf } from './vouched.ts'

export function auditRoutes(app: FastifyInstance, { config, features }: House): void {
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
  route(app, endpoints.readAuditHead, async (_, { db, now }) => {
    const [head, last] = await Promise.all([readHead(db), lastAnchor(anchorFileOf(config))])
    return {
      number: head.number,
      code: codeOf(head),
      at: now.toISOString(),
      file: anchorFileOf(config),
      anchor: last === null ? null : { number: last.number, at: last.at },
    }
  })
  route(app, endpoints.verifyAudit, ({ query }, context) =>
    verifyAudit({ db: context.db, config, vouched: vouchedOf(features), code: query.code }, context),
  )
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
