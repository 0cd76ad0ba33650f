const keyOf = (name: string): string => `duizhao:draft:${name}`

/** What was typed under a name and not sent yet; empty if nothing. */
export function draftUnder(name: string): object {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? '{}')
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

/** Keeps what is typed, as long as the browser's tab is open. */
export function keepDraft(name: string, typed: object): void {
  sessionStorage.setItem(keyOf(name), JSON.stringify(typed))
}

/** It has been sent. */
export function dropDraft(name: string): void {
  sessionStorage.removeItem(keyOf(name))
}
