// Which recipients stand alone on the map and which stand together as one circle with their sum: by country where they would
// crowd one another, by neighbourhood where a country has very many. Deterministic: the same places and scale, the same groups.
// Nothing of how a circle looks (recipients.tsx).

import type { Figure, Holding, RecipientInPicture } from '../../src/http/contract/picture.ts';
import type { Point } from './geometry.ts';

export interface Asking {
  readonly recipient: RecipientInPicture;
  readonly holding: Holding;
  readonly home: Point;
}

export interface Group {
  readonly id: string;
  /** By need, the largest first; never empty. */
  readonly members: readonly Asking[];
  readonly holding: Holding;
  readonly home: Point;
  /** Set where the group is all that a country has on the map. */
  readonly country: string | null;
}

/** Recipients of a country stand alone where each has this much of its extent, px. */
const ROOM = 18;
/** A country that is no wider than this on the screen becomes one circle, px. */
const SMALL = 150;
/** Neighbours within this distance of a larger one join it, px. */
const REACH = 44;

/** Time n log n in the number of recipients, but for crowds on one spot. */
export function groupsOf(asking: readonly Asking[]): Group[] {
  const countries = Map.groupBy(asking, ({ recipient }) => recipient.area.slice(0, 2));
  return [...countries].flatMap(([country, some]) => {
    const members = some.toSorted((a, b) => b.holding.perDay.value - a.holding.perDay.value || (a.recipient.recipient < b.recipient.recipient ? -1 : 1));
    const extent = extentOf(members);
    if (members.length === 1 || extent >= ROOM * members.length) return members.map((member) => groupOf([member], null));
    if (extent < SMALL) return [groupOf(members, country)];
    return neighbours(members).map((near) => groupOf(near, null));
  });
}

const extentOf = (members: readonly Asking[]): number => {
  const [xs, ys] = [members.map(({ home }) => home[0]), members.map(({ home }) => home[1])];
  const span = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity);
  return Math.hypot(span(xs), span(ys));
};

/** Each, from the largest on, takes in whoever is near and not yet taken; a grid of cells finds them. */
function neighbours(members: readonly Asking[]): Asking[][] {
  const cellOf = ([x, y]: Point): [number, number] => [Math.floor(x / REACH), Math.floor(y / REACH)];
  const cells = Map.groupBy(members, ({ home }) => cellOf(home).join());
  const taken = new Set<Asking>();
  return members.flatMap((seed) => {
    if (taken.has(seed)) return [];
    const [column, row] = cellOf(seed.home);
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx},${row + dy}`) ?? []));
    const near = around.filter((other) => !taken.has(other) && Math.hypot(other.home[0] - seed.home[0], other.home[1] - seed.home[1]) <= REACH);
    for (const one of near) taken.add(one);
    return [[seed, ...near.filter((other) => other !== seed)]];
  });
}

function groupOf(members: readonly Asking[], country: string | null): Group {
  const [first] = members;
  if (first === undefined) throw new Error('a group on the map has no member');
  if (members.length === 1) return { id: first.recipient.recipient, members, holding: first.holding, home: first.home, country };
  const weights = members.map(({ holding }) => Math.max(1, holding.perDay.value));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (axis: 0 | 1): number => members.reduce((sum, { home }, index) => sum + (home[axis] * (weights[index] ?? 0)) / whole, 0);
  return { id: `${country ?? 'near'} ${first.recipient.recipient}`, members, holding: sumOf(members.map(({ holding }) => holding), first.holding), home: [mean(0), mean(1)], country };
}

function sumOf(holdings: readonly Holding[], like: Holding): Holding {
  const figure = (of: (holding: Holding) => Figure): Figure => ({ value: holdings.reduce((sum, holding) => sum + of(holding).value, 0), facts: holdings.flatMap((holding) => of(holding).facts) });
  const number = (of: (holding: Holding) => number): number => holdings.reduce((sum, holding) => sum + of(holding), 0);
  return { item: like.item, perDay: figure(({ perDay }) => perDay), severity: like.severity, delivered: figure(({ delivered }) => delivered), onward: number(({ onward }) => onward), allocated: number(({ allocated }) => allocated), planned: number(({ planned }) => planned), stock: null, lastsUntil: null, use: null };
}
