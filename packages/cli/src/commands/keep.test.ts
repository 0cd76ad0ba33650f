import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, readConfig, setUpFirst, startServer } from '@duizhao/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
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

it('backs up what is there, says what is not, and brings the rest back elsewhere', async () => {
  const backup = join(data, 'backup')
  const saved = await runCli(data, 'backup', backup, '--data', data)
  expect([saved.code, saved.err]).toEqual([1, ''])
  expect(saved.out).toContain('0 个文件，没有加密。')
  expect(saved.out).toContain('有文件已经损坏或缺失，备份里没有它们，其余都在（2 个）')
  const fingerprint = /指纹：([0-9a-f-]+)/.exec(saved.out)?.[1] ?? ''
  const verified = await runCli(data, 'backup', '--verify', backup, '--data', data)
  expect([verified.code, verified.out]).toEqual([1, expect.stringContaining(`是本系统的密钥：${fingerprint}`)])
  const elsewhere = join(data, 'elsewhere')
  await mkdir(elsewhere)
  const refused = await runCli(data, 'restore', backup, '--data', elsewhere, '--key', '0000')
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('不是要的那把密钥')])
  const restored = await runCli(data, 'restore', backup, '--data', elsewhere, '--key', fingerprint)
  expect([restored.code, restored.err]).toEqual([1, ''])
  for (const words of ['逐条核对无误', '是指明的密钥', '审计日志完整', '有 2 个文件备份里没有', '已缺失：没有地方用到'])
    expect(restored.out).toContain(words)
  const config = readConfig({ DUIZHAO_DATA: elsewhere })
  const { db, close } = await openDatabase(config)
  const rows = await db.selectFrom('audit_entry').select(['action', 'succeeded']).orderBy('number').execute()
  await close()
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['system.start', 'files.verify', 'system.restore']),
  )
})

it('prints the end of the audit log, finds it again, and compares it with what was written at start and stop', async () => {
  const printed = await runCli(data, 'audit', 'anchor', '--data', data)
  const code = /链尾码 +(\S+)/.exec(printed.out)?.[1] ?? ''
  expect([printed.code, code]).toEqual([0, expect.stringMatching(/^\d+(-[0-9a-f]{4}){6}$/)])
  const whole = await runCli(data, 'audit', 'verify', '--data', data, '--code', code)
  expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/与 4 个锚点对照[^]*审计日志完整/)])
  const wrong = code.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
  const changed = await runCli(data, 'audit', 'verify', '--data', data, '--code', wrong)
  expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('与抄下的链尾码不符')])
  const mistyped = await runCli(data, 'audit', 'verify', '--data', data, '--code', '1234')
  expect([mistyped.code, mistyped.err]).toEqual([2, expect.stringContaining('看不懂这个链尾码')])
})

it('encrypts once there is a passphrase, unless told not to, and finds a backup that was changed', async () => {
  vi.stubEnv('DUIZHAO_PASSPHRASE', '一句只有管理员知道的话')
  const backup = join(data, 'encrypted')
  expect((await runCli(data, 'backup', backup, '--data', data)).out).toContain('，已加密。')
  const plain = join(data, 'plain')
  expect((await runCli(data, 'backup', plain, '--plain', '--data', data)).out).toContain('按 --plain 没有用口令加密')
  const bytes = await readFile(backup)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100)
  await writeFile(backup, bytes)
  const { code, out } = await runCli(data, 'backup', '--verify', backup, '--data', data)
  expect([code, out]).toEqual([1, expect.stringMatching(/改动过/)])
  vi.unstubAllEnvs()
  const refused = await runCli(data, 'backup', backup, '--encrypt', '--data', data)
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('DUIZHAO_PASSPHRASE')])
})

it('lets an administrator in again, and says what is missing for one that nobody knows', async () => {
  const { code, out } = await runCli(data, 'rescue', 'xitong', '--data', data)
  expect([code, out]).toEqual([0, expect.stringMatching(/^系统管理员 xitong 的初始口令：\S{14}\n/)])
  const unknown = await runCli(data, 'rescue', 'jiuji', '--data', data)
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('请用 --as')])
})
