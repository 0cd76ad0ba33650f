import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { watchPackages } from './development/watch.ts'

it('a change in the source of a watched package is told once, a test or another package not', async () => {
  const root = mkdtempSync(join(tmpdir(), 'duizhao-watch-'))
  const write = (path: string): void => writeFileSync(join(root, 'packages', path), `${Math.random()}`)
  for (const name of ['server', 'web']) mkdirSync(join(root, 'packages', name, 'src/testing'), { recursive: true })
  let changes = 0
  const end = watchPackages(root, ['server'], () => (changes += 1))
  for (const path of ['web/src/a.ts', 'server/src/a.test.ts', 'server/src/testing/a.ts']) write(path)
  await wait(600)
  expect(changes).toBe(0)
  for (const path of ['server/src/a.ts', 'server/src/b.sql', 'server/src/a.ts']) write(path)
  await expect.poll(() => changes, { timeout: 10_000 }).toBe(1)
  end()
  rmSync(root, { recursive: true })
})
