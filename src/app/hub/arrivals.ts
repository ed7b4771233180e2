// The arrivals board: each consignment with its plan, the carrier's estimate and what happened; what is on board lot by lot,
// what was counted, whether it fits its aircraft, and where what does not fit could fly instead.

import { missingPapers, type DocumentKind } from '../../domain/airlift/papers.ts';
import type { LotAnnounced } from '../../domain/airlift/consignment.ts';
import { loadAircraft, positionsNeeded, type Binding, type LoadedLot } from '../../domain/airlift/load.ts';
import { cartonVolume, chargeableKg } from '../../domain/catalogue.ts';
import { expectedArrival, type ConsignmentOnRecord, type Register } from '../../domain/register.ts';
import { cubicCm, grams } from '../../domain/units.ts';
import type { Instant } from '../../domain/time.ts';
import { papersOf } from '../airlift/preview-intake.ts';
import { builtFor } from '../plan/built.ts';
import { cartonsOf, itemOf, loadListOf, overflows, perCarton } from '../plan/overflow.ts';
import type { Pile, Situation } from '../plan/situation.ts';

export interface ArrivingLot {
  readonly lot: string;
  readonly item: string;
  readonly units: number;
  readonly cartons: number;
  readonly unitsPerCarton: number;
  readonly pallets: number;
  readonly batch: string | null;
  readonly expires: string | null;
  readonly pledge: string;
  readonly earmark: string | null;
  /** Still on the ground where it starts. */
  readonly consigned: number;
  readonly airborne: number;
  /** Landed and not yet counted. */
  readonly uncounted: number;
}

export interface Overflowing {
  readonly lot: string;
  readonly cartons: number;
  /** What its aircraft has too little of. */
  readonly binding: Binding;
  /** The next consignment on the same way that has room, and how many of the cartons fit on it; null: none is announced. */
  readonly onto: string | null;
  readonly fits: number;
}

export interface Arrival {
  readonly consignment: string;
  readonly run: string | null;
  readonly carrier: string;
  readonly mode: string;
  readonly aircraft: string | null;
  readonly from: string;
  readonly to: string;
  readonly plannedDeparture: Instant;
  readonly plannedArrival: Instant;
  readonly estimatedDeparture: Instant | null;
  readonly estimatedArrival: Instant | null;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly expected: Instant;
  readonly state: 'announced' | 'departed' | 'arrived' | 'counted';
  readonly waybills: readonly { readonly waybill: string; readonly kind: 'master' | 'house'; readonly pieces: number; readonly grams: number }[];
  readonly lots: readonly ArrivingLot[];
  /** What is filed or issued, and what is still missing, each as the papers of which one would do. */
  readonly papers: readonly DocumentKind[];
  readonly missingPapers: readonly (readonly DocumentKind[])[];
  readonly load: {
    readonly grams: number;
    readonly volume: number;
    readonly chargeableKg: number;
    /** EUR pallets that its cartons would fill. */
    readonly pallets: number;
    readonly payload: number | null;
    readonly capacity: number | null;
    readonly positions: number | null;
    /** Positions that the load takes: what is built by what it stands on, the rest by volume; null where the aircraft's are not known. */
    readonly positionsTaken: number | null;
    /** Of which stand on pallets or in unit load devices already. */
    readonly built: { readonly ulds: number; readonly pallets: number };
  };
  readonly overflow: readonly Overflowing[];
}

export function arrivalsOf(now: Situation): Arrival[] {
  const left = new Map(overflows(now).map((it) => [it.consignment.consignment, it.left]));
  return [...now.known.consignments.values()]
    .map((consignment) => arrivalOf(now, consignment, left.get(consignment.announced.consignment) ?? []))
    .toSorted((a, b) => (a.expected < b.expected ? -1 : a.expected > b.expected ? 1 : 0));
}

