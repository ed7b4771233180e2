// Compiles kernels/ and writes the code into src/planner/scan/compiled/code.ts, which is kept with the sources so that
// nobody who runs Airbridge needs the compiler. Run it after every change of the loops: a test compares.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { main } from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');
const sources = join(root, 'kernels');
const target = join(root, 'src', 'planner', 'scan', 'compiled', 'code.ts');

/** The text of code.ts as the sources give it. @throws Error with the compiler's message */
export async function compiledCode(): Promise<string> {
  let code: Uint8Array | null = null;
  const { error } = await main('index.ts --outFile loops.wasm --baseDir . --optimizeLevel 3 --noAssert --runtime stub --enable simd --enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536'.split(' '), {
    readFile: (name) => readFile(join(sources, name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => void (code = contents as Uint8Array),
    listFiles: () => [],
  });
  if (error !== null || code === null) throw new Error(`kernels/ does not compile: ${error?.message ?? 'no code'}`);
  return `// Written by \`npm run kernels\` from kernels/. WebAssembly, in base 64.\n\nexport const CODE =\n  '${Buffer.from(code).toString('base64')}';\n`;
}

if (import.meta.filename === argv[1]) await writeFile(target, await compiledCode());
