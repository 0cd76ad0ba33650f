import { CommanderError } from 'commander'
import { createProgram, explainUsage } from './program.ts'
import { UsageError } from './usage-error.ts'

// A reader that has seen enough (`duizhao read x | head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await createProgram((code) => {
    process.exitCode = code
  }).parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

/** Says what went wrong on standard error; returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    const sentence = explainUsage(error)
    if (sentence === null) return 0
    process.stderr.write(`${sentence}用法见 duizhao --help。\n`)
    return 2
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  process.stderr.write(
    `程序出错，请把下面的内容发给维护者。\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 2
}
