/** Everything of drafts that the browser holds begins so; the next part is whose they are. */
const PREFIX = 'duizhao:draft:'

let accountId = ''

const keyOf = (name: string): string => `${PREFIX}${accountId}:${name}`

/** What is typed from now on is this account's; what another typed on this machine is not for it, and goes. */
export function keepDraftsOf(id: string): void {
  accountId = id
  for (const key of kept()) if (!key.startsWith(keyOf(''))) localStorage.removeItem(key)
}

/** Signed out: nothing that was typed stays on the machine. */
export function forgetDrafts(): void {
  accountId = ''
  for (const key of kept()) localStorage.removeItem(key)
}

function kept(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
}

/** What was typed under a name and not sent yet, in whatever tab; empty if nothing. */
export function draftUnder(name: string): object {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}')
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

/** Keeps what is typed until it is sent or its author signs out, a closed browser and an ended session notwithstanding. */
export function keepDraft(name: string, typed: object): void {
  localStorage.setItem(keyOf(name), JSON.stringify(typed))
}

/** It has been sent. */
export function dropDraft(name: string): void {
  localStorage.removeItem(keyOf(name))
}
