import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { paper } from '../testing/run-cli.ts'
import { serveCommand } from './serve.ts'

it('tells the first accounts even if the port is taken: they are never told again', async () => {
  const data = await mkdtemp(join(tmpdir(), 'duizhao-serve-'))
  // PostgreSQL does not run as root; its account has to get in.
  await chmod(data, 0o755)
  const taken = createServer()
  await new Promise<void>((resolve) => {
    taken.listen(0, '127.0.0.1', resolve)
  })
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const [stdout, stderr] = [paper(), paper()]
  try {
    await expect(serveCommand({ data, port }, { stdout, stderr })).rejects.toThrow(`端口 ${port} 已被别的程序占用`)
    const said = stdout.written()
    for (const login of ['xitong', 'anquan', 'shenji'])
      expect(said).toMatch(new RegExp(`账号 ${login}  初始口令 \\S{8,}`))
  } finally {
    taken.close()
    await rm(data, { recursive: true, force: true })
  }
})
