import { endpoints, type SessionDetail } from '@duizhao/contract'
import { useEffect } from 'react'
import { request } from '../platform/service/api.ts'

/** How often within the time after which an idle session ends who types is heard of. */
const PARTS = 6

/** Who types is not away, though nothing is sent: the service is told that the session is used. */
export function useTypingKeepsSession({ idleMinutes }: SessionDetail): void {
  useEffect(() => {
    let told = Date.now()
    const hear = (): void => {
      if (Date.now() - told < (idleMinutes * 60_000) / PARTS) return
      told = Date.now()
      void request(endpoints.readSession, {}).catch(() => undefined)
    }
    addEventListener('input', hear, true)
    return () => removeEventListener('input', hear, true)
  }, [idleMinutes])
}
