// A printer for tests that print nothing.

import type { Printer } from '../../src/app/ports.ts';

export const noPrinter: Printer = { print: () => Promise.reject(new Error('nothing is printed here')) };
