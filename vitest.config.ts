import process from 'node:process'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/longest-first.ts'

/** What every project of the tests has. */
const shared = {
  pool: 'forks',
  // Generous: some tests start threads or a browser, on machines that may be busy. None measures time.
  testTimeout: 60_000,
  hookTimeout: 300_000,
} as const

const service = { ...shared, globalSetup: ['packages/server/src/testing/global-setup.ts'] }

/** The service's tests once more on the PostgreSQL of `TEST_DATABASE_URL`, without those that are about the embedded one. */
const external = {
  ...service,
  name: 'external',
  include: ['packages/server/**/*.test.ts'],
  exclude: ['**/crash.test.ts', '**/stop.test.ts', '**/embedded.test.ts'],
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'files',
          include: [
            'packages/{engine,report,cli,contract,page}/**/*.test.ts',
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
