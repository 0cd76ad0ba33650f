import { useSyncExternalStore } from 'react'

interface Wait {
  readonly until: Promise<boolean>
  readonly settle: (isBack: boolean) => void
}

/** The calls that wait since the session ended elsewhere or ran out; null while it has not. */
let wait: Wait | null = null
const watchers = new Set<() => void>()

function change(next: Wait | null): void {
  wait = next
  for (const tell of watchers) tell()
}

/** The session is found to have ended. Resolves to true once who was signed in is so again, to false if they left instead. */
export function untilSignedInAgain(): Promise<boolean> {
  if (wait !== null) return wait.until
  let settle: Wait['settle'] = () => undefined
  const until = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  change({ until, settle })
  return until
}

/** Lets what waits go on, or fail. */
export function endWaiting(isBack: boolean): void {
  const ended = wait
  change(null)
  ended?.settle(isBack)
}

/** True while calls wait for somebody to sign in again. */
export function useHasExpired(): boolean {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => wait !== null,
  )
}
