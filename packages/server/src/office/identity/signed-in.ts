import type { Endpoint } from '@duizhao/contract'
import type { FastifyRequest } from 'fastify'
import { recordRefusal } from '../../platform/audit/index.ts'
import type { ActorContext, Context } from '../../platform/context.ts'
import { forbidden, unauthenticated } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { deleteSession, sessionByToken, toActor, touchSession } from './queries.ts'
import { mustChangePassword, mustSetUpSecondFactor } from './session-detail.ts'
import { isCsrfToken, SESSION_COOKIE, tokenHash } from './session-token.ts'

/** What one may do before a password that has to be changed is. */
const BEFORE_CHANGE = new Set(['identity.readSession', 'identity.changePassword', 'identity.signOut'])
/** What one may do before a second step that one has to have is set up. */
const BEFORE_SET_UP = new Set([
  ...BEFORE_CHANGE,
  'identity.beginSecondFactor',
  'identity.turnOnSecondFactor',
  'identity.acknowledgeResets',
])
/** The time of the last request is written at most so often. */
const TOUCH_EVERY = 60_000

/**
 * The context of a signed-in request: the session stands, was used lately, and a change carries its token. Roles are read
 * anew for every request, so that granting and revoking take effect at once.
 */
export async function signedIn(context: Context, request: FastifyRequest, endpoint: Endpoint): Promise<ActorContext> {
  const { db, now } = context
  const token = request.cookies[SESSION_COOKIE]
  if (token === undefined) throw unauthenticated()
  const [session, settings] = await Promise.all([sessionByToken(db, tokenHash(token)), readSettings(db)])
  if (!session || session.disabledAt) throw unauthenticated()
  const idle = now.getTime() - session.lastSeenAt.getTime()
  if (session.endsAt <= now || idle > settings.idleMinutes * 60_000) {
    await deleteSession(db, session.sessionId)
    throw unauthenticated('登录已过期。', '请重新登录；离开座位前保存过的内容都在。')
  }
  if (endpoint.method !== 'GET' && !isCsrfToken(request.headers['x-csrf-token'], token)) {
    const refusal = forbidden('这个改动不是从本系统的页面发出的。', '请刷新页面后再试。')
    await recordRefusal({ ...context, actor: toActor(session) }, endpoint.action, refusal)
    throw refusal
  }
  if (!BEFORE_CHANGE.has(endpoint.action) && mustChangePassword(session, settings, now))
    throw forbidden('请先修改口令。', '首次登录、重置之后或口令到期，都要先修改口令。')
  if (!BEFORE_SET_UP.has(endpoint.action) && mustSetUpSecondFactor(session, settings))
    throw forbidden('请先开启两步验证。', '单位要求管理员开启两步验证，开启以后才能办别的事。')
  if (idle > TOUCH_EVERY) await touchSession(db, session.sessionId, now)
  return { ...context, sessionId: session.sessionId, actor: toActor(session) }
}
