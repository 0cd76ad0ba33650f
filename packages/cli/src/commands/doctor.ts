import type { Diagnosis } from '@duizhao/server'
import type { Terminal } from '../terminal/terminal.ts'
import { configOf, type ServeOptions } from './serve.ts'

/**
 * `duizhao doctor`: asks what the service needs, and says what to do about what is not so. Returns the exit code: 1 if
 * something would stop the service.
 */
export async function doctorCommand(
  options: Pick<ServeOptions, 'data' | 'port'>,
  { stdout }: Terminal,
): Promise<number> {
  const server = await import('@duizhao/server')
  const found = await server.examine(configOf(server.readConfig, options), new Date())
  for (const diagnosis of found) stdout.write(told(diagnosis))
  const bad = found.filter(({ isWell }) => isWell === false)
  const stopping = bad.filter(({ severity }) => severity === 'stops').length
  stdout.write(
    bad.length === 0 ? '一切正常。\n' : `服务不能运行的 ${stopping} 项，最好改一改的 ${bad.length - stopping} 项。\n`,
  )
  return stopping === 0 ? 0 : 1
}

function told({ question, severity, isWell, found, todo }: Diagnosis): string {
  const mark = isWell === null ? '没查' : isWell ? '正常' : severity === 'stops' ? '不行' : '注意'
  const line = `${mark}  ${question}：${found}\n`
  return isWell === false ? `${line}      ${todo}\n` : line
}
