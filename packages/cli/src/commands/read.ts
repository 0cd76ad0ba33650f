import { readDocument } from '../files/read-file.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** `duizhao read FILE`: the text exactly as the engine sees it, with nothing added. Returns the exit code. */
export async function readCommand(path: string, { stdout, stderr }: Terminal): Promise<number> {
  const result = await readDocument(path)
  if ('message' in result) {
    stderr.write(`${result.message}${result.todo}\n`)
    return 2
  }
  stdout.write(result.text)
  return 0
}
