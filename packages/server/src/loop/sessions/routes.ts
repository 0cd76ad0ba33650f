import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { beginSession, setSessionNow } from './begin-session.ts'
import { endSession } from './end-session.ts'
import { sessionMinutes } from './minutes.ts'
import { passRemarksOn } from './pass-on.ts'
import { readMeetingSession } from './read-session.ts'
import { writeSessionLine } from './write-line.ts'
import { writePresence } from './write-presence.ts'
import { writeRemark } from './write-remark.ts'

export function sessionRoutes(app: FastifyInstance, { features }: House): void {
  route(app, endpoints.readMeetingSession, ({ params }, context) => readMeetingSession(context, params))
  route(app, endpoints.beginSession, ({ params, body }, context) => beginSession(context, params, body))
  route(app, endpoints.setSessionNow, ({ params, body }, context) => setSessionNow(context, params, body))
  route(app, endpoints.writePresence, ({ params: { eventId, ...key }, body }, context) =>
    writePresence(context, key, { id: eventId, ...body }),
  )
  route(app, endpoints.writeRemark, ({ params: { remarkId, ...key }, body }, context) =>
    writeRemark(context, key, { id: remarkId, ...body }),
  )
  route(app, endpoints.writeSessionLine, ({ params: { lineId, ...key }, body }, context) =>
    writeSessionLine(context, key, { id: lineId, ...body }),
  )
  route(app, endpoints.endSession, ({ params, body }, context) => endSession(context, features, params, body.version))
  route(app, endpoints.passRemarksOn, ({ params, body }, context) => passRemarksOn(context, params, body))
  route(app, endpoints.sessionMinutes, ({ params }, context) => sessionMinutes(context, params))
}
