import { endpoints } from '@duizhao/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ActorContext } from '../../platform/context.ts'
import { unauthenticated } from '../../platform/refusal.ts'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { sealerOf } from '../../platform/keys/index.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { changePassword } from './change-password.ts'
import { deviceInWords } from './device-words.ts'
import { sessionByToken, sessionsOf } from './queries.ts'
import { sessionDetail } from './session-detail.ts'
import { SESSION_COOKIE, tokenHash } from './session-token.ts'
import {
  acknowledgeResets,
  beginSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from './second-factor.ts'
import { signIn } from './sign-in.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'

export function identityRoutes(app: FastifyInstance, { config: { isHttps, dataFolder } }: House): void {
  const sealer = sealerOf(dataFolder, 'second-factor')
  const cookie = { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps } as const

  route(app, endpoints.signIn, async ({ body }, context, reply) => {
    const { token, endsAt, session } = await signIn(context, sealer, body)
    reply.setCookie(SESSION_COOKIE, token, { ...cookie, expires: endsAt })
    return session
  })
  route(app, endpoints.readSession, async (_, context, reply) => detailOf(context, reply.request))
  route(app, endpoints.changePassword, async ({ body }, context, reply) => {
    await changePassword(context, body.current, body.next)
    return detailOf(context, reply.request)
  })
  route(app, endpoints.beginSecondFactor, ({ body }, context) => beginSecondFactor(context, sealer, body.password))
  route(app, endpoints.turnOnSecondFactor, async ({ body }, context, reply) => {
    const recoveryCodes = await turnOnSecondFactor(context, sealer, body.code)
    return { recoveryCodes, session: await detailOf(context, reply.request) }
  })
  route(app, endpoints.turnOffSecondFactor, async ({ body }, context, reply) => {
    await turnOffSecondFactor(context, sealer, body)
    return detailOf(context, reply.request)
  })
  route(app, endpoints.renewRecoveryCodes, async ({ body }, context, reply) => {
    const recoveryCodes = await renewRecoveryCodes(context, sealer, body)
    return { recoveryCodes, session: await detailOf(context, reply.request) }
  })
  route(app, endpoints.acknowledgeResets, async (_, context, reply) => {
    await acknowledgeResets(context)
    return detailOf(context, reply.request)
  })
  route(app, endpoints.signOut, async (_, context, reply) => {
    await signOut(context)
    clear(reply)
  })
  route(app, endpoints.signOutEverywhere, async (_, context, reply) => {
    await signOutEverywhere(context)
    clear(reply)
  })
  route(app, endpoints.listSessions, async (_, { db, actor, sessionId }) => {
    const sessions = await sessionsOf(db, actor.accountId)
    return {
      items: sessions.map(({ startedAt, lastSeenAt, device, ...rest }) => ({
        ...rest,
        device: deviceInWords(device),
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        isThis: rest.id === sessionId,
      })),
    }
  })

  function clear(reply: FastifyReply): void {
    reply.clearCookie(SESSION_COOKIE, cookie)
  }
}

async function detailOf({ db, now }: ActorContext, request: FastifyRequest) {
  const token = request.cookies[SESSION_COOKIE] ?? ''
  const account = await sessionByToken(db, tokenHash(token))
  if (!account) throw unauthenticated()
  return sessionDetail(db, { account, token, endsAt: account.endsAt, settings: await readSettings(db), now })
}
