// Places and the ways between them: services that run by a timetable, their dated departures with what is allotted to
// the operation, charters that exist only if opened, and what a border asks on a date.

import { z } from 'zod';
import { ItemClass, Temperature, type Item } from './catalogue.ts';
import { AreaCode, CharterId, DepartureId, PaperCode, PlaceCode, RecipientId, RuleId, ServiceId } from './ids.ts';
import { liesIn } from './areas.ts';
import { LocalDate, LocalDateTime, LocalTime, Zone, type Instant, atZone, endOfDay, nextOpen, plusMinutes, startOfDay } from './time.ts';
import { CubicCm, EuroCents, Grams, MicroEurosPerKg, MilligramsCo2PerKg, Minutes, Positions } from './units.ts';
import { err, ok, type Result } from './result.ts';

/** Transport modes. To add one, see docs/how-to/add-a-transport-mode.md. */
export const Mode = z.enum(['road', 'rail', 'air', 'sea']);
export type Mode = z.infer<typeof Mode>;
/** What a place is to the operation. Only a hub keeps stock that is tallied, cleared and allocated. */
export const PlaceRole = z.enum(['origin', 'hub', 'gateway', 'door']);
export type PlaceRole = z.infer<typeof PlaceRole>;

export const Place = z.strictObject({
  place: PlaceCode,
  iata: z.string().regex(/^[A-Z]{3}$/, 'an IATA code has three capitals').optional(),
  name: z.string().min(1),
  area: AreaCode,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  zone: Zone,
  role: PlaceRole,
  /** Goods are taken in and given out between these local times; both absent: always. */
  opens: LocalTime.optional(),
  closes: LocalTime.optional(),
  /** How many pallets in and out an hour the place can handle while open; absent: more than can bind. */
  palletsPerHour: z.int().min(1).max(100_000).optional(),
  /** From the vehicle's arrival until the goods can leave again or are handed over: the usual dwell. */
  dwellMinutes: Minutes,
  /** Further time when the goods change the mode of transport here. */
  changeMinutes: Minutes,
  docks: z.int().min(0).max(10_000).optional(),
  floorM2: z.int().min(0).max(10_000_000).optional(),
});
export type Place = z.infer<typeof Place>;

export const Recipient = z.strictObject({
  recipient: RecipientId,
  name: z.string().min(1),
  area: AreaCode,
  /** Where it takes the goods over. */
  place: PlaceCode,
  /** Postal, of the organisation: for consignment notes and customs. */
  address: z.string().min(1).optional(),
  /** Economic operator's number with the customs of the Union. */
  eori: z.string().regex(/^[A-Z]{2}[A-Z0-9]{1,15}$/, 'an EORI number is a country code and up to 15 letters or digits, such as IT12345678901').optional(),
});
export type Recipient = z.infer<typeof Recipient>;

/** Capacity that one departure or charter holds for the operation. An absent figure does not bind. */
export const Allotment = z.strictObject({ positions: Positions.optional(), grams: Grams.optional(), volume: CubicCm.optional() });
export type Allotment = z.infer<typeof Allotment>;

export const Service = z.strictObject({
  service: ServiceId,
  mode: Mode,
  carrier: z.string().min(1),
  from: PlaceCode,
  to: PlaceCode,
  /** ISO weekdays of departure, Monday = 1: `135`. */
  days: z.string().regex(/^(?!.*(.).*\1)[1-7]{1,7}$/, 'weekdays are digits 1 (Monday) to 7, each once, such as 135'),
  departs: LocalTime,
  arrives: LocalTime,
  /** Local calendar days between departure and arrival. */
  arrivesAfterDays: z.int().min(0).max(60),
  allotment: Allotment,
  /** For each chargeable kilogram. */
  rate: MicroEurosPerKg,
  /** For each pallet place used (terminal lifts, handling). */
  liftCents: EuroCents,
  co2: MilligramsCo2PerKg,
  /** Temperature classes that the vehicle can keep; ambient always. */
  keeps: z.array(Temperature),
});
export type Service = z.infer<typeof Service>;

/** One run of a service. Times are wall-clock at either end; the allotment replaces the service's where given. */
export const Departure = z.strictObject({
  departure: DepartureId,
  service: ServiceId,
  departs: LocalDateTime,
  arrives: LocalDateTime,
  allotment: Allotment.optional(),
});
export type Departure = z.infer<typeof Departure>;

