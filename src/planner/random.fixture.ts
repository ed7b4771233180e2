// Random planning problems for tests: a hub, gateways behind it, doors behind some gateways, dated departures with small
// allotments, charters, earmarks, rules with and without papers, opening hours, handling, expiry. Seeded: the same seed, the
// same problem. Not for benchmarks of size.

import { generator } from './mulberry.fixture.ts';
import { Item } from '../domain/catalogue.ts';
import { CharterId, DepartureId, EarmarkId, LotId, PledgeId } from '../domain/ids.ts';
import { Paper, Place, Recipient, Rule } from '../domain/places.ts';
import { instantFromMs, type Instant } from '../domain/time.ts';
import type { HandlingLoad, NetNeed, PlanningProblem, Run, Supply } from './problem.ts';
import { Allotment, type Mode } from '../domain/places.ts';

export interface Size {
  readonly gateways: number;
  readonly recipients: number;
  readonly items: number;
  readonly days: number;
  /** Hours between departures of a service. */
  readonly headway: number;
  readonly charters: number;
  readonly lots: number;
}
const SMALL: Size = { gateways: 3, recipients: 5, items: 3, days: 8, headway: 30, charters: 2, lots: 6 };
export const REFERENCE: Size = { gateways: 18, recipients: 25, items: 8, days: 18, headway: 22, charters: 6, lots: 30 };

const START = Date.parse('2020-03-13T06:00:00.000Z');
const AREAS = ['IT', 'ES', 'FR', 'DE', 'CH', 'GB', 'NL', 'AT', 'SI', 'PL', 'PT', 'GR'];

interface Dice {
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
}
function dice(seed: number): Dice {
  const next = generator(seed);
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { between: (low, high) => low + next() * (high - low), whole, chance: (p) => next() < p, pick: (list) => list[Math.floor(next() * list.length)] as never };
}

export function randomProblem(seed: number, size: Size = SMALL): PlanningProblem {
  const roll = dice(seed);
  const at = (hours: number): Instant => instantFromMs(START + Math.round(hours * 60) * 60_000);
  const items = Array.from({ length: size.items }, (_, k) => randomItem(roll, k));
  const places = randomPlaces(roll, size);
  const recipients = Array.from({ length: size.recipients }, (_, k) => {
    const place = roll.chance(0.05) ? (places[0] as Place) : roll.pick(places.slice(1));
    return Recipient.parse({ recipient: `R${k}`, name: `Recipient ${k}`, area: place.area, place: place.place });
  });
  const runs = randomRuns(roll, size, places, at);
  const needs = randomNeeds(roll, size, recipients, items, at);
  return {
    asOf: at(0),
    until: at(size.days * 24),
    weights: { segments: [{ share: 0.25, weight: 8 }, { share: 0.25, weight: 4 }, { share: 0.25, weight: 2 }, { share: 0.25, weight: 1 }], severity: [1, 2, 4, 8, 16], severityFirst: [1, 10, 100, 1000, 10000], lateShare: 0.5, delayPerDay: 0.02, costWeight: 1, co2Weight: 0.1 },
    pallets: 'parts',
    items: new Map(items.map((item) => [item.item, item])),
    places: new Map(places.map((place) => [place.place, place])),
    recipients,
    supplies: randomSupplies(roll, size, places, recipients, items, needs, at),
    needs,
    runs,
    ...randomRules(roll, places),
    frozen: [], standing: [],
    forbidden: [],
    handling: roll.chance(0.5) ? [{ place: (places[0] as Place).place, at: at(20), pallets: roll.between(0, 3) } satisfies HandlingLoad] : [],
  };
}

function randomItem(roll: Dice, k: number): Item {
  const grams = roll.whole(4_000, 25_000);
  const perCarton = roll.pick([1, 50, 200, 1_000, 2_000]);
  return Item.parse({
    item: `item-${k}`, name: `Item ${k}`, class: roll.pick(['ppe', 'ppe', 'diagnostic', 'device']), unitsPerCarton: perCarton, cartonsPerPallet: roll.whole(8, 30),
    lengthMm: roll.whole(400, 600), widthMm: roll.whole(300, 400), heightMm: roll.whole(300, 600), cartonGrams: grams, leastCartonGrams: 1, mostCartonGrams: 100_000,
    leastUnitsPerCarton: 1, mostUnitsPerCarton: 10_000, temperature: roll.chance(0.15) ? 'cool' : 'ambient', worthCents: Math.max(5, Math.round(roll.between(20_000, 200_000) / perCarton)),
  });
}

