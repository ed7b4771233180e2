// Plan: who gets what, how, when, and why; and what people decided about it. The solver's model is not here (planner/).

import { z } from 'zod';
import { CharterId, DepartureId, ItemCode, LotId, PlaceCode, PlanId, RecipientId } from '../ids.ts';
import { Phrase } from '../phrase.ts';
import { Instant } from '../time.ts';
import { Cartons, Units } from '../units.ts';
import { LineName, PlanDecisions } from './decisions.ts';

/** `equal-cover`: the worst-off first, the default. `deprivation`: the objective alone. `severity`: most severe first. */
export const Policy = z.enum(['equal-cover', 'deprivation', 'severity']);
export type Policy = z.infer<typeof Policy>;
export const POLICIES: readonly Policy[] = Policy.options;

/** How pallets are counted against places and prices. `parts`: each carton by its part of a pallet. `whole`: goods that go together, by the pallets that they begin. */
export const Pallets = z.enum(['parts', 'whole']);
export type Pallets = z.infer<typeof Pallets>;

export const LineId = z.string().regex(/^L\d+$/, 'a line is named like L7').brand<'LineId'>();
export type LineId = z.infer<typeof LineId>;

/** The road not taken: the next best way for a line's cartons, and why it was not chosen. */
export const Weighed = z.strictObject({
  route: z.array(DepartureId).min(1),
  departs: Instant,
  arrives: Instant,
  /** € of cost and CO₂ that one carton would count more by it; below 0: less. */
  euros: z.number(),
  /** Hours after the line's own arrival; below 0: before it. */
  hours: z.number(),
  /** `full`; `dearer`: earlier, but not worth its price; `later`: no way is earlier; `same`: nothing tells it from the line's own. */
  verdict: z.enum(['full', 'dearer', 'later', 'same']),
  /** Where it is full: who has the room, */
  holders: z.array(RecipientId),
  /** and the € that room for one carton would take off the objective, at most. */
  worth: z.number(),
});
export type Weighed = z.infer<typeof Weighed>;

export const PlanLine = z.strictObject({
  line: LineId,
  lot: LotId,
  item: ItemCode,
  recipient: RecipientId,
  cartons: Cartons,
  units: Units,
  /** Dated departures (or opened charters) in order; empty where the goods lie at the recipient's own place. */
  route: z.array(DepartureId),
  departs: Instant,
  /** When the recipient has the goods: after opening hours and dwell at the last place. */
  arrives: Instant,
  /** Frozen by people: the plan had to take it as it is. */
  frozen: z.boolean(),
  /** In English: `because`, said. */
  why: z.string().min(1),
  /** Left out, here and below, in plans recorded before reasons came as phrases. */
  because: z.array(Phrase).optional(),
  /** Null where there is no other way, no need of one, or no choice. */
  weighed: Weighed.nullable().optional(),
});
export type PlanLine = z.infer<typeof PlanLine>;

export const UnservedNeed = z.strictObject({ recipient: RecipientId, item: ItemCode, units: Units, why: z.string().min(1), because: z.array(Phrase).optional() });
export type UnservedNeed = z.infer<typeof UnservedNeed>;

export const OpenedCharter = z.strictObject({ charter: CharterId, copies: z.int().min(1), cost: z.number() });
export type OpenedCharter = z.infer<typeof OpenedCharter>;

/** What goes on together from a departure to a recipient, on whole pallets: pallet places, and the pallets that the goods would fill. */
const PlanPallets = z.strictObject({ departure: DepartureId, recipient: RecipientId, lines: z.array(LineId).min(1), places: z.int().min(1), filled: z.number() });
export type PlanPallets = z.infer<typeof PlanPallets>;

/** A line of the plan that stood, of which cartons are taken off. */
const ChangedLine = z.strictObject({
  ...LineName.shape,
  /** As it stood, and what the plan keeps of it. */
  cartons: Cartons,
  kept: Cartons,
  /** € that each carton costs to take off, */
  eurosPerCarton: z.number(),
  /** and € of the rest of the objective that it saves, at least; null: it was no choice, or a large network was planned to a gap. */
  gains: z.number().nullable(),
  why: z.string().min(1),
  because: z.array(Phrase),
});
export type ChangedLine = z.infer<typeof ChangedLine>;

