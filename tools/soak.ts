/**
 * `npm run soak -- N`: the crash test with N kills of server and database (200 if not said) instead of the few that
 * `npm test` has time for.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'

const root = resolve(import.meta.dirname, '..')
const kills = Number(process.argv[2] ?? 200)

if (!Number.isInteger(kills) || kills < 1) {
  process.stderr.write('请写明强制结束多少次，如 npm run soak -- 500。\n')
  process.exit(2)
}

const { status } = spawnSync('vitest', ['run', '--project=service', 'crash.test.ts'], {
  cwd: root,
  env: { ...process.env, DUIZHAO_KILLS: String(kills) },
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
