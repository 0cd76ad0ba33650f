/** Something that is done in a worker: by its name in the protocol, by `run` there. */
export interface Work<Input = never, Output = unknown> {
  /** One in the whole application. */
  readonly name: string
  readonly run: (input: Input) => Output | Promise<Output>
}

/** Declares a piece of work. Input and output are copied on the way, as structured clones: data, no functions. */
export function work<Input, Output>(
  name: string,
  run: (input: Input) => Output | Promise<Output>,
): Work<Input, Output> {
  return { name, run }
}

/** Work that is declared elsewhere, so that who has it done need not load what it needs; known here by its name. */
export function workElsewhere<Input, Output>(name: string): Work<Input, Output> {
  return work(name, () => {
    throw new Error(`${name} is not done here`)
  })
}

/** What a worker is asked. */
export interface Question {
  readonly job: string
  readonly input: unknown
}

/** What it answers: what came out, or the words of the error. */
export type Answer = { readonly output: unknown } | { readonly error: string }

/** The answer to a question, by one of the kinds of work given. Never rejects. */
export async function answerTo({ job, input }: Question, works: readonly Work[]): Promise<Answer> {
  const found = works.find(({ name }) => name === job)
  if (!found) return { error: `no work is called ${job}` }
  try {
    // Who asks and who answers have the same declaration of the work.
    return { output: await found.run(input as never) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** Why a question came to no answer. */
export type StopReason = 'time' | 'memory' | 'died' | 'failed' | 'ended'

/** A question that came to no answer: the worker took too long or too much, died, threw, or was ended. */
export class JobStopped extends Error {
  readonly reason: StopReason

  constructor(reason: StopReason, words: string = reason) {
    super(words)
    this.name = 'JobStopped'
    this.reason = reason
  }
}

/** A worker, whatever carries it; asked one question at a time. */
export interface Worker {
  /** Rejects with `JobStopped` if it dies over it. */
  readonly ask: (question: Question) => Promise<Answer>
  /** Ends it at once; a question under way rejects. */
  readonly end: () => void
}
