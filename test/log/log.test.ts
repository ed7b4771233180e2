// The transparency log of the reference operation, from the journal to the check.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPack } from '../../src/app/pack/import.ts';
import { fold } from '../../src/ledger/apply.ts';
import { effective } from '../../src/domain/asof.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';
import { partition } from '../../src/ledger/partition.ts';
import type { EmbeddedStore } from '../../src/storage/embedded-store.ts';
import { nobleSha256 } from '../../src/log/noble.ts';
import { FIGURES } from '../../src/log/totals.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { logsOver, type Parts, partsOf, sizeOf, verified } from '../support/logs.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const OP = OperationId.parse('liege-2020');
let store: EmbeddedStore;
let parts: Parts;

beforeAll(async () => {
  store = await openHome(newFolder());
  invariant((await importPack(store, readFolder(REFERENCE))).ok, 'the reference operation is taken');
  parts = await partsOf(logsOver(store), OP);
});
afterAll(() => store.close());

describe('the log of the reference operation', () => {
  test('has a leaf for each fact, and verifies', async () => {
    const { seq } = await store.head(OP);
    const result = await verified(parts);
    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ ok: true, size: seq, origin: '127.0.0.1:4020/log/liege-2020', keyIsKnown: false, checked: { leaves: seq, keys: 1 } });
    expect(sizeOf(parts)).toBe(seq);
  });

  test('holds by the libraries that a page has, too', async () => {
    const steps: string[] = [];
    const result = await verified(parts, { sha256: nobleSha256, onProgress: ({ step, done, of }) => void (done === of && steps.push(step)) });
    expect(result).toEqual(await verified(parts));
    expect(steps).toEqual(['keys', 'leaves', 'proofs', 'totals']);
  });

  test('gives the totals of the ledger, now and as of any instant', async () => {
    const journal = await store.facts(OP);
    for (const asOf of [null, '2020-03-13T23:00:00.000Z', '2020-03-16T19:40:00.000Z', '2020-03-20T12:00:00.000Z']) {
      const rows = partition(fold(effective(journal, { asOf: asOf === null ? null : Instant.parse(asOf), knownAt: null })).ledger);
      const wanted = rows.filter((row) => FIGURES.some((figure) => row[figure] !== 0)).toSorted((a, b) => (`${a.pledge}\t${a.item}` < `${b.pledge}\t${b.item}` ? -1 : 1));
      const { totals } = await verified(parts, { asOf });
      expect(totals).toEqual(wanted);
      expect(totals.length).toBeGreaterThan(0);
    }
  });
});
