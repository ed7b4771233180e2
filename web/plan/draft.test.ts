import { describe, expect, test } from 'vitest';
import { asked, decide, EMPTY, keyOf, move, redo, standing, takeBack, undo, type Decision, type LineNamed } from './draft.ts';

const line = (lot: string, recipient: string, cartons: number): LineNamed => ({ lot, item: 'mask', recipient, route: [`ROAD-${recipient}`], cartons });
const [a, b] = [line('A', 'IT', 10), line('B', 'ES', 4)];
const pin: Decision = { kind: 'pin', line: a, reason: 'promised' };
const set = (cartons: number): Decision => ({ kind: 'set', line: a, cartons, reason: 'wet' });
const forbid: Decision = { kind: 'forbid', departure: 'ROAD-IT', recipient: null, reason: 'strike' };

describe('a draft', () => {
  test('holds one decision about a line: the last', () => expect(standing(decide(decide(EMPTY, [pin]), [set(3)]))).toEqual([set(3)]));
  test('goes back and forth step by step, and no further than its ends', () => {
    const draft = decide(decide(EMPTY, [pin]), [forbid]);
    expect(standing(undo(draft))).toEqual([pin]);
    expect(standing(undo(undo(undo(draft))))).toEqual([]);
    expect(standing(redo(redo(undo(draft))))).toEqual([pin, forbid]);
  });
  test('forgets what was undone once something else is decided', () => {
    const draft = decide(undo(decide(EMPTY, [pin])), [forbid]);
    expect(standing(redo(draft))).toEqual([forbid]);
  });
  test('gives a decision up, which can be undone too', () => {
    const draft = takeBack(decide(EMPTY, [pin, forbid]), [keyOf(pin)]);
    expect(standing(draft)).toEqual([forbid]);
    expect(standing(undo(draft))).toEqual([pin, forbid]);
  });
});

describe('moving cartons', () => {
  test('of another lot: the line shrinks, its lot goes the other way, and what was there is pinned', () =>
    expect(move(a, b, 3, 'nearer', [a, b])).toEqual([
      { kind: 'set', line: a, cartons: 7, reason: 'nearer' },
      { kind: 'set', line: { ...b, lot: 'A', cartons: 0 }, cartons: 3, reason: 'nearer' },
      { kind: 'pin', line: b, reason: 'nearer' },
    ]));
  test('of the same lot: one shrinks, the other grows', () => {
    const there = line('A', 'ES', 4);
    expect(move(a, there, 10, 'nearer', [a, there]).map((each) => (each.kind === 'set' ? each.cartons : each.kind))).toEqual([0, 14]);
  });
});

test('what is asked names lines by what they move', () =>
  expect(asked([pin, { ...set(0), line: b } as Decision, { kind: 'release', line: line('C', 'FR', 1) }, forbid, { ...forbid, recipient: 'IT' }])).toEqual({
    frozen: [{ lot: 'A', recipient: 'IT', route: ['ROAD-IT'], cartons: 10, reason: 'promised' }],
    overridden: [{ lot: 'B', recipient: 'ES', route: ['ROAD-ES'], cartons: 0, reason: 'wet' }],
    forbidden: [{ departure: 'ROAD-IT', reason: 'strike' }, { departure: 'ROAD-IT', recipient: 'IT', reason: 'strike' }],
    released: [{ lot: 'C', recipient: 'FR', route: ['ROAD-FR'] }],
  }));
