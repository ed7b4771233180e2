// What every Store must do, as one suite. A store joins by opening itself: `open` gives an empty one; `reopen` closes it and
// opens the same again.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainAt } from '../../src/app/papers/chain.ts';
import type { Appended, Decide, Store } from '../../src/app/ports.ts';
import { factId } from '../../src/domain/fact-id.ts';
import type { Fact, NewFact } from '../../src/domain/facts.ts';
import { OperationId, Sha256 } from '../../src/domain/ids.ts';
import { err, invariant, ok, type Result } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';
import type { Posting } from '../../src/ledger/accounts.ts';
import { countFact, EVENING, nothingMoves, promising } from '../support/facts.ts';

export interface OpenStore {
  readonly store: Store;
  reopen(): Promise<Store>;
  close(): Promise<void>;
}

const LATER = Instant.parse('2020-03-16T12:00:00.000Z');
const MOVE = { pledge: 'P1', item: 'surgical-mask', from: { name: 'promised', lot: '', at: '' }, to: { name: 'outstanding', lot: '', at: '' } } as const;
const NOBODY = Sha256.parse('a'.repeat(64));

function must(result: Result<Appended, unknown>): Appended {
  invariant(result.ok, `the append was refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** A fact as it was handed in. */
function withoutPlace(fact: Fact): Partial<NewFact> {
  const given: Partial<Fact> = { ...fact };
  for (const place of ['id', 'operation', 'seq'] as const) delete (given as { -readonly [K in typeof place]?: unknown })[place];
  return given;
}

export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name} keeps the Store's contract`, () => {
    let opened: OpenStore;
    let store: Store;
    let operations = 0;
    /** Each rule has an operation to itself. */
    const newOperation = () => OperationId.parse(`rule-${++operations}`);

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    test('an operation that nobody opened has no facts, no balances, and a head of zeros', async () => {
      const operation = newOperation();
      expect(await store.head(operation)).toEqual({ seq: 0, hash: '0'.repeat(64) });
      expect(await store.facts(operation)).toEqual([]);
      expect(await store.balances(operation)).toEqual([]);
      expect(await store.operations()).not.toContain(operation);
    });

    test('facts come back as they were given, numbered from 1, with their derived ids', async () => {
      const operation = newOperation();
      const given = [
        { ...countFact('a', 1), note: 'Zürich — “été” 口罩 \\u0000 \' " \\ \n', sources: ['who', 'jhu'] },
        { ...countFact('b', 2, LATER), evidence: [{ link: 'https://example.org/x?a=1&b=2', title: 'a tweet' }] },
        countFact('c', 9_007_199_254_740_991),
      ];
      const { facts, fresh, head } = must(await store.append(operation, given, nothingMoves));
      expect(facts.map(withoutPlace)).toEqual(given);
      expect(facts.map((fact) => fact.seq)).toEqual([1, 2, 3]);
      expect(facts.map((fact) => fact.id)).toEqual(given.map((fact) => factId(operation, fact.key, EVENING)));
      expect(fresh).toBe(3);
      expect(await store.head(operation)).toEqual(head);
      expect(await store.facts(operation)).toEqual(facts);
      expect(await store.facts(operation, 2)).toEqual(facts.slice(2));
    });

    test('each append goes on from the last, and the head changes with every fact', async () => {
      const operation = newOperation();
      const first = must(await store.append(operation, [countFact('a')], nothingMoves));
      const second = must(await store.append(operation, [countFact('b')], nothingMoves));
      expect(second.facts.map((fact) => fact.seq)).toEqual([2]);
      expect(second.head.seq).toBe(2);
      expect(second.head.hash).not.toBe(first.head.hash);
    });

    test('what the caller does afterwards to what it gave does not change the journal', async () => {
      const operation = newOperation();
      const given = countFact('a', 5);
      must(await store.append(operation, [given], nothingMoves));
      Object.assign(given.body, { cases: 6 });
      expect((await store.facts(operation))[0]?.body).toEqual({ area: 'IT', cases: 5 });
    });

    test('the decision sees the journal as it stands and the facts that would be added', async () => {
      const operation = newOperation();
      must(await store.append(operation, [countFact('a')], nothingMoves));
      const seen: [number[], number[]][] = [];
      const watching: Decide<never> = (journal, fresh) => {
        seen.push([journal.map((fact) => fact.seq), fresh.map((fact) => fact.seq)]);
        return ok([]);
      };
      must(await store.append(operation, [countFact('a'), countFact('b'), countFact('c')], watching));
      expect(seen).toEqual([[[1], [2, 3]]]);
    });

    test('the same key with the same body answers the first fact and asks for no decision', async () => {
      const operation = newOperation();
      const first = must(await store.append(operation, [countFact('a')], promising(7)));
      const refusing: Decide<string> = () => err('must not be asked');
      const again = must(await store.append(operation, [{ ...countFact('a'), note: 'sent twice', recordedAt: LATER }], refusing));
      expect(again.facts).toEqual(first.facts);
      expect(again.fresh).toBe(0);
      expect(again.head).toEqual(first.head);
      expect((await store.balances(operation)).find((it) => it.account === 'outstanding')?.units).toBe(7);
    });

    test.each([
      ['another body', countFact('a', 99)],
      ['another moment', countFact('a', 17_660, LATER)],
    ])('the same key with %s is refused, and nothing beside it is written', async (_, offending) => {
      const operation = newOperation();
      const { facts } = must(await store.append(operation, [countFact('a')], nothingMoves));
      const refused = await store.append(operation, [countFact('b'), offending], nothingMoves);
      expect(refused).toEqual(err({ code: 'key-reused', key: 'a', index: 1, existing: facts[0] }));
      expect(await store.facts(operation)).toEqual(facts);
    });

    test('one key twice in one append stands for one fact', async () => {
      const operation = newOperation();
      const { facts, fresh } = must(await store.append(operation, [countFact('a'), countFact('a')], nothingMoves));
      expect(facts.map((fact) => fact.seq)).toEqual([1, 1]);
      expect(fresh).toBe(1);
      const refused = await store.append(operation, [countFact('b', 1), countFact('b', 2)], nothingMoves);
      expect(refused).toMatchObject({ ok: false, error: { code: 'key-reused', index: 1 } });
      expect((await store.head(operation)).seq).toBe(1);
    });

    test('a key belongs to its operation', async () => {
      const [one, other] = [newOperation(), newOperation()];
      must(await store.append(one, [countFact('a', 1)], nothingMoves));
      expect(must(await store.append(other, [countFact('a', 2)], nothingMoves)).fresh).toBe(1);
    });

    test('a decision that refuses leaves nothing, not even the operation', async () => {
      const operation = newOperation();
      const refused = await store.append(operation, [countFact('a')], () => err({ code: 'no-such-lot' }));
      expect(refused).toEqual(err({ code: 'no-such-lot' }));
      expect(await store.head(operation)).toEqual({ seq: 0, hash: '0'.repeat(64) });
      expect(await store.operations()).not.toContain(operation);
      expect(must(await store.append(operation, [countFact('a')], nothingMoves)).facts[0]?.seq).toBe(1);
    });

    test('a decision that throws leaves nothing and does not disturb the next', async () => {
      const operation = newOperation();
      const broken: Decide<never> = () => {
        throw new Error('a broken rule');
      };
      await expect(store.append(operation, [countFact('a')], broken)).rejects.toThrow('a broken rule');
      expect(await store.facts(operation)).toEqual([]);
      expect(must(await store.append(operation, [countFact('a')], nothingMoves)).head.seq).toBe(1);
    });

    test('a posting that cannot be written takes its whole append with it', async () => {
      const operation = newOperation();
      const takingTooMuch: Decide<never> = (_, fresh) =>
        ok(fresh.map(({ seq }): Posting => ({ pledge: 'P1', item: 'surgical-mask', from: { name: 'landed', lot: 'L1', at: 'C1' }, to: { name: 'available', lot: 'L1', at: 'BELGG' }, units: 5, of: seq, cause: seq })));
      await expect(store.append(operation, [countFact('a')], takingTooMuch)).rejects.toThrow();
      expect(await store.facts(operation)).toEqual([]);
      expect(await store.balances(operation)).toEqual([]);
    });

    test('a text that no database can hold is refused before anything is written', async () => {
      const operation = newOperation();
      await expect(store.append(operation, [countFact('a'), { ...countFact('b'), note: 'zero \0' }], nothingMoves)).rejects.toMatchObject({ code: 'unstorable' });
      await expect(store.append(operation, [{ ...countFact('b'), note: 'half \ud800' }], nothingMoves)).rejects.toMatchObject({ code: 'unstorable' });
      expect(await store.facts(operation)).toEqual([]);
    });

    test('two appends at once are served one after the other, and each sees the one before', async () => {
      const operation = newOperation();
      const seen: number[] = [];
      const watching: Decide<never> = (journal) => {
        seen.push(journal.length);
        return ok([]);
      };
      const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => store.append(operation, [countFact(`k${n}`), countFact(`l${n}`)], watching)));
      expect(answers.map((answer) => must(answer).facts.map((fact) => fact.seq))).toEqual(Array.from({ length: 12 }, (_, n) => [2 * n + 1, 2 * n + 2]));
      expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => 2 * n));
    });

    test('appends to several operations at once, one of them refused, all come to their end', async () => {
      const many = Array.from({ length: 5 }, newOperation);
      const answers = await Promise.all(many.map((operation, n) => store.append(operation, [countFact('a')], n === 2 ? () => err('no') : promising(n + 1))));
      expect(answers.map((answer) => answer.ok)).toEqual([true, true, false, true, true]);
      expect(await Promise.all(many.map(async (operation) => (await store.head(operation)).seq))).toEqual([1, 1, 0, 1, 1]);
      expect((await store.operations()).filter((it) => many.includes(it))).toEqual(many.filter((_, n) => n !== 2));
    });

    test('reading while somebody writes sees whole appends only', async () => {
      const operation = newOperation();
      const writing = Promise.all(Array.from({ length: 6 }, (_, n) => store.append(operation, [countFact(`a${n}`), countFact(`b${n}`)], nothingMoves)));
      const lengths = await Promise.all(Array.from({ length: 8 }, async () => (await store.facts(operation)).length));
      await writing;
      expect(lengths.filter((length) => length % 2 === 1)).toEqual([]);
    });

    test('a balance is the sum of all postings of its account, and nothing is said of empty ones', async () => {
      const operation = newOperation();
      const at = (account: 'promised' | 'outstanding' | 'consigned', lot = '', where = '') => ({ name: account, lot, at: where });
      const moving =
        (...moves: [ReturnType<typeof at>, ReturnType<typeof at>, number][]): Decide<never> =>
        (_, fresh) =>
          ok(moves.map(([from, to, units]) => ({ pledge: 'P1', item: 'ffp2', from, to, units, of: fresh[0]?.seq ?? 0, cause: fresh[0]?.seq ?? 0 })));
      must(await store.append(operation, [countFact('a')], moving([at('promised'), at('outstanding'), 2_000_000])));
      must(await store.append(operation, [countFact('b')], moving([at('outstanding'), at('consigned', 'L1', 'F1'), 500_000], [at('outstanding'), at('consigned', 'L2', 'F1'), 3])));
      must(await store.append(operation, [countFact('c')], moving([at('consigned', 'L2', 'F1'), at('outstanding'), 3])));
      const balances = await store.balances(operation);
      expect(balances.map((it) => [it.account, it.lot, it.at, it.units])).toEqual([
        ['consigned', 'L1', 'F1', 500_000],
        ['outstanding', '', '', 1_500_000],
        ['promised', '', '', -2_000_000],
      ]);
    });

    test('an append of some thousands of facts is as whole as one of one', async () => {
      const operation = newOperation();
      const { facts, head } = must(await store.append(operation, Array.from({ length: 2_500 }, (_, n) => countFact(`k${n}`, n)), promising(2)));
      expect(head.seq).toBe(2_500);
      // What papers print at their foot is reckoned from the facts by code of its own.
      expect(chainAt(await store.facts(operation), head.seq)).toBe(head.hash);
      expect((await store.facts(operation, 2_400)).map((fact) => fact.body)).toEqual(facts.slice(2_400).map((fact) => fact.body));
      expect((await store.balances(operation)).find((it) => it.account === 'outstanding')?.units).toBe(5_000);
    });

    test('evidence is found by its content, and stored once', async () => {
      const content = new TextEncoder().encode('a photo of a goods-received note');
      const hash = await store.putEvidence(content);
      expect(hash).toBe(createHash('sha256').update(content).digest('hex'));
      expect(await store.putEvidence(content)).toBe(hash);
      expect(await store.evidence(hash)).toEqual(content);
      expect(await store.evidence(NOBODY)).toBeNull();
    });

    test('a person is kept under a commitment that tells nothing, and can be forgotten for good', async () => {
      const operation = newOperation();
      const person = { name: 'Ana Ferreira', contact: '+32 4 000 00 00', role: 'nurse' };
      const commitment = await store.keepPerson(operation, person);
      const again = await store.keepPerson(operation, person);
      expect(again).not.toBe(commitment);
      expect(await store.person(operation, commitment)).toEqual(person);
      expect(await store.person(newOperation(), commitment)).toBeNull();
      expect(await store.forgetPerson(operation, commitment)).toBe(true);
      expect(await store.forgetPerson(operation, commitment)).toBe(false);
      expect(await store.person(operation, commitment)).toBeNull();
      expect(await store.person(operation, again)).toEqual(person);
    });

    test('what a fact caused is found by its number, in the order in which it was written', async () => {
      const operation = newOperation();
      must(await store.append(operation, [countFact('a'), countFact('b')], promising(3)));
      must(await store.append(operation, [countFact('c')], nothingMoves));
      must(await store.append(operation, [countFact('d')], (_, fresh) => ok([1, 2].map((of) => ({ ...MOVE, units: 10 * of, of, cause: fresh[0]?.seq ?? 0 })))));
      const brief = (postings: readonly Posting[]): string[] => postings.map(({ of, cause, units }) => `${cause} of ${of}: ${units}`);
      expect(brief(await store.postings(operation, 0, 4))).toEqual(['1 of 1: 3', '2 of 2: 3', '4 of 1: 10', '4 of 2: 20']);
      expect(brief(await store.postings(operation, 1, 3))).toEqual(['2 of 2: 3']);
      expect(await store.postings(operation, 4, 9)).toEqual([]);
      expect((await store.postings(operation, 3, 4))[0]).toEqual({ ...MOVE, units: 10, of: 1, cause: 4 });
    });

    test('what a log signs is changed only by whoever knows what stands', async () => {
      const operation = newOperation();
      const first = { operation, keys: [{ vkey: 'log+0+a', seed: '00ff', from: 0, statement: null }], checkpoint: null };
      const second = { ...first, checkpoint: 'log\n1\nroot\n\n— log a\n' };
      expect(await store.logState(operation)).toBeNull();
      expect(await store.keepLogState(second, first)).toBe(false);
      // Of several at once, one is first.
      expect((await Promise.all([first, second, second].map((state) => store.keepLogState(state, null)))).filter(Boolean)).toHaveLength(1);
      const standing = await store.logState(operation);
      expect([first, second]).toContainEqual(standing);
      expect(await store.keepLogState(first, null)).toBe(false);
      expect(await store.keepLogState(second, standing)).toBe(true);
      expect(await store.keepLogState(first, { ...second, checkpoint: 'another' })).toBe(false);
      store = await opened.reopen();
      expect(await store.logState(operation)).toEqual(second);
    });

    test('everything is there after closing and opening again', async () => {
      const operation = newOperation();
      must(await store.append(operation, [countFact('a'), countFact('b')], promising(4)));
      const evidence = await store.putEvidence(Uint8Array.of(1, 2, 3));
      const person = await store.keepPerson(operation, { name: 'Bo' });
      const read = async () => ({
        operations: await store.operations(),
        head: await store.head(operation),
        facts: await store.facts(operation),
        balances: await store.balances(operation),
        evidence: await store.evidence(evidence),
        person: await store.person(operation, person),
      });
      const before = await read();
      store = await opened.reopen();
      expect(await read()).toEqual(before);
      expect(before.person).toEqual({ name: 'Bo' });
      const next = must(await store.append(operation, [countFact('a'), countFact('c')], promising(1)));
      expect(next.facts.map((fact) => fact.seq)).toEqual([1, 3]);
    });
  });
}
