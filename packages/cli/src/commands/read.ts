import { readDocument } from '../files/read-file.ts'

/** `duizhao read FILE`: the text exactly as the engine sees it, with nothing added. Returns the exit code. */
export async function readCommand(path: string): Promise<number> {
  const result = await readDocument(path)
  if ('message' in result) {
    process.stderr.write(`${result.message}${result.todo}\n`)
    return 2
  }
  process.stdout.write(result.text)
  return 0
}