/** A vehicle that can be had whole for a fixed price. `count` copies may be opened. */
export const Charter = z.strictObject({
  charter: CharterId,
  mode: Mode,
  carrier: z.string().min(1),
  from: PlaceCode,
  to: PlaceCode,
  departs: LocalDateTime,
  arrives: LocalDateTime,
  allotment: Allotment,
  fixedCents: EuroCents,
  count: z.int().min(1).max(100),
  co2: MilligramsCo2PerKg,
  keeps: z.array(Temperature),
});
export type Charter = z.infer<typeof Charter>;

/**
 * What the border asks of goods of some classes that go from one area to another between two dates (both inclusive, on the
 * calendar of the place of departure). Setting a rule again under the same id replaces it from the day on which that was known.
 */
export const Rule = z.strictObject({
  rule: RuleId,
  classes: z.array(ItemClass).min(1),
  fromArea: AreaCode,
  toArea: AreaCode,
  validFrom: LocalDate,
  validUntil: LocalDate.optional(),
  effect: z.enum(['closed', 'paper']),
  /** The paper that opens it; named exactly where the effect is `paper`. */
  paper: PaperCode.optional(),
});
export type Rule = z.infer<typeof Rule>;

/** A paper that the operation holds, for one border and some classes, on dates. */
export const Paper = z.strictObject({
  paper: PaperCode,
  reference: z.string().min(1),
  classes: z.array(ItemClass).min(1),
  fromArea: AreaCode,
  toArea: AreaCode,
  validFrom: LocalDate,
  validUntil: LocalDate.optional(),
});
export type Paper = z.infer<typeof Paper>;

/** Does this rule (or paper) speak of goods of that class that leave `from` for `to` on that local day? */
export function speaksOf(rule: Pick<Rule, 'classes' | 'fromArea' | 'toArea' | 'validFrom' | 'validUntil'>, crossing: { itemClass: ItemClass; from: AreaCode; to: AreaCode; on: LocalDate }): boolean {
  return (
    rule.classes.includes(crossing.itemClass) &&
    liesIn(crossing.from, rule.fromArea) &&
    liesIn(crossing.to, rule.toArea) &&
    !liesIn(crossing.to, rule.fromArea) &&
    crossing.on >= rule.validFrom &&
    (rule.validUntil === undefined || crossing.on <= rule.validUntil)
  );
}

/** The rules that forbid a crossing, given the papers held; empty where it is free. */
export function hindrances(crossing: { itemClass: ItemClass; from: AreaCode; to: AreaCode; on: LocalDate }, rules: readonly Rule[], papers: readonly Paper[]): Rule[] {
  return rules.filter((rule) => speaksOf(rule, crossing) && (rule.effect === 'closed' || !papers.some((held) => held.paper === rule.paper && speaksOf(held, crossing))));
}

/** Can a vehicle that keeps these classes carry this item? */
export const canKeep = (keeps: readonly Temperature[], item: Pick<Item, 'temperature'>): boolean => item.temperature === 'ambient' || keeps.includes(item.temperature);

/** Timetable times → instants, each in its own place's zone. The error says which end is wrong, and why. */
export function timed(run: { readonly departs: LocalDateTime; readonly arrives: LocalDateTime }, from: Pick<Place, 'zone'>, to: Pick<Place, 'zone'>): Result<{ departsAt: Instant; arrivesAt: Instant }, { field: 'departs' | 'arrives'; problem: string }> {
  const departs = atZone(run.departs, from.zone);
  if (!departs.ok) return err({ field: 'departs', problem: departs.error });
  const arrives = atZone(run.arrives, to.zone);
  if (!arrives.ok) return err({ field: 'arrives', problem: arrives.error });
  if (arrives.value <= departs.value) return err({ field: 'arrives', problem: 'it arrives before it leaves' });
  return ok({ departsAt: departs.value, arrivesAt: arrives.value });
}

/** When goods that a vehicle brought at `arrivesAt` are handed over, or can go on by `onward`: opening hours, dwell, change of mode. */
export function readyAt(place: Place, arrivesAt: Instant, by?: Mode, onward?: Mode): Instant {
  const change = by !== undefined && onward !== undefined && by !== onward ? place.changeMinutes : 0;
  return plusMinutes(nextOpen(arrivesAt, place), place.dwellMinutes + change);
}

/** The instants between which a rule or paper holds at a place: the first, and the first after; undefined: it has no end. */
export const validity = (rule: Pick<Rule, 'validFrom' | 'validUntil'>, zone: Zone): { from: Instant; until: Instant | undefined } => ({
  from: startOfDay(rule.validFrom, zone),
  until: rule.validUntil === undefined ? undefined : endOfDay(rule.validUntil, zone),
});
