// Is what somebody asks for plausible? A quantity is held against the estimate of the area for the same item and window. Outside
// the band it is asked about, never dropped: whoever asks may know what the counts do not.

import { band, type Band, type Parameter } from './parameter.ts';

/** Below this share of the low estimate a quantity is asked about. */
export const LEAST_SHARE: Parameter = { value: 1 / 3, unit: 'of the low estimate', source: 'assumption', note: 'a third: less is more often a missing zero, or cartons counted as pieces, than little need' };
/** Above this multiple of the high estimate a quantity is asked about. */
export const MOST_TIMES: Parameter = { value: 3, unit: 'times the high estimate', source: 'assumption', note: 'three times: more is more often a zero too many, pieces counted as cartons, or a reserve, than need' };

/** `whole`: the estimate is of all that the recipient serves. `part`: of an area that it shares, whose estimate bounds it from above alone. */
export type Share = 'whole' | 'part';

export interface Plausibility {
  readonly asked: number;
  /** Whole units over the window. */
  readonly estimate: Band;
  readonly share: Share;
  /** Asked about below `least` and above `most`; whole units. */
  readonly least: number;
  readonly most: number;
  readonly verdict: 'within' | 'below' | 'above';
}

/** @param perDay whole units a day. @param days of the window, fractional. Rounded to whole units once, at the end. */
export function plausibility(asked: number, perDay: Band, days: number, share: Share): Plausibility {
  const estimate = band((end) => Math.round(perDay[end] * days));
  const least = share === 'whole' ? Math.ceil(perDay.low * days * LEAST_SHARE.value) : 0;
  const most = Math.floor(perDay.high * days * MOST_TIMES.value);
  return { asked, estimate, share, least, most, verdict: asked < least ? 'below' : asked > most ? 'above' : 'within' };
}
