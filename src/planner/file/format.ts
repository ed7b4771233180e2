// A planning problem as a file: every table and field of the JSON form, with unit, example and meaning, from which reader,
// writer and docs/planning-problem.md follow. Names are those of problem.ts, where the types are.
// Not here: what rows say of each other (agreement.ts); reading and writing.

import { z } from 'zod';
import { Item, Temperature } from '../../domain/catalogue.ts';
import { CharterId, DepartureId, EarmarkId, ItemCode, LotId, PlaceCode, PledgeId, RecipientId } from '../../domain/ids.ts';
import { Allotment, Mode, Paper, Place, Recipient, Rule } from '../../domain/places.ts';
import { Pallets } from '../../domain/plan/plan.ts';
import { readInstant, Zone, type Instant } from '../../domain/time.ts';
import { Cartons, Units } from '../../domain/units.ts';

/** What the first key of a file says. */
export const FORMAT = 'airbridge-planning-problem';
/** Raised when a file of the version before would be read in another sense. */
export const VERSION = 1;

/** What is told of a field: in the document, and to whoever must correct one. */
export interface Told {
  readonly unit: string;
  readonly example: unknown;
  readonly meaning: string;
}

const told = z.registry<Told>();
/** @param unit empty where there is none. */
function field<S extends z.ZodType>(schema: S, unit: string, example: unknown, meaning: string): S {
  told.add(schema, { unit, example, meaning });
  return schema;
}
export const toldOf = (schema: z.ZodType): Told | undefined => told.get(schema);

const UTC = Zone.parse('UTC');
const instant = (): z.ZodType<Instant, string> =>
  z.string().transform((text, context) => {
    const read = readInstant(text, UTC);
    if (read.ok && text.includes('T')) return read.value;
    context.issues.push({ code: 'custom', input: text, message: 'it is no instant' });
    return z.NEVER;
  });
/** Left out, or null: none. */
const orNone = <S extends z.ZodType>(schema: S): z.ZodType<z.output<S> | null, z.input<S> | null | undefined> => schema.nullish().transform((value) => value ?? null);
/** A copy, so that a field of one table has a telling of its own. */
const own = <S extends z.ZodType>(schema: S): S => schema.clone();
const figure = (): z.ZodNumber => z.number().min(0);

const item = z.strictObject({
  item: field(own(Item.shape.item), '', 'ffp2', 'The code by which other tables name it.'),
  name: field(own(Item.shape.name), '', 'FFP2 mask', 'What people call it.'),
  class: field(own(Item.shape.class), '', 'ppe', 'Which border rules and papers it falls under: ppe, diagnostic, device, medicine or other.'),
  unitsPerBox: field(own(Item.shape.unitsPerBox), 'units', 20, 'Of an inner box; plays no part in planning.'),
  unitsPerCarton: field(own(Item.shape.unitsPerCarton), 'units', 1000, 'As it is usually packed. What a lot really holds stands with the supply.'),
  cartonsPerPallet: field(own(Item.shape.cartonsPerPallet), 'cartons', 10, 'A carton takes one part in so many of a pallet.'),
  lengthMm: field(own(Item.shape.lengthMm), 'mm', 400, 'Outer length of a carton.'),
  widthMm: field(own(Item.shape.widthMm), 'mm', 300, 'Outer width of a carton.'),
  heightMm: field(own(Item.shape.heightMm), 'mm', 300, 'Outer height of a carton. With 167 kg a m³ the volume may weigh more than the goods do.'),
  cartonGrams: field(own(Item.shape.cartonGrams), 'g', 10_000, 'Gross weight of a carton.'),
  leastCartonGrams: field(own(Item.shape.leastCartonGrams), 'g', 5000, 'Plausible weight, least; plays no part in planning.'),
  mostCartonGrams: field(own(Item.shape.mostCartonGrams), 'g', 20_000, 'Plausible weight, most; plays no part in planning.'),
  leastUnitsPerCarton: field(own(Item.shape.leastUnitsPerCarton), 'units', 500, 'Plausible packing, least; plays no part in planning.'),
  mostUnitsPerCarton: field(own(Item.shape.mostUnitsPerCarton), 'units', 2000, 'Plausible packing, most; plays no part in planning.'),
  shelfLifeDays: field(own(Item.shape.shelfLifeDays), 'days', 1095, 'Plays no part in planning: supplies say when they expire.'),
  temperature: field(own(Item.shape.temperature), '', 'ambient', 'ambient, cool or frozen: only departures that keep it carry it.'),
  worthCents: field(own(Item.shape.worthCents), 'cents', 10, 'What one unit missing counts in the objective at severity weight 1, before the segments.'),
  cnCode: field(own(Item.shape.cnCode), '', '63079098', 'For customs; plays no part in planning.'),
  valueCents: field(own(Item.shape.valueCents), 'cents', 45, 'For customs; plays no part in planning.'),
});

