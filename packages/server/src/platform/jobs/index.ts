export { type Enqueue, type Queue, startQueue } from './queue.ts'
