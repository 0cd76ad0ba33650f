import type { BatchRow } from '@duizhao/contract'
import { Refusal } from '../../platform/refusal.ts'

/** What was done with one of many: in a word, and the version of the problem after it if that is of use. */
interface Done {
  readonly message: string
  readonly version: number | null
}

/** Does something with many problems, each on its own: what one refuses does not hold up the others. A line per problem. */
export async function eachOfMany<Each extends { readonly problemId: string }>(
  many: readonly Each[],
  act: (one: Each) => Promise<Done>,
): Promise<{ rows: BatchRow[] }> {
  const rows: BatchRow[] = []
  for (const one of many) {
    const { problemId } = one
    try {
      rows.push({ problemId, isDone: true, ...(await act(one)) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      rows.push({ problemId, isDone: false, message: error.message, version: null })
    }
  }
  return { rows }
}
