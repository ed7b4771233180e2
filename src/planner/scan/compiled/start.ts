// Starts the compiled loops of kernels/ in a memory. Not here: what they are given (compiled.ts, polish/cholesky.ts).

import { webAssembly, type CompiledMemory } from '../memory.ts';
import { CODE } from './code.ts';

type Loop = (...values: number[]) => number;
type Exports = Readonly<Record<'temper' | 'forward' | 'serve' | 'backward' | 'cheapest' | 'gains' | 'quote' | 'plus' | 'tally' | 'findFree' | 'fall' | 'add' | 'stretch' | 'move' | 'along' | 'product' | 'square' | 'difference' | 'factor' | 'solve', Loop>>;

let module: object | null = null;
/** Several instances may have one memory. */
const started = new WeakMap<CompiledMemory, Exports>();

export function loopsIn(memory: CompiledMemory): Exports {
  const found = started.get(memory);
  if (found !== undefined) return found;
  const { Module, Instance } = webAssembly();
  module ??= new Module(Uint8Array.from(atob(CODE), (letter) => letter.codePointAt(0) ?? 0));
  const exports = new Instance(module, { env: { memory } }).exports as Exports;
  started.set(memory, exports);
  return exports;
}

/** Where an array of that memory lies in it. */
export const at = ({ byteOffset }: Float64Array | Int32Array): number => byteOffset;
