export type { Enqueue, Job, JobContext } from './job.ts'
export { type Queue, startQueue } from './queue.ts'
