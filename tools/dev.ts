/**
 * `npm run dev`: the service and the web application while they are worked on, at one address. A page changes in the
 * browser as its file is saved (vite); the service starts anew when its code changes, and requests wait until it answers.
 * With the fictional city in it the first time, or with `-- --empty` without; the settings are those of `npm start`.
 */
import { createServer as createProbe } from 'node:net'
import { join, resolve } from 'node:path'
import process from 'node:process'
import react from '@vitejs/plugin-react'
import { readConfig } from '@duizhao/server'
import { createServer, type ViteDevServer } from 'vite'
import { type Service, serviceOf } from './development/service.ts'
import { watchPackages } from './development/watch.ts'

const root = resolve(import.meta.dirname, '..')

/** What the service answers itself; everything else is the web application. */
const OF_THE_SERVICE = ['/api', '/help/api', '/health', '/metrics']

async function main(): Promise<void> {
  const given = process.argv.slice(2)
  const city = given.includes('--empty') ? [] : ['--with-sample-city']
  const { host, port } = readConfig(process.env)
  const inner = `http://127.0.0.1:${await freePort()}`
  let address = inner
  const service = serviceOf(['--port', new URL(inner).port, ...city], (text) => text.replaceAll(inner, address))
  const web = await serveWeb(service, inner, { host, port })
  address = web.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? inner
  const endWatching = watchPackages(root, ['cli', 'server', 'contract', 'report', 'engine'], () => {
    process.stdout.write('代码改了，重新启动服务……\n')
    void service.restart()
  })
  await service.restart()
  await untilAsked()
  endWatching()
  await service.stop()
  await web.close()
}

/** The web application, compiled as it is asked for; the rest goes to the service as soon as that answers. */
async function serveWeb(
  service: Service,
  inner: string,
  { host, port }: { host: string; port: number },
): Promise<ViteDevServer> {
  const web = await createServer({
    root: join(root, 'packages/web'),
    configFile: false,
    logLevel: 'warn',
    plugins: [
      react(),
      {
        name: 'wait-for-the-service',
        configureServer({ middlewares }) {
          for (const path of OF_THE_SERVICE)
            middlewares.use(path, (_request, _response, next) => void service.ready().then(next))
        },
      },
    ],
    server: { host, port, proxy: Object.fromEntries(OF_THE_SERVICE.map((path) => [path, inner])) },
  })
  return web.listen()
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createProbe()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function untilAsked(): Promise<void> {
  return new Promise((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => asked())
  })
}

await main()
