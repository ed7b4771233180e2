import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decide } from '../../src/app/ports.ts';
import { deskOverStore } from '../../src/app/local-desk.ts';
import { OperationId } from '../../src/domain/ids.ts';
import { err, invariant, ok } from '../../src/domain/result.ts';
import { buildServer } from '../../src/http/server.ts';
import { openServer } from '../../src/storage/server-open.ts';
import type { ServerStore } from '../../src/storage/server-store.ts';
import { countFact, LIEGE, nothingMoves, promising } from '../support/facts.ts';
import { wallClock } from '../support/folders.ts';
import { hasServer, newDatabase, openDatabase, type Wire, wireTo } from '../support/postgres.ts';
import { noPrinter } from '../support/printer.ts';

describe.skipIf(!hasServer)('a store whose server goes away', () => {
  let wire: Wire;
  let store: ServerStore;
  beforeAll(async () => {
    wire = await wireTo(await newDatabase());
    store = await openDatabase(wire.url);
    invariant((await store.append(LIEGE, [countFact('a')], promising(2))).ok, 'the first fact is taken');
  });
  afterAll(async () => {
    await store.close();
    await wire.close();
  });

  test('says so with the remedy, and goes on by itself once it is back', async () => {
    wire.cut();
    await expect(store.facts(LIEGE)).rejects.toMatchObject({ code: 'database-unreachable', remedy: expect.stringContaining('DATABASE_URL') as string });
    await expect(store.append(LIEGE, [countFact('b')], promising(2))).rejects.toMatchObject({ code: 'database-unreachable' });
    wire.mend();
    expect(await store.append(LIEGE, [countFact('b')], promising(2))).toMatchObject({ ok: true, value: { fresh: 1, head: { seq: 2 } } });
    expect((await store.facts(LIEGE)).map((fact) => fact.key)).toEqual(['a', 'b']);
  });

  test('is served as 503 over HTTP, with the remedy, and then as before', async () => {
    const app = await buildServer(deskOverStore(store, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, clock: wallClock, printer: noPrinter }), { version: '0' });
    wire.cut();
    const away = await app.inject('/api/health');
    expect([away.statusCode, away.json()]).toEqual([503, expect.objectContaining({ code: 'database-unreachable', remedy: expect.stringContaining('Start it') as string })]);
    wire.mend();
    expect((await app.inject('/api/health')).statusCode).toBe(200);
    await app.close();
  });

  test('does not tell anybody of connections that broke and could be made again', async () => {
    const { seq } = await store.head(LIEGE);
    wire.shake();
    expect(await store.append(LIEGE, [countFact('shaken')], nothingMoves)).toMatchObject({ ok: true, value: { head: { seq: seq + 1 } } });
  });

  test('writes once what was committed but whose answer was lost', async () => {
    const before = await store.head(LIEGE);
    wire.loseNextAnswer();
    const answer = await store.append(LIEGE, [countFact('unheard')], promising(3));
    expect(answer).toMatchObject({ ok: true, value: { facts: [{ key: 'unheard', seq: before.seq + 1 }], head: { seq: before.seq + 1 } } });
    expect((await store.balances(LIEGE)).find((it) => it.account === 'outstanding')?.units).toBe(7);
  });
});

describe.skipIf(!hasServer)('two processes on one database', () => {
  let one: ServerStore;
  let other: ServerStore;
  beforeAll(async () => {
    const url = await newDatabase();
    // Both find an empty database and bring it to the schema.
    [one, other] = await Promise.all([openDatabase(url), openDatabase(url)]);
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  test('bring an empty database to the schema, however many come at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const url = await newDatabase();
      const opened = await Promise.all(Array.from({ length: 6 }, () => openDatabase(url)));
      await Promise.all(opened.map((store) => store.close()));
      expect(opened).toHaveLength(6);
    }
  });

  test('write to one operation in turn, and each decision sees all that stands before it', async () => {
    const operation = OperationId.parse('shared');
    const gaps: string[] = [];
    const watching: Decide<never> = (journal, fresh) => {
      if (journal.length + 1 !== fresh[0]?.seq) gaps.push(`${journal.length} facts before fact ${fresh[0]?.seq}`);
      return promising(1)(journal, fresh);
    };
    const writing = [one, other].map(async (store, which) => {
      for (let n = 0; n < 40; n += 1) invariant((await store.append(operation, [countFact(`${which}-${n}`)], watching)).ok, 'nothing is refused');
    });
    await Promise.all(writing);
    expect(gaps).toEqual([]);
    const facts = await one.facts(operation);
    expect(facts.map((fact) => fact.seq)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
    expect(new Set(facts.map((fact) => fact.key)).size).toBe(80);
    expect(await other.facts(operation)).toEqual(facts);
    expect(await other.head(operation)).toEqual(await one.head(operation));
    expect((await other.balances(operation)).find((it) => it.account === 'outstanding')?.units).toBe(80);
  });

  test('begin the same operation at once, and both are heard', async () => {
    const operation = OperationId.parse('begun-twice');
    const answers = await Promise.all([one, other].map((store, which) => store.append(operation, [countFact(`k${which}`)], nothingMoves)));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.head.seq))).toEqual(new Set([1, 2]));
  });

  test('hand in the same fact at once: it stands once, and both get it', async () => {
    const operation = OperationId.parse('same');
    const answers = await Promise.all([one, other].map((store) => store.append(operation, [countFact('k')], promising(5))));
    const facts = answers.map((answer) => (answer.ok ? answer.value.facts : null));
    expect(facts[0]).toEqual(facts[1]);
    expect((await one.balances(operation)).find((it) => it.account === 'outstanding')?.units).toBe(5);
  });

  test('a refusal that rests on an old view is decided again', async () => {
    const operation = OperationId.parse('old-view');
    await one.append(operation, [countFact('a')], nothingMoves);
    await other.append(operation, [countFact('b')], nothingMoves);
    const needingTwo: Decide<string> = (journal) => (journal.length < 2 ? err('too early') : ok([]));
    expect(await one.append(operation, [countFact('c')], needingTwo)).toMatchObject({ ok: true, value: { head: { seq: 3 } } });
  });
});

describe('an address that leads nowhere is refused with a remedy', () => {
  test.each([
    ['not an address', 'database-unusable'],
    ['mysql://127.0.0.1/x', 'database-unusable'],
    ['postgres://127.0.0.1:1/airbridge', 'database-unreachable'],
  ])('%s', async (url, code) => {
    const opened = await openServer(url);
    expect(opened).toMatchObject({ ok: false, error: { code, remedy: expect.stringMatching(/\S/) as string } });
  });
  test.skipIf(!hasServer)('a database that does not exist', async () => {
    const url = new URL(await newDatabase());
    url.pathname = '/no_such_database';
    expect(await openServer(url.href)).toMatchObject({ ok: false, error: { code: 'database-unusable', message: expect.stringContaining('does not exist') as string } });
  });
});
