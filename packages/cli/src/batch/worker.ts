import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../config/config.ts'
import { reviewFile } from './review-file.ts'

/** Reviews the files named by the main thread, one after the other, and sends back what came out. */
const config = workerData as Config

parentPort?.on('message', (path: string) => {
  void reviewFile(path, config).then((result) => parentPort?.postMessage(result))
})
