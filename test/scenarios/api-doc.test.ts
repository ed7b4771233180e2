// The example of docs/how-to/api.md does what it says, as it stands there.

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPack } from '../../src/app/pack/import.ts';
import type { Store } from '../../src/app/ports.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { highsSolver, type HighsSolver } from '../../src/solver/highs.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';
import { serveStore, type Served } from '../support/served.ts';

const DOC = new URL('../../docs/how-to/api.md', import.meta.url);
const CLIENT = new URL('../../src/client/client.ts', import.meta.url);

let store: Store;
let solver: HighsSolver;
let server: Served;
beforeAll(async () => {
  store = await openHome(newFolder());
  invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken');
  solver = highsSolver();
  server = await serveStore(store, { solver });
});
afterAll(async () => {
  await server.close();
  await solver.close();
  await store.close();
});

test('records a fact, plans with progress, follows the journal', async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(DOC, 'utf8'))?.[1] ?? '';
  expect(example).toContain("from 'airbridge/client'");
  const program = join(newFolder(), 'example.ts');
  writeFileSync(program, example.replace('airbridge/client', CLIENT.href).replace('http://127.0.0.1:4020', server.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 60_000 });
  const lines = stdout.trim().split('\n');
  const { seq } = await store.head(OperationId.parse('liege-2020'));
  expect(lines[0]).toBe(`fact ${seq}`);
  expect(lines.find((line) => line.startsWith('done, '))).toMatch(/^done, [\d.]+ s$/);
  expect(lines.find((line) => line.startsWith('severity-'))).toMatch(/^severity-[0-9a-f]{12}: \d+ lines$/);
  expect(lines).toContain('1 operation.opened');
});
