import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'

/** Data of tests need not survive a power cut. */
const FAST = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c max_connections=200']

/** A question to the database takes half as long through a socket of the file system. Windows has none. */
const HAS_SOCKETS = process.platform !== 'win32'

function socketIn(folder: string): string[] {
  return HAS_SOCKETS ? [`-c unix_socket_directories=${folder}`] : []
}

function throughSocket(url: string, folder: string): string {
  return HAS_SOCKETS ? url.replace('127.0.0.1', encodeURIComponent(folder)) : url
}

/** One PostgreSQL for all test files of the project, with a migrated template: our own, or `TEST_DATABASE_URL` for `external`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = project.name === 'external' ? process.env['TEST_DATABASE_URL'] : undefined
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-postgres-'))
  const embedded = given === undefined ? await startEmbedded(folder, [...FAST, ...socketIn(folder)]) : null
  const url = given ?? throughSocket(embedded?.url ?? '', folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('drop database if exists duizhao_template')
  await client.query('create database duizhao_template')
  await client.end()
  await migrate(url.replace(/\/[^/]*$/, '/duizhao_template'))
  project.provide('postgres', url)
  return async () => {
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