function randomPlaces(roll: Dice, size: Size): Place[] {
  const hours = (): object => (roll.chance(0.3) ? { opens: '07:00', closes: '19:00' } : {});
  const place = (code: string, area: string, role: string, more: object): Place =>
    Place.parse({ place: code, name: code, area, latitude: 50, longitude: 5, zone: 'Europe/Brussels', role, dwellMinutes: roll.whole(0, 8) * 30, changeMinutes: roll.chance(0.5) ? roll.whole(1, 6) * 60 : 0, ...more });
  const hub = place('BEHUB', 'BE', 'hub', roll.chance(0.5) ? { palletsPerHour: 1 } : {});
  const gateways = Array.from({ length: size.gateways }, (_, k) => place(`${AREAS[k % AREAS.length]}G${String(k).padStart(2, '0')}`, AREAS[k % AREAS.length] as string, 'gateway', hours()));
  const doors = gateways.filter(() => roll.chance(0.5)).map((gateway, k) => place(`${gateway.area}D${String(k).padStart(2, '0')}`, gateway.area, 'door', hours()));
  return [hub, ...gateways, ...doors];
}

function randomRuns(roll: Dice, size: Size, places: readonly Place[], at: (hours: number) => Instant): Run[] {
  const hub = places[0] as Place;
  const gateways = places.filter((place) => place.role === 'gateway');
  const runs: Run[] = [];
  const speed = { road: 60, rail: 30, air: 600, sea: 20 } as const;
  const add = (mode: Mode, from: Place, to: Place, departs: number, km: number, charter: Run['charter'], copy = ''): void => {
    const id = DepartureId.parse(`${mode}-${from.place}-${to.place}-${Math.round(departs)}${copy}`);
    const large = charter === null ? 1 : 6;
    runs.push({
      id, mode, from: from.place, to: to.place, departsAt: at(departs), arrivesAt: at(departs + 1 + km / speed[mode]),
      allotment: Allotment.parse({ ...(roll.chance(0.8) ? { positions: roll.whole(1, 5) * large } : {}), ...(roll.chance(0.5) ? { grams: roll.whole(300, 2_500) * 1_000 * large } : {}), ...(roll.chance(0.3) ? { volume: roll.whole(2, 12) * 1_000_000 * large } : {}) }),
      eurosPerChargeableKg: charter === null ? roll.between(0.05, mode === 'air' ? 2.5 : 0.6) : 0, eurosPerPallet: charter === null ? roll.between(0, 40) : 0,
      co2KgPerKg: (km / 1000) * (mode === 'air' ? 1.2 : mode === 'road' ? 0.11 : 0.02), keeps: roll.chance(0.5) ? ['ambient', 'cool'] : ['ambient'], charter,
    });
  };
  const service = (mode: Mode, from: Place, to: Place, km: number): void => {
    for (let hours = roll.between(-10, size.headway); hours < size.days * 24 + 10; hours += size.headway * roll.between(0.8, 1.4)) add(mode, from, to, hours, km, null);
  };
  for (const gateway of gateways) {
    const km = roll.between(200, 2_000);
    service('road', hub, gateway, km);
    if (roll.chance(0.7)) service('air', hub, gateway, km);
    if (roll.chance(0.4)) service('rail', hub, gateway, km);
    if (roll.chance(0.3)) service('road', gateway, roll.pick(gateways.filter((other) => other !== gateway).concat(gateways.length > 1 ? [] : [hub])), 400);
    for (const door of places.filter((place) => place.role === 'door' && place.area === gateway.area)) service('road', gateway, door, 120);
  }
  for (let k = 0; k < size.charters; k += 1) {
    const gateway = roll.pick(gateways);
    const departs = roll.between(5, size.days * 12);
    const fixedEuros = roll.between(100, 2_000);
    for (let copy = 1; copy <= roll.whole(1, 3); copy += 1) add('road', hub, gateway, departs, 800, { id: CharterId.parse(`CH${k}`), fixedEuros }, `-c${k}-${copy}`);
  }
  return alikeCopies(runs);
}

