// A band as a small drawing: where its ends and its middle stand on an axis of so many days. Geometry only; shares of the width.

import type { Band } from './scene.ts';

export interface Interval {
  readonly from: number;
  readonly until: number;
  readonly middle: number;
  /** It goes on beyond the axis. */
  readonly isBeyond: boolean;
}

/** Days of the axis: what the circles of the map are full at. */
export const AXIS_DAYS = 14;

export function intervalOf({ low, central, high }: Band, most = AXIS_DAYS): Interval {
  const share = (days: number): number => Math.min(1, Math.max(0, days / most));
  return { from: share(low), until: share(high), middle: share(central), isBeyond: high > most };
}
