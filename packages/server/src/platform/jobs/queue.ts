import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from '../database/transaction.ts'

/** The work done in the background, with what each job is given. */
export interface Jobs {
  /** Sends a notification by mail to a person who has an address. */
  readonly 'send-mail': { readonly notificationId: string }
  /** Reminds of deadlines, look-backs and answers that are due. */
  readonly remind: Record<string, never>
  /** Removes what has run out: sessions, previews of imports. */
  readonly 'tidy-up': Record<string, never>
  /** Counts as overdue what has become so since yesterday. */
  readonly 'mark-overdue': Record<string, never>
}

export type JobName = keyof Jobs

/** Puts a job into the queue in the caller's transaction: if that is rolled back, the job never was. */
export type Enqueue = <N extends JobName>(tx: Tx, name: N, data: Jobs[N]) => Promise<void>

/** What does each job; it may put further jobs into the queue. */
export type Handlers = { readonly [N in JobName]: (data: Jobs[N], enqueue: Enqueue) => Promise<void> }

export interface Queue {
  readonly enqueue: Enqueue
  /** Lets running jobs finish. */
  stop(): Promise<void>
}

const NAMES: readonly JobName[] = ['send-mail', 'remind', 'tidy-up', 'mark-overdue']
/** When recurring jobs run, China time. */
const SCHEDULE: Partial<Readonly<Record<JobName, string>>> = {
  remind: '10 8 * * *',
  'tidy-up': '17 3 * * *',
  // At midnight, and again for what was being written just then.
  'mark-overdue': '0 * * * *',
}

/**
 * The queue in the database, and this process as one of those that work on it: several processes share the jobs, each is
 * done once, failures are tried again three times.
 */
export async function startQueue(
  url: string,
  handlers: Handlers,
  onFailure: (name: string, error: unknown) => void,
): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, max: 4, application_name: 'duizhao jobs' })
  boss.on('error', (error) => onFailure('queue', error))
  await boss.start()
  const enqueue: Enqueue = async (tx, name, data) => {
    await boss.send(name, { ...data }, { db: fromKysely(tx) })
  }
  for (const name of NAMES) {
    await boss.createQueue(name, { retryLimit: 3, retryBackoff: true, retryDelay: 30, expireInSeconds: 900 })
    const handler = handlers[name] as (data: Jobs[JobName], enqueue: Enqueue) => Promise<void>
    await boss.work<Jobs[JobName]>(name, async (jobs) => {
      for (const job of jobs)
        await handler(job.data, enqueue).catch((error: unknown) => {
          onFailure(name, error)
          throw error
        })
    })
    const when = SCHEDULE[name]
    if (when !== undefined) await boss.schedule(name, when, {}, { tz: 'Asia/Shanghai' })
  }
  return { enqueue, stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}
