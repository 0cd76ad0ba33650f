import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { RefusalBody, refusalsEverywhere, refusalStatus } from './refusal.ts'

/** The OpenAPI 3.1 description of the endpoints. */
export function openApi(endpoints: readonly Endpoint[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '对照', version, description: '所有改动都要带 x-csrf-token 请求头，值在当前登录的答复里。' },
    paths,
    components: {
      schemas: { Refusal: schemaOf(RefusalBody) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'duizhao' } },
    },
  }
}

function operation(endpoint: Endpoint): object {
  const { action, summary, access, params, query, response, download } = endpoint
  const refusals = [...refusalsEverywhere, ...endpoint.refusals]
  const answer = download === undefined ? jsonContent(response) : { content: { [download]: {} } }
  return {
    operationId: action,
    summary,
    tags: [action.split('.')[0]],
    ...(access === 'public' ? {} : { security: [{ session: [] }], 'x-permission': access }),
    parameters: [
      ...Object.entries(params).map(([name, schema]) => parameter('path', name, schema)),
      ...Object.entries(query).map(([name, schema]) => parameter('query', name, schema)),
    ],
    ...requestBody(endpoint),
    responses: {
      [isNothing(response) && download === undefined ? 204 : 200]: { description: summary, ...answer },
      ...Object.fromEntries(
        refusals.map((code) => [
          refusalStatus[code],
          {
            description: code,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Refusal' } } },
          },
        ]),
      ),
    },
  }
}

function parameter(place: 'path' | 'query', name: string, schema: z.ZodType): object {
  const { description, ...rest } = schemaOf(schema) as { readonly description?: string }
  const required = place === 'path' || !schema.safeParse(undefined).success
  return { in: place, name, required, schema: rest, ...(description === undefined ? {} : { description }) }
}

function requestBody({ body, upload }: Endpoint): object {
  if (upload !== undefined) {
    const file = { type: 'string', format: 'binary', description: `最多 ${upload} 字节` }
    const schema = { type: 'object', properties: { file }, required: ['file'] }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  return isNothing(body) ? {} : { requestBody: { required: true, ...jsonContent(body, 'input') } }
}

function jsonContent(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  return isNothing(schema) ? {} : { content: { 'application/json': { schema: schemaOf(schema, io) } } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** True if an endpoint takes or gives no body. */
export function isNothing(schema: z.ZodType): boolean {
  return schema instanceof z.ZodUndefined
}
