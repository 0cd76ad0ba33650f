import { createHash } from 'node:crypto'
import pg from 'pg'

/** Statements a connection keeps prepared; what comes after is planned each time, as without names. */
const MOST_NAMES = 1_000

/** Names by text, of this process: the same statement has the same name on every connection. */
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMES) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown

/**
 * A connection that gives statements with parameters a name, so that PostgreSQL parses each once a connection and plans
 * it a few times instead of every time: planning took longer than most of our queries.
 */
export class NamingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as Query
    const named: Query = (text, values, callback) => {
      if (typeof text !== 'string' || !Array.isArray(values)) return query(text, values, callback)
      const name = nameOf(text)
      return query({ text, values: values as unknown[], ...(name === undefined ? {} : { name }) }, callback)
    }
    this.query = named as typeof this.query
  }
}
