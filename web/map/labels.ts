// Labels that do not cover one another: each tries places around its point, nearest first and then farther out with a leader line,
// the weightiest label first. It keeps off routes where it can. One that finds no room stays away, and its point still answers
// when it is asked. Deterministic; pixels of the drawing.

import type { Circle, Point } from './geometry.ts';

export interface Wanted {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Distance from the point that the label must keep. */
  readonly r: number;
  readonly lines: readonly string[];
  readonly weight: number;
  /** Stands even where it covers something. */
  readonly must?: boolean;
  /** Beside its point, if nothing is said; farther out with a leader line, where there is need; or upon it. */
  readonly place?: 'beside' | 'led' | 'upon';
}

/** A point that a label would rather not cover. */
export interface Avoided {
  readonly point: Point;
  readonly strain: number;
}

export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** From the point's rim to the label, where it stands away from it. */
  readonly leader: readonly [Point, Point] | null;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Option {
  readonly box: Box;
  readonly placed: Placed;
  /** How much worse than the first choice, before anything else is looked at. */
  readonly strain: number;
}

export const LINE = 14;
const LETTER = 6.4;
const GAP = 6;
/** How far out a label may move, px; each step strains. */
const RINGS = [0, 14, 30, 48] as const;
/** A circle that a leader line crosses strains as much as this. */
const ON_CIRCLE = 30;

const overlap = (a: Box, b: Box): number => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
const holds = (box: Box, [x, y]: Point): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;

/** `x`, `y` of the answer: the baseline of the first line. `avoided`: points of ways and of lesser things. */
export function placeLabels(wanted: readonly Wanted[], circles: readonly Circle[], blocked: readonly Box[], frame: { readonly width: number; readonly height: number }, avoided: readonly Avoided[] = []): Map<string, Placed> {
  const taken: Box[] = [...blocked, ...circles.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r }))];
  const placed = new Map<string, Placed>();
  for (const label of wanted.toSorted((a, b) => b.weight - a.weight)) {
    if (blocked.some((box) => holds(box, [label.x, label.y]))) continue;
    let best: (Option & { readonly covered: number; readonly cost: number }) | null = null;
    for (const option of options(label)) {
      const { box } = option;
      if (box.left < 2 || box.right > frame.width - 2 || box.top < 2 || box.bottom > frame.height - 2) continue;
      const covered = taken.reduce((sum, other) => sum + overlap(other, box), 0);
      const cost = covered * 1000 + option.strain + avoided.reduce((sum, { point, strain }) => sum + (holds(box, point) ? strain : 0), 0) + crossed(option.placed.leader, circles) * ON_CIRCLE;
      if (best === null || cost < best.cost) best = { ...option, covered, cost };
      if (cost === 0) break;
    }
    if (best === null || (best.covered > 0 && label.must !== true)) continue;
    taken.push(best.box);
    placed.set(label.id, best.placed);
  }
  return placed;
}

const crossed = (leader: Placed['leader'], circles: readonly Circle[]): number => {
  if (leader === null) return 0;
  const [[x0, y0], [x1, y1]] = leader;
  // The first quarter leaves the label's own circle.
  const points = [0.25, 0.5, 0.75, 1].map((share): Point => [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share]);
  return circles.filter(({ x, y, r }) => points.some((point) => Math.hypot(point[0] - x, point[1] - y) < r + 1)).length;
};

/** Beside, below and above, corners: a label at the end of its line reads best. */
function options({ id, x, y, r, lines, place = 'beside' }: Wanted): Option[] {
  const width = Math.max(...lines.map((line) => line.length)) * LETTER + 4;
  const height = lines.length * LINE;
  if (place === 'upon') return [{ box: { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }, strain: 0, placed: { id, x, y: y - height / 2 + 11, anchor: 'middle', leader: null } }];
  return RINGS.slice(0, place === 'led' ? RINGS.length : 1).flatMap((away, ring) => {
    const gap = r + GAP + away;
    const diagonal = gap * 0.75;
    const make = (left: number, top: number, anchor: Placed['anchor'], rank: number): Option => {
      const box = { left, top, right: left + width, bottom: top + height };
      const strain = ring * 9 + rank;
      return { box, strain, placed: { id, x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2, y: top + 11, anchor, leader: away === 0 || r < 0 ? null : leaderOf([x, y], r, box) } };
    };
    return [
      make(x + gap, y - height / 2, 'start', 0),
      make(x - gap - width, y - height / 2, 'end', 1),
      make(x + diagonal, y + diagonal, 'start', 2),
      make(x + diagonal, y - diagonal - height, 'start', 2),
      make(x - diagonal - width, y + diagonal, 'end', 3),
      make(x - diagonal - width, y - diagonal - height, 'end', 3),
      make(x - width / 2, y + gap, 'middle', 4),
      make(x - width / 2, y - gap - height, 'middle', 4),
    ];
  });
}

function leaderOf([x, y]: Point, r: number, { left, top, right, bottom }: Box): readonly [Point, Point] {
  const end: Point = [Math.max(left, Math.min(right, x)), Math.max(top + 2, Math.min(bottom - 2, y))];
  const far = Math.max(1, Math.hypot(end[0] - x, end[1] - y));
  return [[x + ((end[0] - x) / far) * r, y + ((end[1] - y) / far) * r], end];
}
