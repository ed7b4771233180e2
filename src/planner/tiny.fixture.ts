// The one tiny problem that the planner's tests share, with its arithmetic by hand.
//
//   Liège (BELGG) ──T1 14 March, 10 cartons, €10 a carton──▶ Milan (ITMXP): LOM wants 10 cartons, PIE wants 5
//                 ──T2 15 March,  5 cartons, € 5 a carton──▶
//
//   One item, mask: 1,000 to a carton of 10 kg (0.036 m³ × 167 = 6.0 kg, so the gross weight is charged), 10 cartons a pallet,
//   worth €0.10 each, so €100 a carton at weight 1. Segments: the first half of a need weighs 2, the second 1.
//   LOM has severity 1 (weight 1), PIE severity 2 (weight 2; 10 under severity first). No delay cost. CO₂: 1 kg a carton a run, €0.10.
//   LOT-A: 6 cartons, free. LOT-B: 4 cartons, earmark E-LOM for LOM alone. Both in Liège from the start.
//
//   Nothing shipped: LOM 5 × 200 + 5 × 100 = €1,500; PIE 2.5 × 400 + 2.5 × 200 = €1,500. Z₀ = €3,000.
//   Transport of all 10 cartons, cheapest first: 5 × €5.10 + 5 × €10.10 = €76.
//
//   equal cover   10 cartons for needs of 15: each has 2/3. LOM 6.67, PIE 3.33.
//                 Unserved LOM 3.33 × 100 = 333.33, PIE 1.67 × 200 = 333.33. Model: 666.67 + 76 = €742.67.
//                 Whole cartons: 6 and 3, both at 0.6; the tenth goes to LOM, the first of the two. 300 + 400 + 76 = €776.
//   deprivation   PIE's cartons relieve 400 and 200, LOM's 200 and 100: PIE 5, LOM 5. 500 + 76 = €576.
//   severity      linear, mean weight 1.5: PIE 1,500 a carton, LOM 150. PIE 5, LOM 5. 750 + 76 = €826.

import { Item } from '../domain/catalogue.ts';
import { CharterId, DepartureId, EarmarkId, LotId, PledgeId, RecipientId } from '../domain/ids.ts';
import { Allotment, Place, Recipient } from '../domain/places.ts';
import { Instant } from '../domain/time.ts';
import type { NetNeed, PlanningProblem, Run, Supply } from './problem.ts';

export const at = (text: string): Instant => Instant.parse(`2020-03-${text}:00.000Z`);

export const mask: Item = Item.parse({
  item: 'mask', name: 'mask', class: 'ppe', unitsPerCarton: 1000, cartonsPerPallet: 10, lengthMm: 400, widthMm: 300, heightMm: 300, cartonGrams: 10_000,
  leastCartonGrams: 5_000, mostCartonGrams: 20_000, leastUnitsPerCarton: 500, mostUnitsPerCarton: 2_000, temperature: 'ambient', worthCents: 10,
});

const place = (code: string, name: string, area: string, more: object = {}): Place =>
  Place.parse({ place: code, name, area, latitude: 50, longitude: 5, zone: 'UTC', role: 'gateway', dwellMinutes: 60, changeMinutes: 120, ...more });
const liege = place('BELGG', 'Liège', 'BE', { role: 'hub' });
const milan = place('ITMXP', 'Milan', 'IT');
export const zurich = place('CHZRH', 'Zürich', 'CH');

export const LOM = RecipientId.parse('LOM');
export const PIE = RecipientId.parse('PIE');
export const ZRH = RecipientId.parse('ZRH');
const recipient = (id: RecipientId, name: string, where: Place): Recipient => Recipient.parse({ recipient: id, name, area: where.area, place: where.place });

/** 10 cartons weigh 100 kg. */
export const run = (id: string, departs: string, arrives: string, cartons: number, eurosPerKg: number, more: Partial<Run> = {}): Run => ({
  id: DepartureId.parse(id), mode: 'road', from: liege.place, to: milan.place, departsAt: at(departs), arrivesAt: at(arrives), allotment: Allotment.parse({ grams: cartons * 10_000 }),
  eurosPerChargeableKg: eurosPerKg, eurosPerPallet: 0, co2KgPerKg: 0.1, keeps: ['ambient'], charter: null, ...more,
});

/** A charter of that many copies, each for 10 cartons. */
export const charterRuns = (fixedEuros: number, copies = 1): Run[] =>
  Array.from({ length: copies }, (_, copy) => run(`CH-MXP-${copy + 1}`, '14T09:00', '14T21:00', 10, 0, { charter: { id: CharterId.parse('CH-MXP'), fixedEuros } }));

export const supply = (lot: string, cartons: number, recipients: readonly RecipientId[], more: Partial<Supply> = {}): Supply => ({
  lot: LotId.parse(lot), item: mask.item, pledge: PledgeId.parse('P1'), earmark: null, place: liege.place, availableAt: at('13T06:00'), cartons, unitsPerCarton: 1000, recipients, expiresAt: null, onHand: true, ...more,
});

export const need = (who: RecipientId, units: number, severity: number, more: Partial<NetNeed> = {}): NetNeed => ({ recipient: who, item: mask.item, units, from: at('13T06:00'), until: at('18T00:00'), severity, ...more });

export const tiny: PlanningProblem = {
  asOf: at('13T06:00'),
  until: at('20T00:00'),
  weights: { segments: [{ share: 0.5, weight: 2 }, { share: 0.5, weight: 1 }], severity: [1, 2, 4, 8, 16], severityFirst: [1, 10, 100, 1000, 10000], lateShare: 0.5, delayPerDay: 0, costWeight: 1, co2Weight: 0.1 },
  pallets: 'parts',
  items: new Map([[mask.item, mask]]),
  places: new Map([liege, milan, zurich].map((where) => [where.place, where])),
  recipients: [recipient(LOM, 'Lombardy', milan), recipient(PIE, 'Piedmont', milan), recipient(ZRH, 'Zürich canton', zurich)],
  supplies: [supply('LOT-A', 6, [LOM, PIE, ZRH]), supply('LOT-B', 4, [LOM], { earmark: EarmarkId.parse('E-LOM') })],
  needs: [need(LOM, 10_000, 1), need(PIE, 5_000, 2)],
  runs: [run('T1', '14T08:00', '14T20:00', 10, 1), run('T2', '15T08:00', '15T20:00', 5, 0.5)],
  rules: [],
  papers: [],
  frozen: [],
  standing: [],
  forbidden: [],
  handling: [],
};
