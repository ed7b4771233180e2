// The dispatch board: release orders, what each departure is to carry (its load list), and how deliveries have come out
// against their plan so far.

import { cartonVolume, chargeableKg } from '../../domain/catalogue.ts';
import type { DepartureId, LotId } from '../../domain/ids.ts';
import type { Allotment } from '../../domain/places.ts';
import { charterOfRun } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import { cubicCm, grams } from '../../domain/units.ts';
import { itemOf } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import { delaysSeen, quantile } from './eta.ts';
import { lossesStanding, type LossStanding } from './losses.ts';
import { ordersOf, type ReleaseOrder } from './orders.ts';

export interface LoadList {
  readonly run: string;
  readonly carrier: string;
  readonly mode: string;
  readonly from: string;
  readonly to: string;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
  readonly charter: boolean;
  readonly lines: readonly { readonly dispatch: string; readonly recipient: string; readonly lot: string; readonly item: string; readonly units: number; readonly cartons: number }[];
  readonly load: { readonly cartons: number; readonly grams: number; readonly volume: number; readonly pallets: number; readonly chargeableKg: number };
  /** What it holds for the operation; null: that does not bind. */
  readonly allotment: { readonly positions: number | null; readonly grams: number | null; readonly volume: number | null };
}

export interface DispatchBoard {
  readonly operation: string;
  readonly asOf: Instant;
  readonly orders: readonly ReleaseOrder[];
  readonly departures: readonly LoadList[];
  readonly losses: readonly LossStanding[];
  /** Hours late against the plan, by mode of the last leg; negative: early. */
  readonly delays: readonly { readonly mode: string; readonly seen: number; readonly median: number; readonly oneInTen: number }[];
}

export function dispatchBoard(now: Situation): DispatchBoard {
  const orders = ordersOf(now);
  const delays = delaysSeen(now).map(({ mode, hours }) => ({ mode, seen: hours.length, median: quantile(hours, 0.5), oneInTen: quantile(hours, 0.9) }));
  return { operation: now.operation.id, asOf: now.asOf, orders, departures: loadLists(now, orders), losses: lossesStanding(now), delays };
}

/** One for each run that carries an order which has not ended, soonest first. */
function loadLists(now: Situation, orders: readonly ReleaseOrder[]): LoadList[] {
  const riding = orders.filter(({ state }) => state !== 'refused' && state !== 'ended').flatMap((order) => order.legs.map(({ run }) => ({ run, order })));
  return [...Map.groupBy(riding, ({ run }) => run)]
    .flatMap(([run, riders]) => {
      const times = timesOf(now.known, run);
      const vehicle = vehicleOf(now, run);
      if (times === null || vehicle === null) return [];
      const lines = riders.flatMap(({ order }) => order.lots.map(({ lot, item, units, cartons }) => ({ dispatch: order.dispatch, recipient: order.recipient, lot, item, units, cartons })));
      return [{ run, ...vehicle, ...times, lines, load: loadOf(now, lines), allotment: { positions: vehicle.allotment.positions ?? null, grams: vehicle.allotment.grams ?? null, volume: vehicle.allotment.volume ?? null } }];
    })
    .toSorted((a, b) => (a.departsAt < b.departsAt ? -1 : a.departsAt > b.departsAt ? 1 : a.run < b.run ? -1 : 1));
}

/** Who carries it, whether it is a charter, and what it holds for the operation; null where it is not on record. */
export function vehicleOf({ known }: Situation, run: string): { carrier: string; charter: boolean; allotment: Allotment } | null {
  const departure = known.departures.get(run as DepartureId);
  const service = departure === undefined ? undefined : known.services.get(departure.service);
  if (service !== undefined) return { carrier: service.carrier, charter: false, allotment: { ...service.allotment, ...departure?.allotment } };
  const charter = charterOfRun(known, run);
  return charter === undefined ? null : { carrier: charter.carrier, charter: true, allotment: charter.allotment };
}

function loadOf(now: Situation, lines: LoadList['lines']): LoadList['load'] {
  let [cartons, weight, volume, places] = [0, 0, 0, 0];
  for (const line of lines) {
    const lot = now.known.lots.get(line.lot as LotId);
    if (lot === undefined) continue;
    const item = itemOf(now.known, lot);
    cartons += line.cartons;
    weight += line.cartons * item.cartonGrams;
    volume += line.cartons * cartonVolume(item);
    places += line.cartons / item.cartonsPerPallet;
  }
  return { cartons, grams: weight, volume, pallets: Math.ceil(places - 1e-9), chargeableKg: chargeableKg(grams(weight), cubicCm(volume)) };
}
