// A program that a test starts and kills: appends batches to a data folder for ever, and after each answer writes one line
// to the acknowledgement file: operation, key of the batch, head. Arguments: home, acknowledgement file, side file of syncs.

import { openSync, writeSync } from 'node:fs';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { openEmbedded } from '../../src/storage/open.ts';
import { type Acknowledged, FACTS_IN_BATCH, UNITS_A_FACT } from './crashes.ts';
import { recordingDisk } from './disks.ts';
import { countFact, promising } from './facts.ts';

const [, , home, acknowledged, sideFile] = process.argv;
invariant(home !== undefined && acknowledged !== undefined && sideFile !== undefined, 'writer.ts HOME ACKNOWLEDGED SYNCS');

const opened = await openEmbedded(home, { clock: { now: () => instantFromMs(Date.now()) }, disk: recordingDisk(sideFile) });
invariant(opened.ok, `cannot open: ${JSON.stringify(opened)}`);
const store = opened.value;
const descriptor = openSync(acknowledged, 'a');
// Its input ends when the test that started it is gone.
process.stdin.on('end', () => process.exit(1)).resume();

async function writeForEver(operation: OperationId): Promise<never> {
  for (let batch = (await store.head(operation)).seq; ; batch += 1) {
    const key = `${process.pid}-${batch}`;
    const evidence = await store.putEvidence(Buffer.from(`${operation} ${key}`));
    const person = await store.keepPerson(operation, { name: key });
    const facts = Array.from({ length: FACTS_IN_BATCH }, (_, n) => ({ ...countFact(`${key}/${n}`, n), note: person, evidence: [{ sha256: evidence }] }));
    const appended = await store.append(operation, facts, promising(UNITS_A_FACT));
    invariant(appended.ok, 'the append was refused');
    writeSync(descriptor, `${JSON.stringify({ operation, key, head: appended.value.head } satisfies Acknowledged)}\n`);
  }
}

await Promise.all(['one', 'two'].map((name) => writeForEver(OperationId.parse(name))));
