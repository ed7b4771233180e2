// Where a log is read from: an address, a folder, a page's memory. Paths are those of C2SP tlog-tiles, and beside them `keys`
// and `totals`.

import { toHex } from './hash.ts';

export interface LogSource {
  /** What lies at a path of the log, such as `checkpoint` or `tile/0/000.p/17`. Null: nothing. Throws where it cannot be asked. */
  read(path: string): Promise<Uint8Array | null>;
}

/** How many parts are asked for at the same time. */
const AHEAD = 8;

/** Each thing with what lies at its path, in order; the next ones are on their way meanwhile. */
export async function* readAhead<T>(source: LogSource, things: Iterable<T>, pathOf: (thing: T) => string): AsyncGenerator<readonly [T, Uint8Array | null], void> {
  const waiting: { readonly thing: T; readonly content: Promise<Uint8Array | null> }[] = [];
  const rest = things[Symbol.iterator]();
  const ask = (): void => {
    const next = rest.next();
    if (next.done === true) return;
    const content = source.read(pathOf(next.value));
    // Whoever stops early leaves some unheard; their failure is nobody's then.
    content.catch(() => undefined);
    waiting.push({ thing: next.value, content });
  };
  for (let n = 0; n < AHEAD; n += 1) ask();
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    ask();
    yield [first.thing, await first.content];
  }
}

/** For messages: the beginning of a hash. */
export const shortHash = (hash: Uint8Array): string => toHex(hash.subarray(0, 6));
