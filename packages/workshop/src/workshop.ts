import { type Answer, JobStopped, type Question, type Work, type Worker } from './protocol.ts'

/** What a workshop gives to one piece of work, and to one account. */
export interface Limits {
  /** Workers at a time. */
  readonly workers: number
  /** How long one piece of work may take, in milliseconds, where nothing else is said. */
  readonly milliseconds: number
  /** How much one account may have under way at a time; what it asks beyond that waits, and others pass by. */
  readonly perAccount: number
  /** How much may wait altogether, and for one account. */
  readonly waiting: number
  readonly waitingPerAccount: number
  /** How long a worker without work is kept. */
  readonly idleMilliseconds: number
}

/** More is waiting than the workshop takes in. */
export class Overloaded extends Error {}

interface Order {
  readonly question: Question
  readonly account: string
  readonly signal: AbortSignal | undefined
  readonly milliseconds: number
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: Error) => void
}

/** Who has work done, and how: a signal calls it off. */
export interface Asked {
  readonly account?: string
  readonly signal?: AbortSignal
  /** Instead of the limit of the workshop. */
  readonly milliseconds?: number
}

export interface Workshop {
  /**
   * What the work comes to, done in a worker. Rejects with `JobStopped` if it came to nothing; that costs the worker and
   * nobody else's work. Rejects with `Overloaded` if too much is waiting. `account` is who has it done, for the limits.
   */
  readonly do: <Input, Output>(work: Work<Input, Output>, input: Input, asked?: Asked) => Promise<Output>
  /** Ends all workers; what is under way or waiting rejects. */
  readonly close: () => void
}

/** Opens a workshop with workers of one kind. They are hired when there is work, and let go after a while without. */
export function openWorkshop(hire: () => Worker, limits: Limits): Workshop {
  const idle = new Map<Worker, ReturnType<typeof setTimeout>>()
  const busy = new Map<Worker, Order>()
  const waiting: Order[] = []

  const countOf = (orders: Iterable<Order>, account: string): number =>
    [...orders].filter((order) => order.account === account).length

  function next(): void {
    while (busy.size < limits.workers) {
      const at = waiting.findIndex(({ account }) => countOf(busy.values(), account) < limits.perAccount)
      const [order] = at < 0 ? [] : waiting.splice(at, 1)
      if (!order) return
      void carryOut(order)
    }
  }

  async function carryOut(order: Order): Promise<void> {
    const [kept] = idle.keys()
    const worker = kept ?? hire()
    clearTimeout(idle.get(worker))
    idle.delete(worker)
    busy.set(worker, order)
    try {
      const answer = await perform(worker, order)
      rest(worker)
      order.resolve(answer)
    } catch (error) {
      order.reject(error instanceof Error ? error : new JobStopped('died', String(error)))
    } finally {
      busy.delete(worker)
      next()
    }
  }

  function rest(worker: Worker): void {
    const timer = setTimeout(() => {
      idle.delete(worker)
      worker.end()
    }, limits.idleMilliseconds)
    // A worker that waits for work keeps no process alive.
    if (typeof timer === 'object') timer.unref()
    idle.set(worker, timer)
  }

  return {
    do: async ({ name }, input, { account = '', signal, milliseconds = limits.milliseconds } = {}) => {
      signal?.throwIfAborted()
      if (waiting.length >= limits.waiting || countOf(waiting, account) >= limits.waitingPerAccount)
        throw new Overloaded(`${waiting.length} pieces of work are waiting`)
      const answer = await new Promise<Answer>((resolve, reject) => {
        waiting.push({ question: { job: name, input }, account, signal, milliseconds, resolve, reject })
        next()
      })
      if ('error' in answer) throw new JobStopped('failed', answer.error)
      // What is declared of the work is what its `run` gives.
      return answer.output as never
    },
    close: () => {
      for (const { reject } of waiting.splice(0)) reject(new JobStopped('ended'))
      for (const worker of [...idle.keys(), ...busy.keys()]) worker.end()
      for (const timer of idle.values()) clearTimeout(timer)
      idle.clear()
    },
  }
}

/** What a worker answers; it is ended when the time for it is over, when it is called off, and when it has failed. */
async function perform(worker: Worker, { question, milliseconds, signal }: Order): Promise<Answer> {
  let reason: JobStopped | null = null
  const stop = (why: JobStopped): void => {
    reason = why
    worker.end()
  }
  const timer = setTimeout(() => stop(new JobStopped('time')), milliseconds)
  const onAbort = (): void => stop(new JobStopped('ended'))
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await worker.ask(question)
  } catch (error) {
    worker.end()
    throw reason ?? error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
