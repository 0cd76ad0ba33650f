import type { Answer, endpoints } from '@duizhao/contract'
import type { ActorContext } from '../context.ts'
import type { House } from '../feature.ts'

/** How what the actor answers for stands, what is amiss first: what each feature says of it. */
export async function readHomeFacts(
  context: ActorContext,
  { features, config }: House,
): Promise<Answer<typeof endpoints.readHomeFacts>> {
  const facts = (await Promise.all(features.flatMap(({ homeFacts }) => homeFacts?.(context, config) ?? []))).flat()
  return { facts: facts.toSorted((one, other) => Number(other.isAmiss) - Number(one.isAmiss)) }
}
