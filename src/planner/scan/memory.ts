// Where the engine's large arrays lie: in this thread's own memory, or in memory that several threads see. The caller says
// which, because only it knows whether there are other threads. Not for small things.

export interface Memory {
  floats(length: number): Float64Array;
  whole(length: number): Int32Array;
}

export const ownMemory: Memory = {
  floats: (length) => new Float64Array(length),
  whole: (length) => new Int32Array(length),
};

/** For threads that read and write the same arrays; who writes where is the caller's affair. */
export const sharedMemory: Memory = {
  floats: (length) => new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT)),
  whole: (length) => new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT)),
};

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
