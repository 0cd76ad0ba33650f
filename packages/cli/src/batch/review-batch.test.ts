import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderOf } from '../testing/run-cli.ts'
import { reviewBatch } from './review-batch.ts'

/** A worker that answers with the path, but dies, each time in another way, over the files that say so. */
const MORTAL = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (path) => {
  if (path === 'throws') throw new Error('x')
  if (path === 'exits') process.exit(3)
  if (path === 'rejects') void Promise.reject(new Error('x'))
  else parentPort.postMessage({ path, examination: {} })
})`

it('loses only the file over which a thread dies', async () => {
  const worker = pathToFileURL(join(folderOf({ 'worker.mjs': MORTAL }), 'worker.mjs'))
  const paths = ['a', 'throws', 'b', 'exits', 'rejects', 'c', 'd']
  const results = await reviewBatch(paths, { config: {}, jobs: 2, worker })
  expect(results.map(({ path }) => path)).toEqual(paths)
  expect(results.filter((result) => 'message' in result).map(({ path }) => path)).toEqual([
    'throws',
    'exits',
    'rejects',
  ])
})
