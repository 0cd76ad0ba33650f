import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { disableAccount, enableAccount, openAccount, unlockAccount } from './accounts.ts'
import { confirmSecondFactorRemoval, removeSecondFactor } from './remove-second-factor.ts'
import { confirmableResets, confirmPasswordReset, resetPassword } from './reset-password.ts'

/** What is done with people's accounts, except the roles they hold. */
export function accountRoutes(app: FastifyInstance): void {
  route(app, endpoints.openAccount, ({ params, body }, context) => openAccount(context, params.personId, body.login))
  route(app, endpoints.disableAccount, ({ params }, context) => disableAccount(context, params.accountId))
  route(app, endpoints.enableAccount, ({ params }, context) => enableAccount(context, params.accountId))
  route(app, endpoints.unlockAccount, ({ params }, context) => unlockAccount(context, params.accountId))
  route(app, endpoints.resetPassword, ({ params, query }, context) =>
    resetPassword(context, params.accountId, query.isTogether),
  )

  route(app, endpoints.listPasswordResets, async (_, context) => ({
    items: (await confirmableResets(context)).map((row) => ({
      of: row.credential,
      account: { id: row.accountId, login: row.login, personName: row.personName },
      organisation: { id: row.id, name: row.organisationName },
      askedBy: row.askedByName ?? '',
      askedAt: row.askedAt.toISOString(),
    })),
  }))
  route(app, endpoints.confirmPasswordReset, ({ params }, context) => confirmPasswordReset(context, params.accountId))

  route(app, endpoints.removeSecondFactor, ({ params }, context) => removeSecondFactor(context, params.accountId))
  route(app, endpoints.confirmSecondFactorRemoval, ({ params }, context) =>
    confirmSecondFactorRemoval(context, params.accountId),
  )
}