function arrivalOf(now: Situation, onRecord: ConsignmentOnRecord, left: readonly { readonly lot: LotAnnounced; readonly cartons: number; readonly binding: Binding }[]): Arrival {
  const { known, piles } = now;
  const { announced, departedAt, arrivedAt, estimated, waybills } = onRecord;
  const lots = onRecord.lots.map((lot) => arrivingLot(known, lot, piles));
  const sum = (of: (lot: ArrivingLot) => number): number => lots.reduce((total, lot) => total + of(lot), 0);
  const gross = grams(Math.round(onRecord.lots.reduce((total, lot) => total + (lot.gross ?? cartonsOf(known, lot) * itemOf(known, lot).cartonGrams), 0)));
  const volume = cubicCm(Math.round(onRecord.lots.reduce((total, lot) => total + (lot.volume ?? cartonsOf(known, lot) * cartonVolume(itemOf(known, lot))), 0)));
  const built = builtFor(now, announced.consignment);
  return {
    consignment: announced.consignment,
    run: announced.run ?? null,
    carrier: announced.carrier,
    mode: announced.mode,
    aircraft: announced.aircraft ?? null,
    from: announced.from,
    to: announced.to,
    plannedDeparture: announced.plannedDeparture,
    plannedArrival: announced.plannedArrival,
    estimatedDeparture: estimated.departure ?? null,
    estimatedArrival: estimated.arrival ?? null,
    departedAt,
    arrivedAt,
    expected: expectedArrival(onRecord),
    state: arrivedAt === null ? (departedAt === null ? 'announced' : 'departed') : sum((lot) => lot.uncounted) > 0 ? 'arrived' : 'counted',
    waybills: waybills.map(({ waybill, kind, pieces, gross: weighed }) => ({ waybill, kind, pieces, grams: weighed })),
    lots,
    papers: [...new Set(papersOf(onRecord))],
    missingPapers: missingPapers(papersOf(onRecord), announced.mode),
    load: { grams: gross, volume, chargeableKg: chargeableKg(gross, volume), pallets: sum((lot) => lot.pallets), payload: announced.payload ?? null, capacity: announced.volume ?? null, positions: announced.positions ?? null, positionsTaken: wholePositions(positionsNeeded(loadListOf(now, onRecord), announced)), built: { ulds: built.ulds, pallets: built.pallets } },
    overflow: left.map(({ lot, cartons, binding }) => ({ lot: lot.lot, cartons, binding, ...nextFlight(now, onRecord, lot, cartons) })),
  };
}

function arrivingLot(known: Register, lot: LotAnnounced, piles: readonly Pile[]): ArrivingLot {
  const cartons = cartonsOf(known, lot);
  const held = (state: Pile['state']): number => piles.reduce((units, pile) => units + (pile.lot === lot.lot && pile.state === state ? pile.units : 0), 0);
  return {
    lot: lot.lot,
    item: lot.item,
    units: lot.units,
    cartons,
    unitsPerCarton: perCarton(known, lot),
    pallets: Math.ceil(cartons / itemOf(known, lot).cartonsPerPallet),
    batch: lot.batch ?? null,
    expires: lot.expires ?? null,
    pledge: lot.pledge,
    earmark: lot.earmark ?? null,
    consigned: held('consigned'),
    airborne: held('airborne'),
    uncounted: held('landed'),
  };
}

const wholePositions = (positions: number | null): number | null => (positions === null ? null : Math.ceil(positions - 1e-9));

/** The first consignment after this one on the same way, not yet gone, whose aircraft takes some of these cartons besides its own load. */
function nextFlight(now: Situation, { announced }: ConsignmentOnRecord, lot: LotAnnounced, cartons: number): { onto: string | null; fits: number } {
  const { known } = now;
  const later = [...known.consignments.values()]
    .filter((it) => it.announced.from === announced.from && it.announced.to === announced.to && it.departedAt === null && it.announced.plannedDeparture > announced.plannedDeparture)
    .toSorted((a, b) => (a.announced.plannedDeparture < b.announced.plannedDeparture ? -1 : 1));
  for (const candidate of later) {
    // Those that go on are loose: what they stood on stays with the flight that it was built for.
    const extra: LoadedLot = { lot: lot.lot, item: itemOf(known, lot), cartons };
    const { overflow } = loadAircraft([...loadListOf(now, candidate), extra], candidate.announced);
    const fits = cartons - (overflow.find((it) => it.lot === extra.lot)?.cartons ?? 0);
    if (fits > 0) return { onto: candidate.announced.consignment, fits };
  }
  return { onto: null, fits: 0 };
}
