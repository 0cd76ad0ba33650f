import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'tools/**/*.test.ts',
      'samples/**/*.test.ts',
      'bench/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    globalSetup: ['packages/server/src/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Generous: some tests start threads or a browser, on machines that may be busy. None measures time.
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
