import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-bootstrap-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Takes its time to stop, as a service with requests under way does, and tells how often it was asked to. */
const SLOW = `let asked = 0
process.on('SIGTERM', () => {
  asked += 1
  if (asked === 1) setTimeout(() => process.exit(process.stdout.write('asked ' + asked + '\\n') ? 0 : 1), 1_500)
})
setInterval(() => undefined, 1_000)
process.stdout.write('ready\\n')`

it.skipIf(process.platform === 'win32')(
  'a script whose npm was stopped is asked to stop once, not each moment',
  async () => {
    const script = join(folder, 'slow.mjs')
    writeFileSync(script, SLOW)
    const bootstrap = resolve(import.meta.dirname, '../bin/bootstrap.mjs')
    // What follows keeps the shell from becoming the program itself; npm starts scripts in a shell as well.
    const shell = spawn('sh', ['-c', '"$0" "$@"; true', process.execPath, bootstrap, script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface(shell.stdout)[Symbol.asyncIterator]()
    expect(await lines.next()).toMatchObject({ value: 'ready' })
    shell.kill('SIGKILL')
    await once(shell, 'exit')
    expect(await lines.next()).toMatchObject({ value: 'asked 1' })
  },
)
