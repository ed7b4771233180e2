// The reference operation as a workbook: whichever form it comes in, the journal stands at the same place, and what is
// exported is the same, byte for byte.

import { describe, expect, test } from 'vitest';
import { journalOf } from '../../src/app/journal.ts';
import { exportPack } from '../../src/app/pack/export.ts';
import { importPack } from '../../src/app/pack/import.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import type { EmbeddedStore } from '../../src/storage/embedded-store.ts';
import type { PackFiles, PackForm } from '../../src/standards/packs/write-pack.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { REFERENCE, readFolder } from '../support/packs.ts';

const LIEGE = OperationId.parse('liege-2020');
const BOOK: PackForm = { as: 'xlsx', hxl: true };

async function imported(store: EmbeddedStore, files: PackFiles): Promise<{ readonly facts: number; readonly position: unknown }> {
  const report = await importPack(store, files);
  invariant(report.ok, report.ok ? '' : JSON.stringify(report.error));
  return { facts: report.value.facts, position: await store.head(LIEGE) };
}
async function exported(store: EmbeddedStore, form: PackForm): Promise<PackFiles> {
  const journal = await journalOf(store, LIEGE);
  invariant(journal.ok, 'the operation was imported');
  return exportPack(journal.value, form);
}

describe('workbook → import → export as a workbook → import', () => {
  test('gives the same journal position as the folder of CSV files, and the same workbook', async () => {
    const [first, second] = [await openHome(newFolder()), await openHome(newFolder())];
    try {
      const fromFolder = await imported(first, readFolder(REFERENCE));
      const book = await exported(first, BOOK);
      expect([...book.keys()]).toEqual(['liege-2020.xlsx']);
      expect(await imported(second, book)).toEqual(fromFolder);
      const again = await exported(second, BOOK);
      expect(again).toEqual(book);
      expect(await imported(first, again)).toEqual({ ...fromFolder, facts: 0 });
    } finally {
      await first.close();
      await second.close();
    }
  });
});
