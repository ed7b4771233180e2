// The ways that are still open: dated departures and copies of charters from the as-of instant on, with what is left of
// their allotments once everything released onto them is taken off.

import { cartonLoad, cartonsFor } from '../../domain/catalogue.ts';
import { DepartureId } from '../../domain/ids.ts';
import type { Allotment } from '../../domain/places.ts';
import type { Instant } from '../../domain/time.ts';
import { CubicCm, Grams, Positions } from '../../domain/units.ts';
import type { Run } from '../../planner/problem.ts';
import { timesOf, type Situation } from './situation.ts';

interface Load {
  grams: number;
  volume: number;
  positions: number;
}

export function runsOf(now: Situation, until: Instant): Run[] {
  const { known, asOf } = now;
  const taken = loadsTaken(now);
  const runs: Run[] = [];
  const add = (id: string, make: (times: { departsAt: Instant; arrivesAt: Instant }) => Omit<Run, 'id' | 'departsAt' | 'arrivesAt'>): void => {
    const times = timesOf(known, id);
    if (times === null || times.departsAt < asOf || times.departsAt > until) return;
    const run = make(times);
    runs.push({ id: DepartureId.parse(id), departsAt: times.departsAt, arrivesAt: times.arrivesAt, ...run, allotment: rest(run.allotment, taken.get(id)) });
  };
  for (const departure of known.departures.values()) {
    const service = known.services.get(departure.service);
    if (service === undefined) continue;
    add(departure.departure, () => ({
      mode: service.mode,
      from: service.from,
      to: service.to,
      allotment: { ...service.allotment, ...departure.allotment },
      eurosPerChargeableKg: service.rate / 1e6,
      eurosPerPallet: service.liftCents / 100,
      co2KgPerKg: service.co2 / 1e6,
      keeps: service.keeps,
      charter: null,
    }));
  }
  for (const charter of known.charters.values())
    for (let copy = 1; copy <= charter.count; copy += 1) {
      const id = `${charter.charter}-${copy}`;
      add(id, () => ({
        mode: charter.mode,
        from: charter.from,
        to: charter.to,
        allotment: charter.allotment,
        eurosPerChargeableKg: 0,
        eurosPerPallet: 0,
        co2KgPerKg: charter.co2 / 1e6,
        keeps: charter.keeps,
        // A copy that carries something already is paid for.
        charter: taken.has(id) ? null : { id: charter.charter, fixedEuros: charter.fixedCents / 100 },
      }));
    }
  return runs;
}

/** What dispatches that wait or travel take of each run on their routes; what was refused, recalled or lost takes nothing any more. */
function loadsTaken({ known, piles }: Situation): Map<string, Load> {
  const loads = new Map<string, Load>();
  const left = new Map<string, number>();
  for (const { state, at, lot, units } of piles) if (state === 'allocated' || state === 'onward') left.set(`${at}\t${lot}`, (left.get(`${at}\t${lot}`) ?? 0) + units);
  for (const { release } of known.releases) {
    const lot = known.lots.get(release.lot);
    const item = lot === undefined ? undefined : known.items.get(lot.item);
    if (lot === undefined || item === undefined) continue;
    const key = `${release.dispatch}\t${release.lot}`;
    const units = Math.min(release.units, left.get(key) ?? 0);
    left.set(key, (left.get(key) ?? 0) - units);
    const cartons = cartonsFor(units, lot.unitsPerCarton ?? item.unitsPerCarton);
    const each = cartonLoad(item);
    for (const run of release.route) {
      const load = loads.get(run) ?? { grams: 0, volume: 0, positions: 0 };
      loads.set(run, { grams: load.grams + cartons * each.grams, volume: load.volume + cartons * each.volume, positions: load.positions + cartons * each.positions });
    }
  }
  return loads;
}

/** Whole pallet places are left; a place that is begun is taken. */
const rest = (allotment: Allotment, load: Load = { grams: 0, volume: 0, positions: 0 }): Allotment => ({
  ...(allotment.positions !== undefined && { positions: Positions.parse(Math.max(0, allotment.positions - Math.ceil(load.positions - 1e-9))) }),
  ...(allotment.grams !== undefined && { grams: Grams.parse(Math.max(0, allotment.grams - load.grams)) }),
  ...(allotment.volume !== undefined && { volume: CubicCm.parse(Math.max(0, allotment.volume - Math.round(load.volume))) }),
});