const place = z.strictObject({
  place: field(own(Place.shape.place), '', 'BELGG', 'UN/LOCODE without the space.'),
  iata: field(own(Place.shape.iata), '', 'LGG', 'Code of the airport; plays no part in planning.'),
  name: field(own(Place.shape.name), '', 'Liège', 'What people call it.'),
  area: field(own(Place.shape.area), '', 'BE', 'ISO 3166: which border rules apply to what leaves it and comes to it.'),
  latitude: field(own(Place.shape.latitude), '° north', 50.6376, 'Plays no part in planning.'),
  longitude: field(own(Place.shape.longitude), '° east', 5.4444, 'Plays no part in planning.'),
  zone: field(own(Place.shape.zone), '', 'Europe/Brussels', 'IANA time zone: of opening hours, of days of handling, of the dates of rules.'),
  role: field(own(Place.shape.role), '', 'hub', 'origin, hub, gateway or door; plays no part in planning.'),
  opens: field(own(Place.shape.opens), 'local time', '06:00', 'Goods are handed over from this time of day; with closes, or neither: always.'),
  closes: field(own(Place.shape.closes), 'local time', '22:00', 'Until this time of day.'),
  palletsPerHour: field(own(Place.shape.palletsPerHour), 'pallets/h', 20, 'What it can handle in and out while open, times its open hours of a local day. Left out: more than can bind.'),
  dwellMinutes: field(own(Place.shape.dwellMinutes), 'minutes', 60, 'From a vehicle’s arrival until its goods can leave again or are handed over.'),
  changeMinutes: field(own(Place.shape.changeMinutes), 'minutes', 120, 'Further time where goods change the mode of transport.'),
  docks: field(own(Place.shape.docks), '', 8, 'Plays no part in planning.'),
  floorM2: field(own(Place.shape.floorM2), 'm²', 3000, 'Plays no part in planning.'),
});

const recipient = z.strictObject({
  recipient: field(own(Recipient.shape.recipient), '', 'LOM', 'The name by which other tables name it.'),
  name: field(own(Recipient.shape.name), '', 'Lombardy', 'What people call it.'),
  area: field(own(Recipient.shape.area), '', 'IT-25', 'ISO 3166; plays no part in planning, for supplies say whom they may go to.'),
  place: field(own(Recipient.shape.place), '', 'ITMXP', 'Where it takes the goods over.'),
  address: field(own(Recipient.shape.address), '', 'Via Roma 1, Milano', 'For papers; plays no part in planning.'),
  eori: field(own(Recipient.shape.eori), '', 'IT12345678901', 'For customs; plays no part in planning.'),
});

const supply = z.strictObject({
  lot: field(own(LotId), '', 'LOT-A', 'Which lot. It may have several entries: parts at other places, or from other instants.'),
  item: field(own(ItemCode), '', 'ffp2', 'Of which item.'),
  pledge: field(own(PledgeId), '', 'P1', 'Whose promise it is part of; told in reasons.'),
  earmark: field(orNone(EarmarkId), '', 'E-LOM', 'Which earmark binds it; told in reasons. What binds is the list of recipients.'),
  place: field(own(PlaceCode), '', 'BELGG', 'Where it lies, or comes to.'),
  availableAt: field(instant(), 'instant', '2020-03-13T06:00:00Z', 'From when it can leave.'),
  cartons: field(own(Cartons), 'cartons', 6, 'How many.'),
  unitsPerCarton: field(Units.refine((units) => units > 0, 'a carton holds at least one unit'), 'units', 1000, 'In each of them.'),
  recipients: field(z.union([z.literal('all'), z.array(RecipientId)]), '', ['LOM', 'PIE'], 'Who may have it: a list, or "all".'),
  expiresAt: field(orNone(instant()), 'instant', '2021-03-13T00:00:00Z', 'The first instant at which it may be handed over no more. Left out: it keeps.'),
  onHand: field(z.boolean(), '', true, 'False while it is announced or on its way; told in reasons.'),
});

