/** `npm run pictures`: takes the pictures of the help anew, by the test that goes the ways it tells. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'

const { status } = spawnSync('vitest', ['run', 'e2e/web/help.test.ts'], {
  cwd: resolve(import.meta.dirname, '..'),
  env: { ...process.env, TAKE_PICTURES: '1' },
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
