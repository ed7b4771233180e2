// A server goes on answering while it reads a large sheet or a large pack, and stops reading when whoever asked goes away. Nothing
// here measures time: what came before what is asserted.

import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHere } from '../../src/app/read-here.ts';
import type { SheetReader, Store } from '../../src/app/ports.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { threadedReader } from '../../src/reading/sheet-reader.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { SMALL_ID, serveStore, withSmall, type Served } from '../support/served.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
const HEAD = 'Description;Quantity (pcs);Cartons;Gross weight (kg);Batch\n';
/** Every row has a batch of its own: as many lots as rows. */
const list = (rows: number): string => HEAD + Array.from({ length: rows }, (_, n) => `Surgical masks;2000;1;8.5;B${n}\n`).join('');

/** The reader, and what has been begun and has ended, in order. */
function watched(reader: SheetReader): SheetReader & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    list: (ask, signal) => {
      told.push('list begun');
      return reader.list(ask, signal).then((read) => (told.push('list read'), read), (error: unknown) => { told.push('list ended'); throw error; });
    },
    requests: (ask, signal) => reader.requests(ask, signal),
    pack: (files, signal) => {
      told.push('pack begun');
      return reader.pack(files, signal).finally(() => told.push('pack read'));
    },
    counts: (ask, signal) => reader.counts(ask, signal),
  };
}

const until = async (isSo: () => boolean): Promise<void> => {
  for (let turns = 0; !isSo(); turns += 1) {
    invariant(turns < 10_000, 'it never came');
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
};

describe('a server that reads large files', () => {
  const threads = threadedReader();
  const reader = watched(threads);
  let store: Store;
  let served: Served;
  beforeAll(async () => {
    store = await withSmall(await openHome(newFolder()));
    served = await serveStore(store, { reader });
  });
  afterAll(async () => {
    await served.close();
    await threads.close();
    await store.close();
  });

  test('answers whether it is well before a sheet of 100,000 rows is read', async () => {
    const order: string[] = [];
    const asked = served.client.airlift.previewIntake(SMALL_ID, { file: { name: 'list.csv', content: base64(list(100_000)) }, answers: {} }).then((answer) => (order.push('preview'), answer));
    await until(() => reader.told.includes('list begun'));
    for (let n = 0; n < 5; n += 1) {
      expect((await served.client.health()).ok).toBe(true);
      order.push('health');
    }
    expect(reader.told).toEqual(['list begun']);
    const answer = await asked;
    expect(order).toEqual(['health', 'health', 'health', 'health', 'health', 'preview']);
    expect(answer).toMatchObject({ ok: true, value: { counts: { rows: 100_000 } } });
    expect(answer.ok && answer.value.rows.length).toBe(1000);
  }, 180_000);

  test('stops reading when whoever asked goes away, and then reads for others', async () => {
    const gone = new AbortController();
    const before = reader.told.length;
    const asked = served.client.airlift.previewIntake(SMALL_ID, { file: { name: 'list.csv', content: base64(list(100_000)) }, answers: {} }, { signal: gone.signal });
    await until(() => reader.told.length > before);
    gone.abort();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'aborted' } });
    await until(() => reader.told.length > before + 1);
    expect(reader.told.slice(before)).toEqual(['list begun', 'list ended']);
    expect(await served.client.airlift.previewIntake(SMALL_ID, { file: { name: 'list.csv', content: base64(list(3)) }, answers: {} })).toMatchObject({ ok: true, value: { counts: { rows: 3 } } });
  }, 180_000);

  test('answers while a pack is read, and takes the same facts in as when it reads by itself', async () => {
    const files = readFolder(REFERENCE);
    const before = reader.told.length;
    const order: string[] = [];
    const asked = served.client.importPack({ files: Object.fromEntries([...files].map(([name, content]) => [name, base64(content)])) }).then((answer) => (order.push('import'), answer));
    await until(() => reader.told.length > before);
    expect((await served.client.health()).ok).toBe(true);
    order.push('health');
    const imported = await asked;
    const own = await readHere.pack(files);
    expect([order, imported]).toMatchObject([['health', 'import'], { ok: true, value: { facts: own.facts.length } }]);
    expect((await store.facts(OperationId.parse('liege-2020'))).map(({ key }) => key)).toEqual(own.facts.map(({ fact }) => fact.key));
  }, 180_000);
});

describe('a reader in threads of its own', () => {
  const threads = threadedReader();
  afterAll(() => threads.close());
  const ask = (content: string) => ({ content: Buffer.from(content), sender: null, answers: new Map<string, string>(), items: [], senders: new Map(), today: '2020-03-16' as never });

  test('answers what reading in one’s own thread answers, refusals too', async () => {
    for (const content of [list(20), 'no list at all', '']) expect(await threads.list(ask(content))).toEqual(await readHere.list(ask(content)));
    const broken = new Map([['operation.csv', Buffer.from('key,value\noperation,x y\n')]]);
    expect(await threads.pack(broken)).toEqual(await readHere.pack(broken));
  }, 60_000);

  test('reads in the order in which it was asked where more ask than there are threads, and lets go of every signal', async () => {
    const control = new AbortController();
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3, 4, 5].map((n) => threads.list(ask(list(50)), control.signal).then(() => order.push(n))));
    expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(getEventListeners(control.signal, 'abort')).toEqual([]);
    await expect(threads.list(ask(list(1)), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  }, 60_000);
});
