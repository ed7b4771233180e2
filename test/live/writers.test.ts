// Two who write at once, over HTTP and over both stores: the journal has no gap, each key stands once, and all adds up.

import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { invariant } from '../../src/domain/result.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { serveStore, SMALL_ID, stockDraft, STORES, withSmall, type Served } from '../support/served.ts';

const FACTS_EACH = 200;
/** Every fifth fact is handed in by both, under the same key. */
const keyOf = (writer: number, n: number): string => (n % 5 === 0 ? `both-${n}` : `${writer}-${n}`);

const open: { close(): Promise<void> }[] = [];
const kept = <T extends { close(): Promise<void> }>(thing: T): T => {
  open.push(thing);
  return thing;
};
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

/** Writes one after the other; answers how many of them were new. */
async function write({ client }: Served, writer: number): Promise<number> {
  let fresh = 0;
  for (let n = 0; n < FACTS_EACH; n += 1) {
    const recorded = await client.record(SMALL_ID, stockDraft(n), keyOf(writer, n));
    invariant(recorded.ok, `recorded: ${JSON.stringify(recorded)}`);
    fresh += recorded.value.fresh ? 1 : 0;
  }
  return fresh;
}

async function expectWhole(store: Store, { client }: Served, before: number, added: number): Promise<void> {
  const facts = await store.facts(SMALL_ID);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  expect(facts).toHaveLength(before + added);
  expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
  expect(await client.audit(SMALL_ID)).toMatchObject({ ok: true, value: { ok: true, facts: facts.length, problems: [] } });
}

describe.each(STORES)('over $name', ({ isHere, isShared, newPlace }) => {
  test.skipIf(!isHere)('two clients who write 200 facts each, some of them the same', async () => {
    const place = await newPlace();
    const store = kept(await withSmall(await place.open()));
    const before = (await store.head(SMALL_ID)).seq;
    const one = kept(await serveStore(store));
    // On a server, the second client writes through a process of its own.
    const other = isShared ? kept(await serveStore(kept(await place.open()))) : one;
    const fresh = await Promise.all([write(one, 1), write(other, 2)]);
    const shared = FACTS_EACH / 5;
    expect(fresh[0] + fresh[1]).toBe(2 * FACTS_EACH - shared);
    await expectWhole(store, one, before, 2 * FACTS_EACH - shared);
    expect(await other.client.record(SMALL_ID, stockDraft(99_999), keyOf(1, 1))).toMatchObject({ ok: false, error: { code: 'key-reused', status: 409, remedy: expect.stringMatching(/./) as string } });
  });

  test.skipIf(!isHere)('plans that are recorded while facts come in', async () => {
    const store = kept(await withSmall(await (await newPlace()).open()));
    const before = (await store.head(SMALL_ID)).seq;
    const solver = kept(highsSolver());
    const server = kept(await serveStore(store, { solver }));
    const plans = (async (): Promise<Set<string>> => {
      const names = new Set<string>();
      for (let n = 0; n < 8; n += 1) {
        // Each of another hour, so that each is another plan.
        const planned = await server.client.job(SMALL_ID, { kind: 'plan', policy: n % 2 === 0 ? 'equal-cover' : 'severity', asOf: `2020-03-02T0${n}:00:00Z`, record: true });
        invariant(planned.ok, `planned: ${JSON.stringify(planned)}`);
        names.add(planned.value.plan);
      }
      return names;
    })();
    const [names, fresh] = await Promise.all([plans, write(server, 1)]);
    expect(names.size).toBe(8);
    expect(fresh).toBe(FACTS_EACH);
    await expectWhole(store, server, before, FACTS_EACH + 8);
    const recorded = (await store.facts(SMALL_ID)).flatMap((fact) => (fact.kind === 'plan.proposed' ? [fact.body.plan] : []));
    expect(new Set<string>(recorded)).toEqual(names);
  });
});
