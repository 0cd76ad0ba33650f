import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../refusal.ts'

/**
 * Serves the web application from `folder`: files with a hash of their content in the name are cached as immutable, the
 * page itself is revalidated each time; every address that is no file gets the page, whose router takes it from there.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    // Who fetched what belongs to the application is nothing to know, and of the page for answers not to be known.
    logLevel: 'silent',
    preCompressed: true,
    setHeaders: (response, path) => {
      const isNamedByContent = path.includes(`${join(folder, 'assets')}`)
      response.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  // The page for who is not signed in, at an address short enough for a slip of paper.
  app.get('/answer', { logLevel: 'silent', config: { leavesNoTrace: true } }, (_, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('answer.html'),
  )
  app.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/')) throw notFound('这个地址')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
