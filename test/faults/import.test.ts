// The import of a whole operation, killed at a random moment, with the power gone, with the database folder removed:
// what was acknowledged is there to the last fact and adds up; what was not is there whole or not at all.
// README.md here says how to run many.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { auditStore } from '../../src/app/custody/audit.ts';
import { acknowledgedIn, runAndKill } from '../support/crashes.ts';
import { losePowerOnDatabase, losePowerOnJournal, randomly, syncedLength } from '../support/disks.ts';
import { newFolder, openHome } from '../support/folders.ts';

const KILLS = Number(process.env['AIRBRIDGE_KILLS'] ?? 2);
const SEED = Number(process.env['AIRBRIDGE_SEED'] ?? 16_032_020);
const IMPORTER = fileURLToPath(new URL('../support/importer.ts', import.meta.url));
/** A folder is used this often before a fresh one: a process that starts from nothing is killed too. */
const KILLS_A_FOLDER = 2;

/** Everything that is wrong with a data folder, as sentences. */
async function wrong(home: string, acknowledged: string, whole: number): Promise<string[]> {
  const store = await openHome(home);
  try {
    const problems: string[] = [];
    const there = await store.operations();
    for (const { operation, head } of acknowledgedIn(acknowledged)) {
      const now = await store.head(operation);
      if (now.seq !== head.seq || now.hash !== head.hash) problems.push(`${operation}: acknowledged ${head.seq} facts, ${now.seq} are there`);
    }
    for (const operation of there) {
      const { seq } = await store.head(operation);
      if (seq !== whole) problems.push(`${operation}: ${seq} of ${whole} facts are there`);
    }
    const audited = await auditStore(store);
    problems.push(...(audited.ok ? audited.value.problems : [audited.error.message]));
    return problems;
  } finally {
    await store.close();
  }
}

test(`an acknowledged import is never lost, nor half there (${KILLS} kills, seed ${SEED})`, { timeout: Math.max(4, KILLS) * 60_000 }, async () => {
  const random = randomly(SEED);
  let whole = 0;
  let notes = '';
  let home = '';
  for (let n = 0; n < KILLS; n += 1) {
    if (n % KILLS_A_FOLDER === 0) {
      [home, notes] = [newFolder(), newFolder()];
      writeFileSync(join(notes, 'syncs'), '0\n');
    }
    const acknowledged = join(notes, 'acknowledged');
    const since = n % KILLS_A_FOLDER > 0 && random(3) === 0 ? 'start' : 'first-answer';
    await runAndKill(IMPORTER, [home, acknowledged, join(notes, 'syncs')], { since, afterMs: random(since === 'start' ? 2_500 : 1_200), acknowledged });
    whole = Number(acknowledgedIn(acknowledged)[0]?.key ?? whole);
    expect(await wrong(home, acknowledged, whole), `killed, round ${n + 1}`).toEqual([]);
    losePowerOnJournal(home, syncedLength(join(notes, 'syncs')), random);
    losePowerOnDatabase(home, random);
    expect(await wrong(home, acknowledged, whole), `power lost, round ${n + 1}`).toEqual([]);
    rmSync(join(home, 'database'), { recursive: true });
    expect(await wrong(home, acknowledged, whole), `database folder removed, round ${n + 1}`).toEqual([]);
    if ((n + 1) % 10 === 0) console.log(`${n + 1} of ${KILLS} rounds: nothing lost`);
  }
});
