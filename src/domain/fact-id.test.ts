import { describe, expect, test } from 'vitest';
import { factId } from './fact-id.ts';
import { FactId, IdempotencyKey, OperationId } from './ids.ts';
import { Instant } from './time.ts';

const liege = OperationId.parse('liege-2020');
const key = IdempotencyKey.parse('pack:pledges:P1:surgical-mask');
const at = Instant.parse('2020-03-13T20:30:00.000Z');

describe('the id of a fact', () => {
  test('is a UUIDv7 that begins with the moment of recording', () => {
    const id = factId(liege, key, at);
    expect(FactId.safeParse(id).success).toBe(true);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(at));
  });

  test('carries the first 74 bits of SHA-256(operation, zero byte, key), as computed once with other tools', () => {
    expect(factId(liege, key, at)).toBe('0170d596-e140-75b3-8f40-094564f38c63');
  });

  test('is the same again, and another for another operation, key or moment', () => {
    const ids = [
      factId(liege, key, at),
      factId(OperationId.parse('liege-2021'), key, at),
      factId(liege, IdempotencyKey.parse('pack:pledges:P1:ffp2'), at),
      factId(liege, key, Instant.parse('2020-03-13T20:30:00.001Z')),
    ];
    expect(factId(liege, key, at)).toBe(ids[0]);
    expect(new Set(ids).size).toBe(4);
  });

  test('does not confuse where the operation ends and the key begins', () => {
    expect(factId(OperationId.parse('a'), IdempotencyKey.parse('bc'), at)).not.toBe(factId(OperationId.parse('ab'), IdempotencyKey.parse('c'), at));
  });
});
