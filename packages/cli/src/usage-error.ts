/** The command was called in a way it cannot follow; the message is one or more Chinese sentences. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
