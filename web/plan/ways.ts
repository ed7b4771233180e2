// The way of a line, run by run. The picture knows the runs of the plan that stands; a run of another policy's plan is read by
// its name, whose service the picture may know by another day.

import type { Picture, PlannedLeg } from '../../src/http/contract/picture.ts';

interface Line {
  readonly cartons: number;
  readonly route: readonly string[];
}
export type Ridden = Pick<PlannedLeg, 'mode' | 'from' | 'to' | 'cartons'> & { readonly run: string };

export function legsOf(lines: readonly Line[], picture: Picture): Ridden[] {
  const known = new Map<string, Pick<PlannedLeg, 'mode' | 'from' | 'to'>>(picture.ways.map((way) => [way.way, way]));
  return lines.flatMap((line) =>
    line.route.flatMap((run) => {
      const leg = known.get(wayOf(run));
      return leg === undefined ? [] : [{ mode: leg.mode, from: leg.from, to: leg.to, run, cartons: line.cartons }];
    }),
  );
}

/** A run is a way and a day, or a charter and a copy: `ROAD-LGG-CDG-20200317` → `ROAD-LGG-CDG`. */
export const wayOf = (run: string): string => run.replace(/-\d+$/, '');

/** The modes of each line, for many lines. */
export function modesIn({ ways }: Picture): (line: Pick<Line, 'route'>) => string[] {
  const modes = new Map<string, string>(ways.map(({ way, mode }) => [way, mode]));
  return ({ route }) => [...new Set(route.flatMap((run) => modes.get(wayOf(run)) ?? []))];
}
