import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import {
  acceptIncoming,
  endIncoming,
  extendIncoming,
  registerIncoming,
  tellMissing,
  withdrawIncoming,
} from './handle-incoming.ts'
import { countIncoming, listIncoming } from './list-incoming.ts'
import { declineIncoming, listIncomingUnits, passOnIncoming, recallIncoming, takeOverIncoming } from './pass-on.ts'
import { readIncoming } from './read-incoming.ts'
import { receiveIncoming } from './receive-incoming.ts'

export function inboxRoutes(app: FastifyInstance): void {
  route(app, endpoints.listIncoming, (asked, context) => listIncoming(context, asked))
  route(app, endpoints.countIncoming, ({ params, query }, context) =>
    countIncoming(context, params.organisationId, query),
  )
  route(app, endpoints.receiveIncoming, ({ params, body }, context) =>
    receiveIncoming(context, params.organisationId, body),
  )
  route(app, endpoints.readIncoming, ({ params }, context) => readIncoming(context, params.incomingId))
  route(app, endpoints.listIncomingUnits, ({ params, query }, context) =>
    listIncomingUnits(context, params.incomingId, query.text),
  )
  route(app, endpoints.acceptIncoming, ({ params, body }, context) => acceptIncoming(context, params.incomingId, body))
  route(app, endpoints.tellMissing, ({ params, body }, context) => tellMissing(context, params.incomingId, body))
  route(app, endpoints.passOnIncoming, ({ params, body }, context) => passOnIncoming(context, params.incomingId, body))
  route(app, endpoints.recallIncoming, ({ params, body }, context) => recallIncoming(context, params.incomingId, body))
  route(app, endpoints.takeOverIncoming, ({ params, body }, context) =>
    takeOverIncoming(context, params.incomingId, body),
  )
  route(app, endpoints.declineIncoming, ({ params, body }, context) =>
    declineIncoming(context, params.incomingId, body),
  )
  route(app, endpoints.extendIncoming, ({ params, body }, context) => extendIncoming(context, params.incomingId, body))
  route(app, endpoints.endIncoming, ({ params, body }, context) => endIncoming(context, params.incomingId, body))
  route(app, endpoints.registerIncoming, ({ params, body }, context) =>
    registerIncoming(context, params.incomingId, body),
  )
  route(app, endpoints.withdrawIncoming, ({ params, body }, context) =>
    withdrawIncoming(context, params.incomingId, body),
  )
}
