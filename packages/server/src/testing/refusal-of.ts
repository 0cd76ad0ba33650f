import { RefusedCall } from '@duizhao/contract'

/** What a call was refused with; throws if it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusedCall['refusal']> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof RefusedCall) return error.refusal
  throw new Error(`not refused: ${String(error)}`, { cause: error })
}