/** What a plan changes of the lines on which people act. */
export const PlanChange = z.strictObject({
  /** Of lines that stood: all, those that are kept, those that are taken off. */
  cartons: Cartons,
  kept: Cartons,
  off: Cartons,
  /** The price of what is taken off, in euros of the objective; no part of the cost. */
  euros: z.number(),
  changed: z.array(ChangedLine),
});
export type PlanChange = z.infer<typeof PlanChange>;

/**
 * Prices by name, for the next plan to begin from: they are near its own, and what is new begins at 0. Euros of the objective,
 * five digits; what has no price is left out.
 */
export const PlanPrices = z.strictObject({
  /** Of a kg, an m³ and a pallet place on a departure. */
  rooms: z.record(DepartureId, z.tuple([z.number(), z.number(), z.number()])),
  /** Of a pallet of a place's handling on a day: `BELGG 2020-03-14`. */
  handling: z.record(z.string(), z.number()),
  /** Of a unit of a lot, at each place and instant from which some of it lies there; also where it is 0. */
  stocks: z.array(z.strictObject({ lot: LotId, place: PlaceCode, from: Instant, euros: z.number() })),
});
export type PlanPrices = z.infer<typeof PlanPrices>;

export const CheckedPlan = z.strictObject({ ok: z.boolean(), violations: z.array(z.string()) });
export type CheckedPlan = z.infer<typeof CheckedPlan>;

/** Money in euros, CO₂ in kg, hours from the as-of instant to the receiver. */
export const PlanFigures = z.strictObject({
  objective: z.number(),
  /** Never above the optimum of the exported model. */
  bound: z.number(),
  /** (objective − bound) / (Z₀ − bound), Z₀ = the objective with nothing shipped; 0 where Z₀ = bound. */
  gap: z.number(),
  /** (objective − bound) / |objective|, as solvers print it. */
  relativeGap: z.number(),
  /** Optimum of the exported model: cartons continuous, charters binary. */
  modelObjective: z.number(),
  coverage: z.strictObject({ min: z.number(), mean: z.number(), gini: z.number() }),
  hours: z.strictObject({ median: z.number().nullable(), last: z.number().nullable() }),
  cost: z.number(),
  co2Kg: z.number(),
});
export type PlanFigures = z.infer<typeof PlanFigures>;

export const PlanProposed = z.strictObject({
  plan: PlanId,
  policy: Policy,
  asOf: Instant,
  seed: z.int(),
  ...PlanFigures.shape,
  charters: z.array(OpenedCharter),
  lines: z.array(PlanLine),
  unserved: z.array(UnservedNeed),
  /** What a reader must know besides: overflow of an aircraft, goods that expire unused, floors that could not rise. */
  notes: z.array(z.string()),
  /** The notes as phrases, in the same order. */
  noted: z.array(Phrase).optional(),
  check: CheckedPlan,
  /** Only where pallets are whole: what each departure carries, in the order of departures. */
  pallets: z.array(PlanPallets).optional(),
  /** What people decided for this plan, besides what stood already. */
  decisions: PlanDecisions.optional(),
  /** Only where the plan was asked to be steady: beside which approved plan (null: none was), how far ahead, at what price, and how many of its lines that concerns. */
  steady: z.strictObject({ plan: PlanId.nullable(), hours: z.number(), eurosPerKg: z.number(), lines: z.int() }).optional(),
  /** Only where something stood that costs to change. */
  change: PlanChange.optional(),
  /** Only of a large network that the dual scan planned by itself. */
  prices: PlanPrices.optional(),
  /** The earlier plan from whose prices the search began; left out: it began from none. */
  began: PlanId.optional(),
});
export type PlanProposed = z.infer<typeof PlanProposed>;

export const PlanApproved = z.strictObject({ plan: PlanId, reason: z.string().min(1).optional() });
export type PlanApproved = z.infer<typeof PlanApproved>;
/** These lines stand, whatever a later plan would prefer. */
export const PlanFrozen = z.strictObject({ plan: PlanId, lines: z.array(LineId).min(1), reason: z.string().min(1) });
export type PlanFrozen = z.infer<typeof PlanFrozen>;
/** A person sets a line to another quantity of whole cartons (0 strikes it), with a reason, and thereby freezes it. */
export const PlanOverridden = z.strictObject({ plan: PlanId, line: LineId, cartons: Cartons, reason: z.string().min(1) });
export type PlanOverridden = z.infer<typeof PlanOverridden>;