/** Copies of a charter are the same vehicle. */
function alikeCopies(runs: readonly Run[]): Run[] {
  const first = new Map<string, Run>();
  return runs.map((run) => {
    if (run.charter === null) return run;
    const model = first.get(run.charter.id) ?? run;
    first.set(run.charter.id, model);
    return { ...model, id: run.id };
  });
}

function randomNeeds(roll: Dice, size: Size, recipients: readonly Recipient[], items: readonly Item[], at: (hours: number) => Instant): NetNeed[] {
  const needs: NetNeed[] = [];
  for (const { recipient } of recipients)
    for (const item of items) {
      if (roll.chance(0.4)) continue;
      const middle = roll.between(0.3, 0.8) * size.days * 24;
      const windows = roll.chance(0.4) ? [[0, middle], [middle, size.days * 24]] : [[0, roll.between(0.5, 1) * size.days * 24]];
      for (const [from, until] of windows) needs.push({ recipient, item: item.item, units: roll.whole(1, Math.max(2, item.unitsPerCarton * 25)), from: at(from as number), until: at(until as number), severity: roll.whole(1, 5) });
    }
  return needs;
}

function randomSupplies(roll: Dice, size: Size, places: readonly Place[], recipients: readonly Recipient[], items: readonly Item[], needs: readonly NetNeed[], at: (hours: number) => Instant): Supply[] {
  const everyone = recipients.map(({ recipient }) => recipient);
  return Array.from({ length: size.lots }, (_, k): Supply => {
    const item = items[k % items.length] as Item;
    const asked = needs.filter((need) => need.item === item.item).reduce((sum, need) => sum + need.units, 0);
    const perCarton = roll.chance(0.15) ? Math.max(1, Math.round(item.unitsPerCarton / 2)) : item.unitsPerCarton;
    const bound = roll.chance(0.3);
    const share = ((asked / perCarton) * items.length) / size.lots;
    return {
      lot: LotId.parse(`LOT-${k}`), item: item.item, pledge: PledgeId.parse(`P${k % 4}`), earmark: bound ? EarmarkId.parse(`E${k}`) : null,
      place: (roll.chance(0.9) ? (places[0] as Place) : roll.pick(places)).place, availableAt: at(roll.chance(0.5) ? -5 : roll.between(0, size.days * 10)), cartons: Math.max(1, Math.round(share * roll.between(0.3, 1.1))), unitsPerCarton: perCarton,
      recipients: bound ? (everyone.filter(() => roll.chance(0.3))) : everyone, expiresAt: roll.chance(0.15) ? at(roll.between(0.2, 1) * size.days * 24) : null, onHand: roll.chance(0.7),
    };
  });
}

function randomRules(roll: Dice, places: readonly Place[]): { rules: Rule[]; papers: Paper[] } {
  const areas = [...new Set(places.map((place) => place.area))].filter((area) => area !== 'BE');
  const closed = roll.pick(areas);
  const guarded = roll.pick(areas);
  const rules = [
    Rule.parse({ rule: 'RULE-CLOSED', classes: ['device'], fromArea: 'BE', toArea: closed, validFrom: '2020-03-15', validUntil: '2020-03-18', effect: 'closed' }),
    Rule.parse({ rule: 'RULE-PAPER', classes: ['ppe'], fromArea: 'BE', toArea: guarded, validFrom: '2020-03-14', effect: 'paper', paper: 'EXPORT' }),
  ];
  const papers = roll.chance(0.5) ? [Paper.parse({ paper: 'EXPORT', reference: 'x', classes: ['ppe'], fromArea: 'BE', toArea: guarded, validFrom: '2020-03-17' })] : [];
  return { rules, papers };
}
