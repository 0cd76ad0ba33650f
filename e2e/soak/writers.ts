import { setTimeout as wait } from 'node:timers/promises'
import { endpoints, RefusedCall } from '@duizhao/contract'
import type { RemoteCaller } from '../../packages/server/src/testing/server-process.ts'

/** People who write without end, whatever happens to the service, and what it said yes to. */
export interface Writers {
  /** Names the service has acknowledged. */
  readonly acknowledged: readonly string[]
  /** What was refused or broke off, by words, how often. */
  readonly setbacks: ReadonlyMap<string, number>
  stop(): Promise<void>
}

/** A person types; and one session may ask only so often. */
const PAUSE = 400

/** Starts so many; `caller` is somebody signed in where the service is at the moment. */
export function startWriters(count: number, organisationId: string, caller: () => RemoteCaller): Writers {
  const acknowledged: string[] = []
  const setbacks = new Map<string, number>()
  let isOn = true
  const all = Array.from({ length: count }, async (_, index) => {
    for (let number = 0; isOn; number++) {
      const name = `写手${index}之${number}`
      const body = { name, position: '干部', email: '', isPartyMember: true }
      try {
        await caller().call(endpoints.createPerson, { params: { organisationId }, body })
        acknowledged.push(name)
      } catch (error) {
        const words = error instanceof RefusedCall ? `${error.refusal.status} ${error.refusal.code}` : '没有答复'
        setbacks.set(words, (setbacks.get(words) ?? 0) + 1)
      }
      await wait(PAUSE)
    }
  })
  return {
    acknowledged,
    setbacks,
    stop: async () => {
      isOn = false
      await Promise.all(all)
    },
  }
}
