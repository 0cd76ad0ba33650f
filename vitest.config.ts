import { join } from 'node:path'
import process from 'node:process'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/longest-first.ts'

/** What every project of the tests has. */
const shared = {
  pool: 'forks',
  // No test leaves anything in a module: to load all of them again for each file takes as long as half of the tests.
  isolate: false,
  // What tests start is our own programs again and again: compiled once, each starts in half the time.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') },
  // Generous: some tests start threads or a browser, on machines that may be busy. None measures time.
  testTimeout: 60_000,
  hookTimeout: 300_000,
  // One second as it comes: too short for a page that shares two processors with two other tests.
  expect: { poll: { timeout: 30_000 } },
} as const

const service = { ...shared, globalSetup: ['packages/server/src/testing/global-setup.ts'] }

/**
 * On the PostgreSQL of `TEST_DATABASE_URL`, the oldest that is promised, once more what depends on it: migrations, plans,
 * backups and restoring them, moving organisations, reading the ledger, and a random year of it. What the embedded one is
 * tried with, the enumerations of who may do what, and what lists and workbooks say, tell nothing of another version.
 */
const external = {
  ...service,
  name: 'external',
  include: [
    'packages/server/src/platform/{database,backup}/**/*.test.ts',
    'packages/server/src/office/organisation/{organisation,move-beside-writes}.test.ts',
    'packages/server/src/loop/**/{ledger-reading,ledger-property}.test.ts',
    'packages/server/src/plans.test.ts',
  ],
  exclude: ['**/*embedded.test.ts', '**/edited-backup.test.ts', '**/back-up-each-night.test.ts'],
}

export default defineConfig({
  test: {
    // One more than the processors it is made for: a third of the time a test waits, for a kill, a lock or a browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'files',
          include: [
            'packages/{engine,report,workshop,cli,contract,page}/**/*.test.ts',
            'packages/web/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
            'samples/**/*.test.ts',
            'bench/**/*.test.ts',
            'e2e/*.test.ts',
          ],
        },
      },
      { test: { ...service, name: 'service', include: ['packages/server/**/*.test.ts', 'e2e/web/*.test.ts'] } },
      ...(process.env['TEST_DATABASE_URL'] === undefined ? [] : [{ test: external }]),
    ],
  },
})
