// A printer for tests that print nothing.

import type { Printer } from '../../src/app/ports.ts';

const nothing = (): Promise<never> => Promise.reject(new Error('nothing is printed here'));
export const noPrinter: Printer = { print: nothing, labels: nothing };
