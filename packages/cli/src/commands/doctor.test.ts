import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { folderOf, runCli } from '../testing/run-cli.ts'

it('says what is well, what one had better change, and ends with 1 only if something would stop the service', async () => {
  const folder = folderOf({})
  const fresh = await runCli(folder, 'doctor', '--data', join(folder, 'data'), '--port', '0')
  expect([fresh.code, fresh.err]).toEqual([0, ''])
  expect(fresh.out).toContain('正常  数据库连得上吗：还没有建库，第一次启动时会建\n')
  expect(fresh.out).toMatch(/注意 {2}备份的口令设了吗：没有设，备份不加密\n {6}请设环境变量 DUIZHAO_PASSPHRASE/)
  expect(fresh.out).toMatch(/服务不能运行的 0 项，最好改一改的 \d+ 项。\n$/)
  writeFileSync(join(folder, 'file'), '')
  const stopped = await runCli(folder, 'doctor', '--data', join(folder, 'file', 'data'), '--port', '0')
  expect(stopped.code).toBe(1)
  expect(stopped.out).toMatch(/不行 {2}数据目录写得进吗：.*\n {6}请让运行服务的账号可以读写数据目录/)
  vi.stubEnv('DUIZHAO_TRUST_PROXY', 'true')
  const mistaken = await runCli(folder, 'doctor')
  vi.unstubAllEnvs()
  expect([mistaken.code, mistaken.err]).toEqual([2, expect.stringContaining('DUIZHAO_TRUST_PROXY')])
})
