import {
  type Answer,
  type Endpoint,
  isNothing,
  type Permission,
  type Received,
  type RefusedPlace,
} from '@duizhao/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { z } from 'zod'
import type { ActorContext, Context, Download, UploadedFile } from '../context.ts'
import { carriesSomewhere } from '../access.ts'
import { forbidden, invalid } from '../refusal.ts'
import { sendDownload } from './downloads.ts'
import { serialiserOf } from './serialiser.ts'
import { withUpload } from './uploads.ts'
import { mayOverWhole } from '../whole-queries.ts'

export type Input<E extends Endpoint> = Received<E> & { readonly file: UploadedFile }
type Result<E extends Endpoint> = E['download'] extends string
  ? Download
  : Answer<E> extends undefined
    ? void
    : Answer<E>
type ContextOf<E extends Endpoint> = E['access'] extends 'public' ? Context : ActorContext

/** How this instance of the server makes the context of a request; set once by `createApp`. */
export interface RequestScope {
  /** The context of a request anybody may make. */
  open(request: FastifyRequest, endpoint: Pick<Endpoint, 'isLong'>): Context
  /** The context of a signed-in request; refuses the others. */
  signedIn(request: FastifyRequest, endpoint: Endpoint): Promise<ActorContext>
  /** Told of what a signed-in request was refused with, before it is. */
  refused(context: ActorContext, action: string, error: unknown): Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    scope: RequestScope
  }
  interface FastifyContextConfig {
    /** The calls stand in no log and no figures: who makes them is to stay unknown. */
    leavesNoTrace?: boolean
  }
}

/**
 * Binds an endpoint to the use case that serves it: validates what comes in, finds out who asks and whether their roles
 * may do this anywhere at all, and sends only what the contract declares.
 */
export function route<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  serve: (input: Input<E>, context: ContextOf<E>, reply: FastifyReply) => Promise<Result<E>>,
): void {
  const { method, access, upload, download, perMinute, leavesNoTrace = false } = endpoint
  const validate = validatorOf(endpoint)
  const hasAnswer = !isNothing(endpoint.response)
  // Fastify asks for a serialiser only where it is told of a schema; what the schema is, `serialiserOf` knows.
  const schema: FastifySchema = hasAnswer ? { response: { 200: {} } } : {}
  app.route({
    method,
    url: `/api${endpoint.path.replace(/\/$/, '')}`,
    schema,
    serializerCompiler: () => serialiserOf(endpoint.response),
    ...(leavesNoTrace ? { logLevel: 'silent' as const } : {}),
    config: {
      leavesNoTrace,
      ...(perMinute === undefined ? {} : { rateLimit: { max: perMinute, timeWindow: '1 minute' } }),
    },
    handler: async (request, reply) => {
      const context =
        access === 'public' ? app.scope.open(request, endpoint) : await app.scope.signedIn(request, endpoint)
      const account = access === 'public' ? '' : (context as ActorContext).actor.accountId
      const serveWith = (file: UploadedFile) => serve({ ...validate(request), file }, context as ContextOf<E>, reply)
      const work = async () => {
        if (isPermission(access)) await permit(context as ActorContext, access, endpoint)
        if (upload === undefined) return serveWith(NO_FILE)
        return withUpload(await request.file({ limits: { fileSize: upload } }), account, serveWith)
      }
      const result = await work().catch(async (error: unknown) => {
        if (access !== 'public') await app.scope.refused(context as ActorContext, endpoint.action, error)
        throw error
      })
      if (download !== undefined) return sendDownload(reply, result as Download, { type: download, account })
      if (hasAnswer) return result
      return reply.code(204).send()
    },
  })
}

const NO_FILE: UploadedFile = { name: '', bytes: new Uint8Array() }

function isPermission(access: Endpoint['access']): access is Permission {
  return access !== 'public' && access !== 'signed-in'
}

async function permit({ db, actor }: ActorContext, permission: Permission, { isOfWhole }: Endpoint): Promise<void> {
  if (!carriesSomewhere(actor, permission)) throw forbidden()
  if (isOfWhole && !(await mayOverWhole(db, actor, permission)))
    throw forbidden('这件事关系到全部单位，只有范围是全部单位的管理员能办。', '请联系上级的管理员。')
}

function validatorOf<E extends Endpoint>(endpoint: E): (request: FastifyRequest) => Received<E> {
  const params = z.object(endpoint.params)
  const query = z.strictObject(endpoint.query)
  return (request) =>
    ({
      params: check(params, request.params) as Received<E>['params'],
      query: check(query, request.query) as Received<E>['query'],
      body: endpoint.upload === undefined && !isNothing(endpoint.body) ? check(endpoint.body, request.body) : undefined,
    }) as Received<E>
}

function check(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value)
  const places = result.success
    ? unstorable(result.data, '')
    : result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  if (result.success && places.length === 0) return result.data
  throw invalid('填写的内容有问题。', '请按提示改正后再试，已填的内容没有丢失。', places)
}

/**
 * Where a text has a lone surrogate or a NUL character: PostgreSQL would refuse it, or give back another text than the one
 * the audit log took its hash of.
 */
function unstorable(value: unknown, field: string): RefusedPlace[] {
  if (typeof value === 'string')
    return value.isWellFormed() && !value.includes('\0') ? [] : [{ field, message: '含有不能保存的字符' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => unstorable(one, field === '' ? name : `${field}.${name}`))
}
