// A fetcher for tests that fetch nothing.

import type { CountsFetcher } from '../../src/app/ports.ts';

const nothing = (): Promise<never> => Promise.reject(new Error('nothing is fetched here'));
export const noFetcher: CountsFetcher = { check: nothing, fetch: nothing };
