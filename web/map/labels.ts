// Labels that do not cover one another: each tries eight places around its point, the weightiest label first; one that finds no
// room stays away, and its point still answers when it is asked.

import type { Circle } from './geometry.ts';

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
}

export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const LINE = 14;
const LETTER = 6.3;

const overlap = (a: Box, b: Box): number => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** `x`, `y` of the answer: the baseline of the first line. */
export function placeLabels(wanted: readonly Wanted[], circles: readonly Circle[], blocked: readonly Box[], frame: { readonly width: number; readonly height: number }): Map<string, Placed> {
  const taken: Box[] = [...blocked, ...circles.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r }))];
  const placed = new Map<string, Placed>();
  for (const label of wanted.toSorted((a, b) => b.weight - a.weight)) {
    let best: { readonly box: Box; readonly placed: Placed; readonly cost: number } | null = null;
    for (const option of options(label)) {
      const outside = option.box.left < 2 || option.box.right > frame.width - 2 || option.box.top < 2 || option.box.bottom > frame.height - 2;
      const cost = outside ? Infinity : taken.reduce((sum, box) => sum + overlap(box, option.box), 0);
      if (best === null || cost < best.cost) best = { ...option, cost };
      if (cost === 0) break;
    }
    if (best === null || (best.cost > 0 && (label.must !== true || best.cost === Infinity))) continue;
    taken.push(best.box);
    placed.set(label.id, best.placed);
  }
  return placed;
}

function options({ id, x, y, r, lines }: Wanted): { readonly box: Box; readonly placed: Placed }[] {
  const width = Math.max(...lines.map((line) => line.length)) * LETTER + 4;
  const height = lines.length * LINE;
  const gap = r + 5;
  const make = (left: number, top: number, anchor: Placed['anchor']): { box: Box; placed: Placed } => ({
    box: { left, top, right: left + width, bottom: top + height },
    placed: { id, x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2, y: top + 11, anchor },
  });
  const diagonal = gap * 0.75;
  return [
    make(x + gap, y - height / 2, 'start'),
    make(x - gap - width, y - height / 2, 'end'),
    make(x + diagonal, y + diagonal, 'start'),
    make(x + diagonal, y - diagonal - height, 'start'),
    make(x - diagonal - width, y + diagonal, 'end'),
    make(x - diagonal - width, y - diagonal - height, 'end'),
    make(x - width / 2, y + gap, 'middle'),
    make(x - width / 2, y - gap - height, 'middle'),
  ];
}
