import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'

/** Prints what a year of a branch of the sample city costs to write down by hand: presses, characters, minutes. */
export function benchTyping(): Promise<void> {
  const { status } = spawnSync('vitest', ['run', 'e2e/web/branch-year.test.ts'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, TELL_TYPING: '1' },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status === 0 ? Promise.resolve() : Promise.reject(new Error('the year was not written down'))
}
