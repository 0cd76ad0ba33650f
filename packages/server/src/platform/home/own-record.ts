import type { Answer, endpoints } from '@duizhao/contract'
import type { ActorContext } from '../context.ts'
import type { Feature } from '../feature.ts'

/** Everything held about the person who asks, in words: what each feature says it holds. */
export async function readOwnRecord(
  context: ActorContext,
  features: readonly Feature[],
): Promise<Answer<typeof endpoints.readOwnRecord>> {
  const groups = await Promise.all(features.flatMap(({ ownRecord }) => ownRecord?.(context) ?? []))
  return { groups: groups.flat() }
}