const need = z.strictObject({
  recipient: field(own(RecipientId), '', 'LOM', 'Who.'),
  item: field(own(ItemCode), '', 'ffp2', 'Of which item.'),
  units: field(own(Units), 'units', 10_000, 'What it lacks: what is asked, less stock and what is already on its way.'),
  from: field(instant(), 'instant', '2020-03-13T06:00:00Z', 'The due window begins.'),
  until: field(instant(), 'instant', '2020-03-18T00:00:00Z', 'It ends here; a unit that comes later counts lateShare.'),
  severity: field(z.int().min(1).max(5), '1–5', 3, 'How bad it is to go without; weights.severity has what that counts.'),
});

const allotment = z.strictObject({
  positions: field(own(Allotment.shape.positions), 'pallet places', 8, 'Left out: they do not bind.'),
  grams: field(own(Allotment.shape.grams), 'g', 100_000, 'Gross weight. Left out: it does not bind.'),
  volume: field(own(Allotment.shape.volume), 'cm³', 12_000_000, 'Left out: it does not bind.'),
});
const charter = z.strictObject({
  id: field(own(CharterId), '', 'CH-MXP', 'Runs of one charter are its copies: alike in everything but their id.'),
  fixedEuros: field(figure(), '€', 900, 'What each copy costs that is flown.'),
});
const run = z.strictObject({
  id: field(own(DepartureId), '', 'T1', 'A dated departure, or one copy of a charter.'),
  mode: field(own(Mode), '', 'road', 'road, rail, air or sea.'),
  from: field(own(PlaceCode), '', 'BELGG', 'Where it leaves.'),
  to: field(own(PlaceCode), '', 'ITMXP', 'Where it goes.'),
  departsAt: field(instant(), 'instant', '2020-03-14T08:00:00Z', 'Runs that leave before asOf or after until are not used.'),
  arrivesAt: field(instant(), 'instant', '2020-03-14T20:00:00Z', 'Dwell and opening hours come on top.'),
  allotment: field(own(allotment), '', { grams: 100_000 }, 'What is left of it for this operation.'),
  eurosPerChargeableKg: field(figure(), '€/kg', 1, 'For each chargeable kg: the greater of gross weight and m³ × 167.'),
  eurosPerPallet: field(figure(), '€/pallet place', 12, 'For each pallet place: its part, or the place whole, as pallets says.'),
  co2KgPerKg: field(figure(), 'kg/kg', 0.1, 'CO₂ for each kg carried.'),
  keeps: field(z.array(Temperature), '', ['ambient', 'cool'], 'Temperature classes that it keeps; ambient always.'),
  charter: field(orNone(charter), '', { id: 'CH-MXP', fixedEuros: 900 }, 'It is there only if somebody pays for it. Left out: it runs anyway.'),
});

const validity = { validFrom: 'The first local day at the place of departure.', validUntil: 'The last one. Left out: it has no end.' };
const rule = z.strictObject({
  rule: field(own(Rule.shape.rule), '', 'IT-EXPORT', 'Told in reasons.'),
  classes: field(own(Rule.shape.classes), '', ['ppe'], 'Item classes that it speaks of.'),
  fromArea: field(own(Rule.shape.fromArea), '', 'EU', 'What leaves from there,'),
  toArea: field(own(Rule.shape.toArea), '', 'CH', 'for there.'),
  validFrom: field(own(Rule.shape.validFrom), 'date', '2020-03-15', validity.validFrom),
  validUntil: field(own(Rule.shape.validUntil), 'date', '2020-04-26', validity.validUntil),
  effect: field(own(Rule.shape.effect), '', 'paper', 'closed: nothing passes. paper: only with the paper.'),
  paper: field(own(Rule.shape.paper), '', 'EXPORT', 'Which one; exactly where the effect is paper.'),
});
const paper = z.strictObject({
  paper: field(own(Paper.shape.paper), '', 'EXPORT', 'The paper that a rule asks for.'),
  reference: field(own(Paper.shape.reference), '', '2020/14', 'Its number.'),
  classes: field(own(Paper.shape.classes), '', ['ppe'], 'Item classes that it is for.'),
  fromArea: field(own(Paper.shape.fromArea), '', 'BE', 'From there'),
  toArea: field(own(Paper.shape.toArea), '', 'CH', 'to there.'),
  validFrom: field(own(Paper.shape.validFrom), 'date', '2020-03-17', validity.validFrom),
  validUntil: field(own(Paper.shape.validUntil), 'date', '2020-04-26', validity.validUntil),
});

