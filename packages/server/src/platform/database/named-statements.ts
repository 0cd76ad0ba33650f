import { createHash } from 'node:crypto'
import pg from 'pg'

/** Statements a connection keeps prepared; what comes after is planned each time, as without names. */
const MOST_NAMES = 1_000

/** Names by text, of this process: the same statement has the same name on every connection. */
const names = new Map<string, string>()
/** Part of every name: how often a migration made what was prepared before useless. */
let migrations = 0

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMES) return undefined
  const name = `${migrations}.${createHash('sha1').update(text).digest('base64url')}`
  names.set(text, name)
  return name
}

/**
 * True if a statement was prepared before a migration changed the columns it gives (`select *`); PostgreSQL says so before
 * it does anything.
 */
export function isOutdated(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '0A000' &&
    error.message.startsWith('cached plan must not')
  )
}

/** Has every statement prepared anew, on all connections: those beside it are as old. */
function prepareAnew(text: string, name: string): void {
  if (names.get(text) !== name) return
  names.clear()
  migrations += 1
}

/** A statement that PostgreSQL has not ended itself so long after its time-out never gets an answer: nobody is there. */
const GRACE = 5_000

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown

/**
 * A connection that makes every statement with parameters a named prepared statement: PostgreSQL parses it once a
 * connection and soon keeps a generic plan, where planning took longer than most of our queries. What a migration has
 * outdated is asked again without a name; within a transaction that cannot be, and `transaction` begins again.
 *
 * A lost connection fails the statements under way and nothing else; one that has fallen silent, behind a cable that was
 * pulled say, is ended some seconds after `statement_timeout`, when PostgreSQL would have spoken.
 */
export class NamingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    // Whoever waits for a statement is told by its promise; without a listener the event would end the process.
    this.on('error', () => undefined)
    const longest = Number(config?.statement_timeout ?? 0)
    const ask = this.query.bind(this) as Query
    const query: Query = (text, values, callback) => {
      const asked = ask(text, values, callback)
      if (longest === 0 || !(asked instanceof Promise)) return asked
      const watch = setTimeout(() => void this.end().catch(() => undefined), longest + GRACE)
      return asked.finally(() => clearTimeout(watch))
    }
    const named: Query = (text, values, callback) => {
      if (typeof text !== 'string' || !Array.isArray(values)) return query(text, values, callback)
      const name = nameOf(text)
      const plain = { text, values: values as unknown[] }
      const asked = query(name === undefined ? plain : { ...plain, name }, callback)
      if (name === undefined || !(asked instanceof Promise)) return asked
      return asked.catch(async (error: unknown) => {
        if (!isOutdated(error)) throw error
        prepareAnew(text, name)
        return (query(plain) as Promise<unknown>).catch(() => {
          throw error
        })
      })
    }
    this.query = named as typeof this.query
  }
}
