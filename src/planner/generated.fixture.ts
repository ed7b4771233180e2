// A generated network (scan/generate.fixture.ts, without its further constraints) as a planning problem of an operation, with
// names and instants: for benchmarks and tests of what needs names at sizes from S to C20. Whole cartons of some 10 kg; worth
// and severity are rounded to what an operation can say.

import { Item } from '../domain/catalogue.ts';
import { DepartureId, LotId, PledgeId } from '../domain/ids.ts';
import { Allotment, Place, Recipient, type Mode } from '../domain/places.ts';
import { instantFromMs, type Instant } from '../domain/time.ts';
import { invariant } from '../domain/result.ts';
import type { NetNeed, PlanningProblem, Run, Supply } from './problem.ts';
import { generate, type Scale } from './scan/generate.fixture.ts';
import { MEASURES, type ScanProblem } from './scan/scan-problem.ts';

const START = Date.parse('2020-03-13T06:00:00.000Z');
const MODES: readonly Mode[] = ['air', 'road', 'rail'];
const CARTON_KG = 10;
/** Of severity 1 to 5. */
const SEVERITY = [0.4, 0.7, 1, 1.4, 2] as const;
/** A recipient's need of an item in one window is so many pieces, one after the other. */
const PIECES = 3;

const at = (hours: number): Instant => instantFromMs(START + Math.round(hours * 60) * 60_000);
const coded = (n: number): string => n.toString(36).toUpperCase().padStart(3, '0');

export function generatedProblem(scale: Scale, seed: number): PlanningProblem {
  const network = generate({ scale, seed, constraints: 'bare' });
  const items = itemsOf(network);
  const places = Array.from({ length: network.places.count }, (_, place) => placeOf(place));
  const recipients = Array.from(network.recipients.place, (place, k) => Recipient.parse({ recipient: `R${k}`, name: `Recipient ${k}`, area: (places[place] as Place).area, place: (places[place] as Place).place }));
  return {
    asOf: at(0), until: at(network.horizon),
    weights: { segments: [{ share: 1 / 3, weight: 1 }, { share: 1 / 3, weight: 0.55 }, { share: 1 / 3, weight: 0.25 }], severity: [...SEVERITY], severityFirst: [1, 10, 100, 1000, 10000], lateShare: 0.5, delayPerDay: 0.1, costWeight: 1, co2Weight: 0 },
    items: new Map(items.map((item) => [item.item, item])), places: new Map(places.map((place) => [place.place, place])), recipients,
    supplies: suppliesOf(network, items, places, recipients), needs: needsOf(network, items, recipients), runs: runsOf(network, places),
    rules: [], papers: [], frozen: [], standing: [], forbidden: [], handling: [], pallets: 'parts',
  };
}

function itemsOf({ items, commodities, segments }: ScanProblem): Item[] {
  return Array.from({ length: items.count }, (_, item) => {
    const kg = items.heat[item] as number;
    const unitsPerCarton = Math.max(1, Math.round(CARTON_KG / kg));
    const m3 = (commodities.load[commodities.item.indexOf(item) * MEASURES + 1] as number) * unitsPerCarton;
    const edge = Math.max(1, Math.floor(Math.cbrt(m3) * 1000));
    const worths = [...segments.item.keys()].filter((segment) => segments.item[segment] === item).map((segment) => segments.worth[segment] as number);
    const mean = worths.reduce((sum, worth) => sum + worth, 0) / Math.max(1, worths.length);
    return Item.parse({
      item: `item-${item}`, name: `Item ${item}`, class: item % 3 === 1 ? 'device' : 'ppe', unitsPerCarton, cartonsPerPallet: 40, lengthMm: edge, widthMm: edge, heightMm: edge,
      cartonGrams: Math.max(1, Math.round(kg * unitsPerCarton * 1000)), leastCartonGrams: 1, mostCartonGrams: 100_000, leastUnitsPerCarton: 1, mostUnitsPerCarton: 10_000, temperature: 'ambient', worthCents: Math.max(1, Math.round((mean / 0.6) * 100)),
    });
  });
}

function placeOf(index: number): Place {
  const area = index === 0 ? 'BE' : `Z${String.fromCodePoint(65 + (index % 26))}`;
  const place = index === 0 ? 'BEHUB' : `${area}${coded(index)}`;
  return Place.parse({ place, name: place, area, latitude: 50, longitude: 5, zone: 'UTC', role: index === 0 ? 'hub' : 'gateway', dwellMinutes: 0, changeMinutes: 0 });
}

function suppliesOf({ stocks, draws, commodities }: ScanProblem, items: readonly Item[], places: readonly Place[], recipients: readonly Recipient[]): Supply[] {
  return Array.from({ length: draws.count }, (_, draw): Supply => {
    const [commodity, stock] = [draws.commodity[draw] as number, draws.stock[draw] as number];
    const item = items[commodities.item[commodity] as number];
    invariant(item !== undefined, 'goods are of an item');
    const available = stocks.available[stock] as number;
    return {
      lot: LotId.parse(`LOT-${stock}`), item: item.item, pledge: PledgeId.parse('P1'), earmark: null, place: (places[stocks.place[stock] as number] as Place).place, availableAt: at(available),
      cartons: Math.max(1, Math.round((stocks.units[stock] as number) / item.unitsPerCarton)), unitsPerCarton: item.unitsPerCarton,
      recipients: recipients.filter((_recipient, k) => commodities.may[commodity]?.[k] === 1).map(({ recipient }) => recipient), expiresAt: null, onHand: available <= 0,
    };
  });
}

function needsOf({ segments, horizon }: ScanProblem, items: readonly Item[], recipients: readonly Recipient[]): NetNeed[] {
  return Array.from({ length: segments.count / PIECES }, (_, need): NetNeed => {
    const first = need * PIECES;
    const item = items[segments.item[first] as number];
    const recipient = recipients[segments.recipient[first] as number];
    invariant(item !== undefined && recipient !== undefined, 'somebody asks for an item');
    const units = segments.units.subarray(first, first + PIECES).reduce((sum, each) => sum + each, 0);
    const ratio = (segments.worth[first] as number) / (item.worthCents / 100);
    const severity = SEVERITY.reduce((best, weight, k) => (Math.abs(weight - ratio) < Math.abs((SEVERITY[best] as number) - ratio) ? k : best), 0) + 1;
    return { recipient: recipient.recipient, item: item.item, units, from: at(segments.from[first] as number), until: at(horizon * 1.5), severity };
  });
}

function runsOf({ departures, capacities }: ScanProblem, places: readonly Place[]): Run[] {
  const room = new Map(Array.from(capacities.most, (most, capacity) => [capacities.targets[capacities.start[capacity] as number] as number, most] as const));
  const code = (place: number): Place['place'] => (places[place] as Place).place;
  return Array.from({ length: departures.count }, (_, run): Run => {
    const [from, to] = [code(departures.from[run] as number), code(departures.to[run] as number)];
    return {
      id: DepartureId.parse(`${from}-${to}-${run}`), mode: MODES[departures.mode[run] as number] ?? 'road', from, to, departsAt: at(departures.departs[run] as number), arrivesAt: at(departures.ready[run] as number),
      allotment: Allotment.parse({ grams: Math.round((room.get(run * MEASURES) ?? 0) * 1000), volume: Math.round((room.get(run * MEASURES + 1) ?? 0) * 1e6) }),
      eurosPerChargeableKg: departures.rate[run * MEASURES] as number, eurosPerPallet: 0, co2KgPerKg: 0, keeps: ['ambient'], charter: null,
    };
  });
}
