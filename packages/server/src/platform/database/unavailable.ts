/**
 * What PostgreSQL says when it is going, coming, full, or only to be read (a standby after a failover), and when it ends a
 * statement or a transaction that has waited or lasted too long (PostgreSQL, appendix A).
 */
const STATES = /^(?:08...|57P0[1-5]|53[0-4]00|25006|25P0[34]|55P03|57014)$/
/** What the network says (errno(3), getaddrinfo(3)). */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])
/** What node-postgres says without a code. */
const WORDS = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
]

/** True if it is the database that could not be had, for now: the request is right, and the same may be done later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // Of what the network says, only what is about a connection: a file that is not there has the same codes.
  const isNetwork =
    NETWORK.has(code) &&
    'syscall' in error &&
    ['connect', 'read', 'write', 'getaddrinfo'].includes(String(error.syscall))
  return STATES.test(code) || isNetwork || WORDS.some((words) => error.message.startsWith(words))
}
