import { type RefusalBody, refusalStatus } from '@duizhao/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '../database/unavailable.ts'
import { isFailedDisk, isFullDisk } from '../disk-failure.ts'
import { busy, failedDisk, fullDisk, invalid, notFound, Refusal, unavailable } from '../refusal.ts'

/** Turns every error into a body of RFC 9457; what is no refusal is a bug, logged under the id the reader is given. */
export function explainRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = error instanceof Refusal ? error : (fromMachine(error) ?? fromFramework(error))
    if (refusal) return send(refusal, request, reply)
    request.log.error({ err: error }, 'unexpected error')
    const title = `系统出错（编号 ${request.id}），已填的内容没有丢失。`
    return send(new Refusal('broken', title, '请稍后再试；仍然不行，请把编号告诉管理员。'), request, reply)
  })
  app.setNotFoundHandler((request, reply) => send(notFound('这个地址'), request, reply))
}

function send(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message, todo, facts } = refusal
  const body: RefusalBody = {
    type: `https://duizhao.invalid/refusals/${code}`,
    status: refusalStatus[code],
    code,
    title: message,
    ...(todo === undefined ? {} : { todo }),
    ...(facts.places === undefined ? {} : { places: [...facts.places] }),
    ...(facts.current === undefined ? {} : { current: facts.current }),
    requestId: request.id,
  }
  return reply.code(body.status).type('application/problem+json').serializer(JSON.stringify).send(body)
}

/** What is the matter with the machine or the database, for now. */
function fromMachine(error: FastifyError): Refusal | null {
  if (isFullDisk(error)) return fullDisk()
  if (isFailedDisk(error)) return failedDisk()
  return isUnavailable(error) ? unavailable() : null
}

/** What the framework itself refuses: bodies that are no JSON, too large, too many requests. */
function fromFramework({ statusCode = 500, code }: FastifyError): Refusal | null {
  if (statusCode === 429) return busy('请求太多了。', '请过一会儿再试。')
  if (statusCode === 413) return invalid('内容太大。', '请拆成几份。')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) return invalid('内容的格式不对。')
  if (statusCode >= 400 && statusCode < 500) return invalid('看不懂这个请求。')
  return null
}
