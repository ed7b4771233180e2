// What an operation knows of what it does not know: the band of each demand, and how late deliveries have come so far; an assumption
// until enough have. The planner's scenarios are drawn from it.

import type { Run, Supply } from '../../planner/problem.ts';
import type { NeedBand, Outlook } from '../../planner/uncertainty/outlook.ts';
import { holdingKey } from '../../domain/register.ts';
import { demandIn } from '../need/demand.ts';
import { delaysSeen, quantile, spreadOf } from '../onward/eta.ts';
import type { Situation } from './situation.ts';

/** Flights that have not landed yet: half are in time, one in ten is half a day late. Assumption: March 2020 had F5 postponed by days. */
const FLIGHT_HOURS_LATE = [0, 0, 0, 0, 0, 0, 2, 4, 8, 12, 24] as const;
const CERTAIN: NeedBand = { low: 1, central: 1, high: 1 };

export function outlookOf(now: Situation): Outlook {
  const bands = new Map<string, NeedBand>();
  for (const { recipient, item, units } of demandIn(now)) if (units.central > 0) bands.set(holdingKey(recipient, item), { low: units.low / units.central, central: 1, high: units.high / units.central });
  const delays = delaysSeen(now);
  const spreads = new Map<string, readonly number[]>();
  return {
    needBand: (recipient, item) => bands.get(holdingKey(recipient, item)) ?? CERTAIN,
    hoursLate: ({ mode, to }: Run, share) => {
      const key = `${mode} ${to}`;
      const place = now.known.places.get(to);
      const spread = spreads.get(key) ?? (place === undefined ? [0] : spreadOf(place, mode, delays));
      spreads.set(key, spread);
      return quantile(spread, share);
    },
    supplyHoursLate: ({ onHand }: Supply, share) => (onHand ? 0 : quantile(FLIGHT_HOURS_LATE, share)),
  };
}
