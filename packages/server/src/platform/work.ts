import { JobStopped, Overloaded, type StopReason, type Work } from '@duizhao/workshop'
import type { ActorContext } from './context.ts'
import { busy, invalid, type Refusal } from './refusal.ts'

/** What work says of a file it can do nothing with, or that holds more than anybody may have done at once. */
export interface RefusedFile {
  readonly refused: true
  readonly message: string
  readonly todo: string
}

export function refusedFile(message: string, todo: string): RefusedFile {
  return { refused: true, message, todo }
}

/** What one says of a file over which a worker was lost, by why it was. */
const LOST: Readonly<Record<StopReason, readonly [what: string, todo: string]>> = {
  time: ['处理得太久，停下来了', '文件可能太大或损坏，请拆成几份，或在 Word、Excel、WPS 中另存一份再试。'],
  memory: ['打开来太大，停下来了', '文件可能损坏，或图片、空白的格子太多，请拆成几份，或另存一份再试。'],
  died: ['处理时出了错，没有处理', '请在 Word、Excel 或 WPS 中打开并另存一份再试。'],
  failed: ['处理时出了错，没有处理', '请在 Word、Excel 或 WPS 中打开并另存一份再试。'],
  ended: ['没有处理完，服务正在停止', '请过一会儿再试。'],
}

/**
 * Has work done on a file, for the actor, in a process of its own. Refused with a sentence for what the work refuses, for
 * a file over which the process was lost, and when too many files are waiting. `name` is what the file is called.
 */
export async function doWork<Input, Output>(
  { workshop, actor }: Pick<ActorContext, 'workshop' | 'actor'>,
  work: Work<Input, Output>,
  input: Input,
  name: string,
): Promise<Exclude<Output, RefusedFile>> {
  const output = await workshop.do(work, input, { account: actor.accountId }).catch((error: unknown) => {
    throw refusalOf(error, name) ?? error
  })
  if (isRefused(output)) throw invalid(output.message, output.todo)
  return output as Exclude<Output, RefusedFile>
}

function isRefused(output: unknown): output is RefusedFile {
  return typeof output === 'object' && output !== null && 'refused' in output
}

function refusalOf(error: unknown, name: string): Refusal | null {
  if (error instanceof Overloaded) return busy('正在处理的文件太多了。', '请等前面的处理完再试。')
  if (!(error instanceof JobStopped)) return null
  const [what, todo] = LOST[error.reason]
  return invalid(`“${name}”${what}。`, todo)
}
