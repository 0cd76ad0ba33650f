/** Which batch goes on, where a new one is for, and of which meeting its papers are. */
export interface BatchSearch {
  readonly batchId?: string
  readonly organisationId?: string
  readonly meetingId?: string
}

export function batchSearchOf(raw: Readonly<Record<string, unknown>>): BatchSearch {
  const names = ['batchId', 'organisationId', 'meetingId'] as const
  return Object.fromEntries(names.flatMap((name) => (typeof raw[name] === 'string' ? [[name, raw[name]]] : [])))
}
