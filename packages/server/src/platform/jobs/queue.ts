import { fromKysely, PgBoss } from 'pg-boss'
import type { Enqueue, Job, JobContext } from './job.ts'

export interface Queue {
  readonly enqueue: Enqueue
  /** Lets running jobs finish. */
  stop(): Promise<void>
}

/** What the jobs are given, but for what belongs to one run. */
export type JobMeans = Pick<JobContext, 'db' | 'files' | 'config'>

/**
 * The queue in the database, and this process as one of those that work on it: several processes share the jobs, each is
 * done once, failures are tried again three times. What recurred and does not any more is struck from the schedule.
 */
export async function startQueue(
  url: string,
  jobs: readonly Job[],
  means: JobMeans,
  onFailure: (name: string, error: unknown) => void,
): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, max: 4, application_name: 'duizhao jobs' })
  boss.on('error', (error) => onFailure('queue', error))
  await boss.start()
  const enqueue: Enqueue = async (tx, { name }, data) => {
    await boss.send(name, { ...data }, { db: fromKysely(tx) })
  }
  const scheduled = new Set(jobs.filter(({ schedule }) => schedule !== undefined).map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name)
  for (const job of jobs) {
    const expireInSeconds = job.longestSeconds ?? 900
    await boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true, retryDelay: 30, expireInSeconds })
    await boss.work<object>(job.name, async (asked) => {
      for (const { data } of asked)
        await job.work({ ...means, databaseUrl: url, now: new Date(), enqueue }, data).catch((error: unknown) => {
          onFailure(job.name, error)
          throw error
        })
    })
    if (job.schedule !== undefined) await boss.schedule(job.name, job.schedule, {}, { tz: 'Asia/Shanghai' })
  }
  return { enqueue, stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}
