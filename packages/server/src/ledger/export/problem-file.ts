import type { ActorContext } from '../../context.ts'
import type { Download } from '../../http/route.ts'

/** Everything about one problem as a zip (一问题一档). */
export async function problemFile(_context: ActorContext, _problemId: string): Promise<Download> {
  throw new Error('not written yet')
}
