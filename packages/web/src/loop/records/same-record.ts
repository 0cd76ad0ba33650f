import { RefusedCall } from '@duizhao/contract'

/** The record that is there already, where one was refused for being the same. */
export function sameRecordOf(error: unknown): { readonly id: string; readonly name: string } | null {
  if (!(error instanceof RefusedCall) || error.refusal.code !== 'conflict') return null
  const { current } = error.refusal
  if (typeof current !== 'object' || current === null || !('id' in current) || !('name' in current)) return null
  return { id: String(current.id), name: String(current.name) }
}
