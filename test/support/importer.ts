// A program that a test starts and kills: imports the reference operation again and again, each time under another name,
// and after each answer writes one line to the acknowledgement file. Arguments: home, acknowledgement file, side file of syncs.

import { closeSync, openSync, writeSync } from 'node:fs';
import { importPack } from '../../src/app/pack/import.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { openEmbedded } from '../../src/storage/open.ts';
import type { Acknowledged } from './crashes.ts';
import { recordingDisk } from './disks.ts';
import { REFERENCE, edited, readFolder } from './packs.ts';

const [, , home, acknowledged, sideFile] = process.argv;
invariant(home !== undefined && acknowledged !== undefined && sideFile !== undefined, 'importer.ts HOME ACKNOWLEDGED SYNCS');

const opened = await openEmbedded(home, { clock: { now: () => instantFromMs(Date.now()) }, disk: recordingDisk(sideFile) });
invariant(opened.ok, `cannot open: ${JSON.stringify(opened)}`);
const store = opened.value;
const descriptor = openSync(acknowledged, 'a');
process.on('exit', () => closeSync(descriptor));

const reference = readFolder(REFERENCE);
for (let n = (await store.operations()).length; ; n += 1) {
  const operation = OperationId.parse(`liege-${process.pid}-${n}`);
  const imported = await importPack(store, edited(reference, 'operation', (text) => text.replace('operation,liege-2020', `operation,${operation}`)));
  invariant(imported.ok && imported.value.facts > 0, 'the import was refused');
  writeSync(descriptor, `${JSON.stringify({ operation, key: String(imported.value.facts), head: await store.head(operation) } satisfies Acknowledged)}\n`);
}
