// Where the tests are and how they run: beside the code, and the cross-cutting suites in test/.

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'web/**/*.test.ts'],
    pool: 'threads',
    // One more than there are cores: much of the time goes into waiting for a browser or a server.
    maxWorkers: availableParallelism() + 1,
    // No test is about time: these only end what hangs, also on a machine that is slow and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
