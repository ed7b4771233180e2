// Compiles kernels/ and writes the code into src/planner/scan/compiled/code.ts, which is kept with the sources so that nobody
// who runs Airbridge needs the compiler. Run it after every change of the loops: a test compares. The compiler runs in a
// process of its own, for its types would replace those of our arrays.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';

const root = join(import.meta.dirname, '..');
const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const target = join(root, 'src', 'planner', 'scan', 'compiled', 'code.ts');

/** The text of code.ts as the sources give it. @throws Error with the compiler's message */
export function compiledCode(): string {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-kernels-'));
  try {
    const into = join(folder, 'kernels.wasm');
    execFileSync(execPath, [compiler, 'index.ts', '--baseDir', join(root, 'kernels'), '--outFile', into, ...'--optimizeLevel 3 --noAssert --runtime stub --enable simd --enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536'.split(' ')]);
    return `// Written by \`npm run kernels\` from kernels/. WebAssembly, in base 64.\n\nexport const CODE =\n  '${readFileSync(into).toString('base64')}';\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.filename === argv[1]) writeFileSync(target, compiledCode());
