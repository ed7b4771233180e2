// What is not known when a plan is made: how large the need turns out, and how late each run hands over. Drawn as scenarios that are
// the same for every plan held against them. Not here: where the bands and the delays come from (app/plan/outlook.ts).

import type { ItemCode, RecipientId } from '../../domain/ids.ts';
import type { Run, Supply } from '../problem.ts';

/** Factors on the need of a recipient for an item, rising; central is 1 where the need that is planned for is the likeliest. */
export interface NeedBand {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

export interface Outlook {
  needBand(recipient: RecipientId, item: ItemCode): NeedBand;
  /** Hours after the timetable (below 0: before it) that a run hands over, at a share 0–1 of all runs like it; rises with the share. */
  hoursLate(run: Run, share: number): number;
  /** The same of a supply that has not arrived yet; 0 of what is at hand. */
  supplyHoursLate(supply: Supply, share: number): number;
}

/** One way that things may come. */
export interface Scenario {
  /** 0–1: where in its band every need lies. One epidemic raises all of them together. */
  readonly need: number;
  /** 0–1 for a run or a supply, by its name: the same name, the same draw. */
  readonly share: (name: string) => number;
}

/** FNV-1a of the name, stirred with scenario and seed (Wang's integer hash). */
function shareOf(seed: number, scenario: number, name: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1) ^ Math.imul(scenario + 1, 0x85ebca6b);
  for (let k = 0; k < name.length; k += 1) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193);
  hash = Math.imul(hash ^ 61 ^ (hash >>> 16), 9);
  hash = Math.imul(hash ^ (hash >>> 4), 0x27d4eb2d);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}

/** Needs are spread evenly over their band, so that few scenarios stand for all of it; delays are drawn. Deterministic. */
export const scenarios = (count: number, seed: number): Scenario[] =>
  Array.from({ length: count }, (_, k) => ({ need: ((shareOf(seed, 0, 'need') + k / count) % 1), share: (name) => shareOf(seed, k, name) }));

/** The factor at a share of a band: a triangle whose ends are low and high, and whose peak is central. */
export function factorAt({ low, central, high }: NeedBand, share: number): number {
  if (high <= low) return central;
  const peak = (central - low) / (high - low);
  return share < peak ? low + Math.sqrt(share * (high - low) * (central - low)) : high - Math.sqrt((1 - share) * (high - low) * (high - central));
}
