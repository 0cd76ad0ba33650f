import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderOf } from '../testing/run-cli.ts'
import { reviewBatch } from './review-batch.ts'

/** A process that answers with the path, but dies, each time in another way, over the files that say so. */
const MORTAL = `
process.on('message', ({ input: { path } }) => {
  if (path === 'throws') throw new Error('x')
  if (path === 'exits') process.exit(3)
  if (path === 'rejects') void Promise.reject(new Error('x'))
  else if (path === 'answers wrongly') process.send({ error: 'x' })
  else process.send({ output: { path, examination: {} } })
})`

it('loses only the file over which a process dies', async () => {
  const module = pathToFileURL(join(folderOf({ 'process.mjs': MORTAL }), 'process.mjs'))
  const paths = ['a', 'throws', 'b', 'exits', 'rejects', 'c', 'answers wrongly', 'd']
  const results = await reviewBatch(paths, { config: {}, jobs: 2, module })
  expect(results.map(({ path }) => path)).toEqual(paths)
  expect(results.filter((result) => 'message' in result).map(({ path }) => path)).toEqual([
    'throws',
    'exits',
    'rejects',
    'answers wrongly',
  ])
})