const line = () => ({
  lot: field(own(LotId), '', 'LOT-A', 'Of which lot.'),
  recipient: field(own(RecipientId), '', 'LOM', 'To whom.'),
  cartons: field(own(Cartons), 'cartons', 4, 'How many.'),
  route: field(z.array(DepartureId), '', ['T1'], 'By which runs, in order; empty where the goods lie at the recipient’s own place.'),
});
const frozen = z.strictObject(line());
const standing = z.strictObject({ ...line(), eurosPerCarton: field(figure(), '€/carton', 20, 'What each carton counts in the objective that the plan takes off the line.') });
const forbidden = z.strictObject({
  run: field(own(DepartureId), '', 'T1', 'Which run is not to be used.'),
  recipient: field(orNone(RecipientId), '', 'PIE', 'For whose goods. Left out: everybody’s.'),
  lot: field(orNone(LotId), '', 'LOT-B', 'For which lot. Left out: every lot.'),
});
const handling = z.strictObject({
  place: field(own(PlaceCode), '', 'BELGG', 'Where.'),
  at: field(instant(), 'instant', '2020-03-14T10:00:00Z', 'It takes from the handling of this local day.'),
  pallets: field(figure(), 'pallets', 2.5, 'So many are handled anyway.'),
});

const step = z.strictObject({
  share: field(z.number().gt(0).max(1), 'share', 0.5, 'Of a need, first units first; the shares add up to 1.'),
  weight: field(figure(), 'factor', 2, 'What a unit of it counts; weights do not rise.'),
});
const byGrade = z.tuple([figure(), figure(), figure(), figure(), figure()]);
export const WEIGHTS = z.strictObject({
  segments: field(z.array(step).min(1), '', [{ share: 0.5, weight: 2 }, { share: 0.5, weight: 1 }], 'The convex curve of deprivation.'),
  severity: field(own(byGrade), 'factor', [1, 2, 4, 8, 16], 'What severity 1 to 5 counts.'),
  severityFirst: field(own(byGrade), 'factor', [1, 10, 100, 1000, 10_000], 'The same under the policy severity, with a straight line for a curve.'),
  lateShare: field(figure().max(1), 'share', 0.5, 'What a unit still counts that comes after its due window.'),
  delayPerDay: field(figure().max(1), 'share/day', 0.02, 'What of a unit’s worth is lost with each day until it comes.'),
  costWeight: field(figure(), 'factor', 1, 'Objective euros for each euro of transport and charters.'),
  co2Weight: field(figure(), '€/kg', 0.1, 'Objective euros for each kg of CO₂.'),
});

export const INSTANT = instant();
/** Left out: by the part. */
export const PALLETS = Pallets.nullish().transform((value) => value ?? 'parts');

/** The tables in the order in which they are written. Rows keep their order: it is part of the problem. */
export const TABLES = { items: item, places: place, recipients: recipient, supplies: supply, needs: need, runs: run, rules: rule, papers: paper, frozen, standing, forbidden, handling } as const;
export type Table = keyof typeof TABLES;
export type Row<T extends Table> = z.output<(typeof TABLES)[T]>;
export const TABLE_NAMES = Object.keys(TABLES) as Table[];
/** Tables that a file has to have; the others are empty where they are left out. */
export const NEEDED: ReadonlySet<string> = new Set<Table>(['items', 'places', 'recipients', 'supplies', 'needs', 'runs']);
/** Groups of fields within rows, for the document. */
export const GROUPS = { 'runs.allotment': allotment, 'runs.charter': charter, 'weights.segments': step } as const;
