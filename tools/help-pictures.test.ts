import { globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const pages = resolve(import.meta.dirname, '../packages/web/src')
const LARGEST = 60 * 1024

it('the help has a picture of each of its ten things, each small enough to be loaded over a slow line', () => {
  const pictures = globSync('**/help/*.webp', { cwd: pages })
  expect(pictures).toHaveLength(10)
  expect(pictures.filter((path) => statSync(join(pages, path)).size > LARGEST)).toEqual([])
})
