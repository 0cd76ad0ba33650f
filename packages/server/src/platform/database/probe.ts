import pg from 'pg'

/** Asks the database whether it is there, on a connection of its own: whatever the others wait for, the answer comes. */
export interface Probe {
  /** False after a second without an answer. */
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

const LONGEST = 1_000

export function openProbe(url: string): Probe {
  let client: pg.Client | null = null
  let asked: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const late = AbortSignal.timeout(LONGEST)
    const silence = new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason)))
    const one = (client ??= connection(url))
    try {
      await Promise.race([one.query('select 1'), silence])
      return true
    } catch {
      client = null
      // Ends at once where a statement is under way; whatever is wrong with it no longer matters.
      void one.end().catch(() => undefined)
      return false
    }
  }

  return {
    isReachable: () => (asked ??= ask().finally(() => (asked = null))),
    close: async () => client?.end(),
  }
}

/** A connection that is on its way: what is asked of it waits until it is there. */
function connection(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, application_name: 'duizhao health', keepAlive: true })
  client.on('error', () => undefined)
  void client.connect().catch(() => undefined)
  return client
}
