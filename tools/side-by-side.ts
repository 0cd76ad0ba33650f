import { spawn } from 'node:child_process'
import process from 'node:process'

/** A program of `npm test` and what it means if it fails. */
export interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly onFailure: string
}

/** What became of a step: what it printed, and how many seconds it took. */
interface Ended {
  readonly step: Step
  readonly passed: boolean
  readonly output: string
  readonly seconds: number
}

/**
 * Runs steps, `lanes` of them at a time, and prints what each said as a whole, in the order of the list. Returns those
 * that failed; one that fails does not stop the others, so that all there is to mend is seen at once.
 */
export async function sideBySide(steps: readonly Step[], folder: string, lanes: number): Promise<Step[]> {
  const ended = steps.map(() => Promise.withResolvers<Ended>())
  const queue = steps.entries()
  const lane = async (): Promise<void> => {
    for (const [index, step] of queue) ended[index]?.resolve(await end(step, folder))
  }
  const running = Promise.all(Array.from({ length: lanes }, lane))
  const failed: Step[] = []
  for (const { promise } of ended) {
    const { step, passed, output, seconds } = await promise
    process.stdout.write(`── ${step.name}（${seconds.toFixed(1)} 秒）\n${output}`)
    if (!passed) failed.push(step)
  }
  await running
  return failed
}

function end(step: Step, folder: string): Promise<Ended> {
  const start = performance.now()
  const [program, ...args] = step.command
  const pieces: string[] = []
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      // dependency-cruiser complains on standard error that it cannot use TypeScript 7; it is set to use swc.
      stdio: ['ignore', 'pipe', program === 'depcruise' ? 'ignore' : 'pipe'],
      shell: process.platform === 'win32',
    })
    const hear = (stream: NodeJS.ReadableStream | null): void => {
      stream?.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
    }
    hear(child.stdout)
    hear(child.stderr)
    const over = (passed: boolean): void =>
      resolve({ step, passed, output: pieces.join(''), seconds: (performance.now() - start) / 1000 })
    child.on('error', ({ message }) => {
      pieces.push(`${message}\n`)
      over(false)
    })
    child.on('close', (code) => over(code === 0))
  })
}
