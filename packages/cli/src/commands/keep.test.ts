import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, readConfig, setUpFirst, startServer } from '@duizhao/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'duizhao-keep-'))
  await chmod(data, 0o755)
})
afterAll(() => rm(data, { recursive: true, force: true }))

it('says where the data is to be looked for if there is none', async () => {
  for (const command of ['files', 'audit']) {
    const { code, err } = await runCli(data, command, 'verify', '--data', data)
    expect([code, err]).toEqual([2, expect.stringContaining('数据库里还没有数据')])
  }
})

it('lists the files that are not what was kept, and is content with the others', async () => {
  const config = readConfig({ DUIZHAO_DATA: data, DUIZHAO_PORT: '0', DUIZHAO_LOG: 'silent' })
  const hashes: string[] = []
  const server = await startServer(config, {
    version: '0.0.0',
    prepare: async ({ db }, files) => {
      await setUpFirst(db, new Date())
      for (const text of ['收据 100 元', '会议纪要']) {
        const bytes = new TextEncoder().encode(text)
        const hash = await files.put(bytes)
        await db.insertInto('stored_file').values({ hash, size: bytes.length, media_type: 'text/plain' }).execute()
        hashes.push(hash)
      }
    },
  })
  await server.stop()
  const whole = await runCli(data, 'files', 'verify', '--data', data)
  expect([whole.code, whole.out]).toEqual([0, '核对了 2 个文件：0 个已损坏或被改动，0 个已缺失。\n'])
  const [damaged = '', missing = ''] = hashes
  const pathOf = (hash: string): string => join(data, 'files', hash.slice(0, 2), hash)
  await writeFile(pathOf(damaged), '收据 900 元')
  await rm(pathOf(missing))
  const spoilt = await runCli(data, 'files', 'verify', '--data', data)
  const lines = [`  已损坏或被改动：没有地方用到（${damaged}）`, `  已缺失：没有地方用到（${missing}）`]
  expect(spoilt.code).toBe(1)
  expect(spoilt.out.trimEnd().split('\n').toSorted()).toEqual(
    [...lines, '核对了 2 个文件：1 个已损坏或被改动，1 个已缺失。'].toSorted(),
  )
  const { db, close } = await openDatabase(config)
  const rows = await db.selectFrom('audit_entry').select('succeeded').where('action', '=', 'files.verify').execute()
  await close()
  expect(rows.map(({ succeeded }) => succeeded)).toEqual([true, false])
})
