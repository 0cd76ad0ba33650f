import { defineConfig } from 'vitest/config'

/** What every project of the tests has. */
const shared = {
  pool: 'forks',
  // Generous: some tests start threads or a browser, on machines that may be busy. None measures time.
  testTimeout: 60_000,
  hookTimeout: 300_000,
} as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'files',
          include: [
            'packages/{engine,report,cli,contract,page}/**/*.test.ts',
            'tools/**/*.test.ts',
            'samples/**/*.test.ts',
            'bench/**/*.test.ts',
            'e2e/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'service',
          include: ['packages/{server,web}/**/*.test.ts', 'e2e/web/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
        },
      },
    ],
  },
})
