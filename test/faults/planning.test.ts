// A serving process that is killed while it plans for the journal: opened again, the operation is as it was, or has the plan
// whole, and every unit adds up. The moments of the kills are spread over the planning.

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { auditStore } from '../../src/app/custody/audit.ts';
import { importPack } from '../../src/app/pack/import.ts';
import { airbridgeClient } from '../../src/client/client.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { invariant } from '../../src/domain/result.ts';
import { freePort, serve } from '../e2e/process.ts';
import { newFolder, openHome } from '../support/folders.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const LIEGE = OperationId.parse('liege-2020');
/** After the first sign of the solver; the whole takes about a second. */
const KILLED_AFTER_MS = [0, 500];

test('a server killed in the middle of a plan', { timeout: 180_000 }, async () => {
  const home = join(newFolder(), 'home');
  const first = await openHome(home);
  invariant((await importPack(first, readFolder(REFERENCE))).ok, 'the reference operation is taken');
  await first.close();
  for (const [round, afterMs] of KILLED_AFTER_MS.entries()) {
    const before = await looked(home);
    const server = await serve([], { AIRBRIDGE_HOME: home, PORT: await freePort() });
    const client = airbridgeClient({ url: server.url });
    const solving = Promise.withResolvers<void>();
    const stop = new AbortController();
    const asked = client.job(LIEGE, { kind: 'plan', asOf: `2020-03-18T0${round}:00:00Z`, record: true }, { signal: stop.signal, onProgress: ({ progress }) => progress && solving.resolve() });
    await solving.promise;
    await wait(afterMs);
    await server.stop('SIGKILL');
    stop.abort();
    const answer = await asked;
    const after = await looked(home);
    expect(after.problems, `round ${round + 1}`).toEqual([]);
    expect(after.facts.slice(0, before.facts.length)).toEqual(before.facts);
    const added = after.facts.slice(before.facts.length);
    expect(added.length).toBeLessThanOrEqual(1);
    for (const fact of added) expect(fact).toMatchObject({ kind: 'plan.proposed', body: { check: { ok: true, violations: [] } } });
    // What was acknowledged is there.
    if (answer.ok) expect(added).toHaveLength(1);
  }
});

async function looked(home: string): Promise<{ readonly facts: Awaited<ReturnType<Awaited<ReturnType<typeof openHome>>['facts']>>; readonly problems: readonly string[] }> {
  const store = await openHome(home);
  try {
    const audited = await auditStore(store);
    const head = await store.head(LIEGE);
    const facts = await store.facts(LIEGE);
    return { facts, problems: [...(audited.ok ? audited.value.problems : [audited.error.message]), ...(head.seq === facts.length ? [] : [`the head is ${head.seq}, ${facts.length} facts are there`])] };
  } finally {
    await store.close();
  }
}
