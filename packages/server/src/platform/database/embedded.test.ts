import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { startEmbedded } from './embedded.ts'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder others may pass through, as data folders lie in. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-embedded-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}

async function valueIn(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ value: unknown }>(query)
  await client.end()
  return rows[0]?.value
}

/** kill -9 of the first process; the system takes it and the others away when it gets to it. */
async function kill(folder: string): Promise<void> {
  const [first] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(first), 'SIGKILL')
}

it('starts in a data folder that is made with it, is taken over while it runs, and keeps what was written', async () => {
  const folder = join(await openFolder(), 'data', 'postgres')
  const first = await startEmbedded(folder)
  expect(first.wasRunning).toBe(false)
  await valueIn(first.url, 'create table kept as select 7 as value')
  const second = await startEmbedded(folder)
  expect([second.wasRunning, second.url]).toEqual([true, first.url])
  await second.stop()
  const third = await startEmbedded(folder)
  expect(await valueIn(third.url, 'select value from kept')).toBe(7)
  await third.stop()
})

it.each([
  ['gone', null],
  ['cut off by a power cut', '{"port":54'],
])('is left as it is when the file it is reached by is %s', async (_, content) => {
  const folder = join(await openFolder(), 'postgres')
  const first = await startEmbedded(folder)
  await valueIn(first.url, 'create table kept as select 7 as value')
  await first.stop()
  const path = join(folder, 'access.json')
  const access = await readFile(path, 'utf8')
  await (content === null ? rm(path) : writeFile(path, content))
  await expect(startEmbedded(folder)).rejects.toThrow(/access\.json .*数据没有动。请取回原来的文件/)
  await writeFile(path, access)
  const second = await startEmbedded(folder)
  expect(await valueIn(second.url, 'select value from kept')).toBe(7)
  await second.stop()
})

it('moves to another port without ever having half a file to be reached by', async () => {
  const folder = join(await openFolder(), 'postgres')
  const first = await startEmbedded(folder)
  const { ino } = await stat(join(folder, 'access.json'))
  await first.stop()
  const taken = createServer()
  await new Promise<void>((listening) => taken.listen(Number(new URL(first.url).port), '127.0.0.1', listening))
  const second = await startEmbedded(folder)
  try {
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
    expect((await stat(join(folder, 'access.json'))).ino).not.toBe(ino)
    expect((await readdir(folder)).filter((name) => name.startsWith('access'))).toEqual(['access.json'])
  } finally {
    await second.stop()
    taken.close()
  }
})

it('is started again at once after a kill, with what was committed; stopping a dead one is no failure', async () => {
  const folder = join(await openFolder(), 'postgres')
  const first = await startEmbedded(folder)
  await valueIn(first.url, 'create table kept as select 7 as value')
  const idle = new pg.Client({ connectionString: first.url })
  idle.on('error', () => undefined)
  await idle.connect()
  await kill(folder)
  const second = await startEmbedded(folder)
  expect(second.wasRunning).toBe(false)
  expect(await valueIn(second.url, 'select value from kept')).toBe(7)
  await kill(folder)
  await second.stop()
})
