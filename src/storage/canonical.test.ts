import { describe, expect, test } from 'vitest';
import { canonical, fingerprint } from './canonical.ts';
import { Instant } from '../domain/time.ts';
import { AreaCode } from '../domain/ids.ts';

describe('what is hashed', () => {
  test('does not depend on the order of members or on members that are absent', () => {
    expect(canonical({ b: 1, a: [{ d: undefined, c: 'é' }] })).toBe(canonical({ a: [{ c: 'é' }], b: 1 }));
  });

  test.each([
    ['the character zero', { note: 'a\0b' }],
    ['the character zero after a backslash', { note: '\\\0' }],
    ['half a surrogate pair', { note: '\ud83d' }],
    ['no number', { cases: Number.NaN }],
  ])('is refused where it holds %s', (_, value) => {
    expect(() => canonical(value)).toThrow(expect.objectContaining({ code: 'unstorable' }));
  });

  test('may hold what only looks like the character zero', () => {
    expect(canonical({ note: '\\u0000' })).toBe('{"note":"\\\\u0000"}');
  });

  test('the fingerprint of a fact is its kind, its moment and its body', () => {
    const at = (time: string) => Instant.parse(`2020-03-13T${time}:00.000Z`);
    const count = { kind: 'count.reported', occurredAt: at('20:30'), body: { area: AreaCode.parse('IT'), cases: 1 } } as const;
    expect(fingerprint({ ...count })).toBe(fingerprint(count));
    expect(fingerprint({ ...count, occurredAt: at('20:31') })).not.toBe(fingerprint(count));
    expect(fingerprint({ ...count, body: { area: AreaCode.parse('IT'), cases: 2 } })).not.toBe(fingerprint(count));
  });
});
