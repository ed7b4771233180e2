import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPENING, journal, type Line } from '../../test/support/journal.ts';
import { ALWAYS, effective } from '../domain/asof.ts';
import { fold } from './apply.ts';
import { atOf, contentsOf } from './handling.ts';
import type { Ledger } from './ledger.ts';

const sscc = (n: number): string => String(n).padStart(18, '0');
const [C1, C2, C3, P1, P2] = [sscc(1), sscc(2), sscc(3), sscc(11), sscc(12)] as const;
const HUB = { place: 'BELGG' };
const carton = (unit: string, units = 20, at: object = HUB): Line => ['handling-unit.built', 5, { unit, type: 'carton', at, contents: [{ lot: 'A', units }] }];
const pallet = (unit: string): Line => ['handling-unit.built', 5, { unit, type: 'pallet', at: HUB, contents: [] }];
const packed = (units: readonly string[], into: string): Line => ['handling-unit.packed', 6, { units, into }];

/** The ledger after these lines, and what the last of them was told. */
function after(...lines: readonly Line[]): { ledger: Ledger; problems: readonly string[] } {
  const folded = fold(effective(journal([...OPENING, ...lines]), ALWAYS));
  return { ledger: folded.ledger, problems: folded.misfits.map(({ refusal }) => refusal.problem) };
}
function unitIn(ledger: Ledger, name: string) {
  const unit = ledger.units.get(name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}

describe('a tree of handling units', () => {
  test('moving the outer moves the inner', () => {
    const { ledger, problems } = after(carton(C1), carton(C2), pallet(P1), packed([C1, C2], P1), ['handling-unit.moved', 7, { unit: P1, to: { place: 'ITROM', bin: 'A-3' } }]);
    expect(problems).toEqual([]);
    expect(atOf(ledger.units, unitIn(ledger, C1))).toEqual({ place: 'ITROM', bin: 'A-3' });
    expect(contentsOf(ledger.units, unitIn(ledger, P1))).toEqual(new Map([['A', 40]]));
  });

  test('what is taken out stands where its outer stood', () => {
    const { ledger } = after(carton(C1), pallet(P1), packed([C1], P1), ['handling-unit.moved', 7, { unit: P1, to: { place: 'ITROM' } }], ['handling-unit.unpacked', 8, { units: [C1] }], ['handling-unit.moved', 9, { unit: P1, to: HUB }]);
    expect(atOf(ledger.units, unitIn(ledger, C1))).toEqual({ place: 'ITROM' });
    expect(contentsOf(ledger.units, unitIn(ledger, P1)).size).toBe(0);
  });

  test('a pallet that is broken down leaves its cartons, and its number is not given again', () => {
    const { ledger, problems } = after(carton(C1), pallet(P1), packed([C1], P1), ['handling-unit.broken-down', 7, { unit: P1 }], ['handling-unit.built', 8, { unit: P1, type: 'pallet', at: HUB, contents: [] }]);
    expect(unitIn(ledger, C1).outer).toBeNull();
    expect(problems).toEqual([`handling unit ${P1} was built already`]);
  });

  test.each<[string, Line[], string]>([
    ['into itself', [pallet(P1), packed([P1], P1)], `handling unit ${P1} would stand in itself`],
    ['into what it holds', [pallet(P1), pallet(P2), packed([P2], P1), packed([P1], P2)], `handling unit ${P1} holds ${P2} already`],
    ['into two places', [carton(C1), pallet(P1), pallet(P2), packed([C1], P1), packed([C1], P2)], `handling unit ${C1} stands in ${P1}`],
    ['into a smaller one', [carton(C1), pallet(P1), packed([P1], C1)], 'a pallet does not go into a carton'],
    ['across places', [carton(C1, 20, { place: 'ITROM' }), pallet(P1), packed([C1], P1)], `handling unit ${C1} stands at ITROM, ${P1} at BELGG`],
    ['where nothing is', [pallet(P1), packed([C3], P1)], `there is no handling unit ${C3}`],
    ['under its own steam while packed', [carton(C1), pallet(P1), packed([C1], P1), ['handling-unit.moved', 7, { unit: C1, to: { place: 'ITROM' } }]], `handling unit ${C1} stands in ${P1}`],
    ['out of nothing', [carton(C1), ['handling-unit.unpacked', 7, { units: [C1] }]], `handling unit ${C1} stands in no other`],
  ])('nothing is packed %s', (_, lines, problem) => expect(after(...lines).problems).toEqual([problem]));

  test('the same packing told twice is no second packing', () => {
    const { ledger, problems } = after(carton(C1), pallet(P1), packed([C1], P1), packed([C1], P1));
    expect(problems).toEqual([]);
    expect([...unitIn(ledger, P1).inner]).toEqual([C1]);
  });
});

test('whatever is packed, unpacked, moved and broken down: each unit has one place, no circle, and nothing is lost from what is inside', () => {
  const names = Array.from({ length: 8 }, (_, n) => sscc(n + 1));
  const name = fc.constantFrom(...names);
  const step: fc.Arbitrary<Line> = fc.oneof(
    fc.tuple(fc.array(name, { minLength: 1, maxLength: 3 }), name).map(([units, into]): Line => ['handling-unit.packed', 6, { units, into }]),
    fc.array(name, { minLength: 1, maxLength: 3 }).map((units): Line => ['handling-unit.unpacked', 6, { units }]),
    fc.tuple(name, fc.constantFrom('BELGG', 'ITROM')).map(([unit, place]): Line => ['handling-unit.moved', 6, { unit, to: { place } }]),
    name.map((unit): Line => ['handling-unit.broken-down', 6, { unit }]),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const built = names.map((unit, n): Line => ['handling-unit.built', 5, { unit, type: (['carton', 'crate', 'pallet', 'uld'] as const)[n % 4], at: HUB, contents: [{ lot: 'A', units: n + 1 }] }]);
      const { ledger } = after(...built, ...steps);
      const outermost = [...ledger.units.values()].filter(({ outer, gone }) => outer === null && !gone);
      for (const unit of ledger.units.values()) {
        const holders = [...ledger.units.values()].filter(({ inner }) => inner.has(unit.unit));
        expect(holders.map((it) => it.unit)).toEqual(unit.outer === null ? [] : [unit.outer]);
        if (unit.gone) expect([unit.outer, unit.inner.size]).toEqual([null, 0]);
      }
      const standing = [...ledger.units.values()].filter(({ gone }) => !gone);
      const inside = outermost.reduce((sum, unit) => sum + (contentsOf(ledger.units, unit).get('A') ?? 0), 0);
      expect(inside).toBe(standing.reduce((sum, { contents }) => sum + (contents.get('A') ?? 0), 0));
    }),
    { numRuns: 400, seed: 20200316 },
  );
});
