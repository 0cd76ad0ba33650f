import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FirstAccount, ServerConfig } from '@duizhao/server'
import manifest from '../../package.json' with { type: 'json' }
import { openPage } from '../output/open-page.ts'
import type { Screen, Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface ServeOptions {
  readonly data?: string
  readonly port?: number
  readonly open?: boolean
  readonly withSampleCity?: boolean
}

/** Where the build of the web application lies in this project. */
const WEB = resolve(import.meta.dirname, '../../../web/dist')
/** Where the fictional city lies. */
const CITY = resolve(import.meta.dirname, '../../../../samples/city')

/** `duizhao serve`: starts the service and says where it is; ends when it is asked to. Returns the exit code. */
export async function serveCommand(options: ServeOptions, { stdout }: Terminal): Promise<number> {
  const server = await import('@duizhao/server')
  const config = configOf(server.readConfig, options)
  let accounts: readonly FirstAccount[] = []
  const running = await server
    .startServer(config, {
      version: manifest.version,
      ...(existsSync(join(WEB, 'index.html')) ? { webFolder: WEB } : {}),
      prepare: async ({ db }, files) => {
        if (!(await server.isNew(db))) return
        stdout.write(options.withSampleCity ? '正在建虚构的临江市，约半分钟……\n' : '正在建第一批账号……\n')
        const now = new Date()
        accounts = options.withSampleCity
          ? await server.setUpCity(db, { now, files, folder: CITY })
          : await server.setUpFirst(db, now)
      },
    })
    .catch((error: unknown) => {
      // The accounts stay, whatever failed after them; without their passwords nobody could ever sign in.
      tell(accounts, options, stdout)
      throw asUsageError(server.explainFailure(error, config), error)
    })
  tell(accounts, options, stdout)
  if (accounts.length > 0) stdout.write('停止请按 Ctrl-C。\n')
  stdout.write(`对照已经启动：${running.address}\n`)
  if (options.open) openPage(running.address)
  await untilAsked()
  stdout.write('正在停止：等进行中的请求和任务做完……\n')
  await running.stop()
  return 0
}

/** What can be told in sentences, so told; everything else as it is. */
export function asUsageError(sentences: string | null, error: unknown): unknown {
  return sentences === null ? error : new UsageError(sentences)
}

function tell(accounts: readonly FirstAccount[], { withSampleCity = false }: ServeOptions, stdout: Screen): void {
  for (const { roleName, name, login, password } of accounts)
    stdout.write(`  ${roleName === name ? roleName : `${roleName} ${name}`}  账号 ${login}  初始口令 ${password}\n`)
  if (accounts.length > 0)
    stdout.write(
      withSampleCity ? '口令只显示这一次；试用的账号不用改口令。\n' : '初始口令只显示这一次，第一次登录时要改。\n',
    )
}

/** The configuration with what the command line says; a wrong setting is told, not thrown about. */
export function configOf(
  readConfig: (environment: Readonly<Record<string, string | undefined>>) => ServerConfig,
  { data, port }: ServeOptions,
): ServerConfig {
  try {
    return readConfig({
      ...process.env,
      ...(data === undefined ? {} : { DUIZHAO_DATA: data }),
      ...(port === undefined ? {} : { DUIZHAO_PORT: String(port) }),
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Until Ctrl-C or the system asks the process to stop; a second time it stops at once. */
function untilAsked(): Promise<void> {
  return new Promise((resolveAsked) => {
    const stop = (): void => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.off(signal, stop)
        process.on(signal, () => process.exit(130))
      }
      resolveAsked()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  })
}
