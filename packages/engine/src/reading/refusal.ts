import type { Unreadable, UnreadableReason } from './source-document.ts'
import { unreadable } from './unreadable.ts'

/** Thrown deep inside a reader where a file turns out to be unreadable; `refusable` at the reader's door turns it into an answer. */
export class ReadingRefusal extends Error {
  readonly reason: UnreadableReason
  /** What happened, to follow the file's name; without it the words of the reason are used. */
  readonly what: string | undefined
  readonly todo: string | undefined

  constructor(reason: UnreadableReason, what?: string, todo?: string) {
    super(what ?? reason)
    this.reason = reason
    this.what = what
    this.todo = todo
  }
}

/** What `work` returns, or why the file called `name` was refused. Errors that are not refusals pass through: they are bugs. */
export function refusable<Result>(name: string, work: () => Result): Result | Unreadable {
  try {
    return work()
  } catch (error) {
    if (error instanceof ReadingRefusal) return unreadable(name, error.reason, error.what, error.todo)
    throw error
  }
}
