// Small facts and decisions for tests that care about storing, not about meaning.

import type { Decide } from '../../src/app/ports.ts';
import type { NewFact } from '../../src/domain/facts.ts';
import { Actor, AreaCode, IdempotencyKey, OperationId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import { Instant } from '../../src/domain/time.ts';

export const LIEGE = OperationId.parse('liege-2020');
export const EVENING = Instant.parse('2020-03-13T20:30:00.000Z');

/** A count of cases in Italy under this key. */
export const countFact = (key: string, cases = 17_660, occurredAt: Instant = EVENING): NewFact<'count.reported'> => ({
  kind: 'count.reported',
  occurredAt,
  recordedAt: EVENING,
  by: Actor.parse('test'),
  key: IdempotencyKey.parse(key),
  sources: ['jhu'],
  note: null,
  evidence: [],
  body: { area: AreaCode.parse('IT'), cases },
});

/** Each fresh fact promises so many masks. */
export const promising =
  (units: number): Decide<never> =>
  (_, fresh) =>
    ok(fresh.map(({ seq }) => ({ pledge: 'P1', item: 'surgical-mask', from: { name: 'promised', lot: '', at: '' }, to: { name: 'outstanding', lot: '', at: '' }, units, of: seq, cause: seq })));

export const nothingMoves: Decide<never> = () => ok([]);
