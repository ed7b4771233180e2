// Where the engine's large arrays lie: in this thread's own memory, or in memory that compiled loops (compiled/) and other
// threads see too. Not for small things.

import { POWERS } from './exponential.ts';

export interface Memory {
  /** What compiled loops are to be given; null: they cannot work here. */
  readonly compiled: CompiledMemory | null;
  floats(length: number): Float64Array;
  whole(length: number): Int32Array;
}

/** A WebAssembly.Memory, shared. May be sent to other threads. */
export interface CompiledMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

export const ownMemory: Memory = {
  compiled: null,
  floats: (length) => new Float64Array(length),
  whole: (length) => new Int32Array(length),
};

/** Bytes of a page; memory is asked for in steps of so many pages. */
const PAGE = 65_536;
const STEP = 16;
/** Where two floats are read at once. */
const ALIGNED = 16;
/** 4 GB, all that 32 bits can point to. Not taken before it is needed. */
const MOST_PAGES = 65_536;
/** Where the first array may begin. Below: the end of the last one, and the table of powers. */
const POWERS_AT = 16;
const FIRST_AT = 1_024;

interface WebAssemblyHere {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: boolean }) => CompiledMemory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** What the engine that runs this has of WebAssembly: neither the language's types nor Node's name it, a page's do. @throws Error where it has none: before Node 16, Chrome 74, Firefox 79, Safari 14.1 */
export function webAssembly(): WebAssemblyHere {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyHere };
  if (WebAssembly === undefined) throw new Error('The planner needs WebAssembly, which is switched off or missing here: allow it, or use a newer browser.');
  return WebAssembly;
}

/** Of its own, for one instance or for several that are dropped together. @throws Error as webAssembly does */
export function compiledMemory(): Memory & { readonly compiled: CompiledMemory } {
  const compiled = new (webAssembly().Memory)({ initial: 1, maximum: MOST_PAGES, shared: true });
  new Uint32Array(compiled.buffer)[0] = FIRST_AT;
  new Float64Array(compiled.buffer, POWERS_AT, POWERS.length).set(POWERS);
  return memoryIn(compiled);
}

/**
 * V8 does not count shared memory as what an object holds, and collects late what it takes for small: some hundred plans would
 * keep theirs. So each memory holds as much that is counted. Nobody writes there, so that it takes no room.
 */
const counted = new WeakMap<CompiledMemory, ArrayBuffer[]>();

function grow(compiled: CompiledMemory, pages: number): void {
  compiled.grow(pages);
  const weights = counted.get(compiled) ?? [];
  weights.push(new ArrayBuffer(pages * PAGE));
  counted.set(compiled, weights);
}

/** Where further arrays of an instance go. */
export const memoryOf = ({ compiled }: { readonly compiled: CompiledMemory | null }): Memory => (compiled === null ? ownMemory : memoryIn(compiled));

/** Further arrays beside those that lie there already. One thread alone may ask for them. */
export function memoryIn(compiled: CompiledMemory): Memory & { readonly compiled: CompiledMemory } {
  const take = (bytes: number): number => {
    const top = new Uint32Array(compiled.buffer, 0, 1);
    const at = top[0] as number;
    const end = Math.ceil((at + bytes) / ALIGNED) * ALIGNED;
    const lacks = end - compiled.buffer.byteLength;
    if (lacks > 0) grow(compiled, Math.max(STEP, Math.ceil(lacks / PAGE)));
    top[0] = end;
    return at;
  };
  return {
    compiled,
    floats(length) {
      const at = take(length * Float64Array.BYTES_PER_ELEMENT);
      return new Float64Array(compiled.buffer, at, length);
    },
    whole(length) {
      const at = take(length * Int32Array.BYTES_PER_ELEMENT);
      return new Int32Array(compiled.buffer, at, length);
    },
  };
}

/** A list of whole numbers that grows; `into` copies it to where it stays. */
export class Wholes {
  #kept = new Int32Array(1_024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#kept.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    this.#kept[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#kept[index] as number;
  }

  clear(): void {
    this.length = 0;
  }

  into(memory: Memory): Int32Array {
    const copy = memory.whole(this.length);
    copy.set(this.#kept.subarray(0, this.length));
    return copy;
  }
}
