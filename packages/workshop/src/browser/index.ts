export { type Beginning, serveFromWorker } from './serve.ts'
export { browserWorkers } from './workers.ts'
