import { CommanderError } from 'commander'
import { createProgram, explainUsage } from './program.ts'
import type { Terminal } from './terminal/terminal.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs `duizhao` with these arguments in the current folder of the process. Returns the exit code; whatever goes wrong
 * is said on `stderr`, nothing is thrown.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0
  try {
    await createProgram(terminal, (ended) => {
      code = ended
    }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return report(error, terminal)
  }
}

/** Says what went wrong; returns the exit code. */
function report(error: unknown, { stderr }: Terminal): number {
  if (error instanceof CommanderError) {
    const sentence = explainUsage(error)
    if (sentence === null) return 0
    stderr.write(`${sentence}用法见 duizhao --help。\n`)
    return 2
  }
  if (error instanceof UsageError) {
    stderr.write(`${error.message}\n`)
    return 2
  }
  stderr.write(
    `程序出错，请把下面的内容发给维护者。\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 2
}
