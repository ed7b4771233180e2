import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hoursBetween } from '../../domain/time.ts';
import { Instant } from '../../domain/time.ts';
import type { HubCandidate } from '../../domain/hub/candidate.ts';
import { readCandidates } from '../../standards/hubs/read-candidates.ts';
import { REFERENCE, readFolder } from '../../../test/support/packs.ts';
import { journalOfPack } from '../pack/read.ts';
import { situation, timesOf } from '../plan/situation.ts';
import { beforeTheFirst, type Before } from './before.ts';
import { fieldOf } from './candidates.ts';
import { relocated } from './relocate.ts';
import { valuesOf, WAY_RULES, reachKm, byRoad } from './way-rules.ts';

const rules = valuesOf(WAY_RULES);
let before: Before;
let candidates: ReadonlyMap<string, HubCandidate>;
beforeAll(() => {
  const pack = journalOfPack(readFolder(REFERENCE));
  const read = readCandidates(readFileSync(new URL('../hubs/candidates.csv', REFERENCE)));
  if (!pack.ok || !read.ok) throw new Error('the reference operation and the candidates are read');
  const found = beforeTheFirst(situation(pack.value.facts, { asOf: Instant.parse('2020-03-16T19:40:00.000Z'), knownAt: null }));
  if (!found.ok) throw new Error(found.error.message);
  before = found.value;
  candidates = new Map(read.value.map((it) => [it.place.iata ?? '', it]));
});
const at = (iata: string): HubCandidate => {
  const found = candidates.get(iata);
  if (found === undefined) throw new Error(`${iata} is a candidate`);
  return found;
};

describe('the operation before its first flight', () => {
  test('has every flight for the hub still ahead, and nothing else', () => {
    const { known, piles, asOf } = before.situation;
    expect([...known.consignments.keys()]).toEqual(['F1', 'F2', 'F3', 'F4', 'F5']);
    expect([...known.consignments.values()].every(({ announced, departedAt, arrivedAt }) => announced.plannedDeparture >= asOf && departedAt === null && arrivedAt === null)).toBe(true);
    expect(new Set(piles.map(({ state }) => state))).toEqual(new Set(['airborne']));
  });
});

describe('the way rules, from the hub that the operation has,', () => {
  /** Where the operation’s own timetable leaves at another hour than the rules know. */
  const OTHER_HOUR = ['AIR-LGG-MXP', 'AIR-LGG-FCO', 'AIR-LGG-MAD', 'AIR-LGG-LIS'];
  /** 95 km by the sheet, 92 by coordinates to five digits: the only way that is short enough for that to count. */
  const SHORT = ['ROAD-LGG-BRU', 'RAIL-LGG-BRU'];

  test('give back its own timetable: hours within one, prices and CO₂ within 1 %', () => {
    const { known } = before.situation;
    const drawn = relocated(before, at('LGG'), rules).known;
    const own = [...known.services.values()].filter(({ from }) => from === before.hub.place);
    expect(own.length).toBeGreaterThan(50);
    const hours = (register: typeof known, service: string): number => {
      const run = [...register.departures.values()].find((it) => it.service === service);
      const times = run === undefined ? null : timesOf(register, run.departure);
      return times === null ? Number.NaN : hoursBetween(times.departsAt, times.arrivesAt);
    };
    for (const service of own) {
      const again = drawn.services.get(`${service.service}-AT-BELGG` as never);
      expect(again, service.service).toBeDefined();
      if (again === undefined) continue;
      expect(Math.abs(hours(drawn, again.service) - hours(known, service.service)), service.service).toBeLessThan(1);
      const within = SHORT.includes(service.service) ? 0.035 : 0.01;
      expect(Math.abs(again.rate / service.rate - 1), service.service).toBeLessThan(within);
      expect(Math.abs(again.co2 / service.co2 - 1), service.service).toBeLessThan(within);
      expect([again.liftCents, again.days, again.allotment]).toEqual([service.liftCents, service.days, service.allotment]);
      expect(again.departs === service.departs, service.service).toBe(!OTHER_HOUR.includes(service.service));
    }
  });

  test('and its charters: within a quarter of an hour and 1 %, but for the short way', () => {
    const { known } = before.situation;
    const drawn = relocated(before, at('LGG'), rules).known;
    for (const charter of known.charters.values()) {
      const again = drawn.charters.get(`${charter.charter}-AT-BELGG`);
      expect(again, charter.charter).toBeDefined();
      if (again === undefined) continue;
      expect(Math.abs(again.fixedCents / charter.fixedCents - 1), charter.charter).toBeLessThan(charter.to === 'BEBRU' ? 0.035 : 0.01);
      expect(Math.abs(Date.parse(`${again.arrives}Z`) - Date.parse(`${charter.arrives}Z`))).toBeLessThan(20 * 60_000);
    }
  });
});

describe('another hub', () => {
  test('has the services of the operation to every other gateway, and to none from the old hub', () => {
    const { known } = relocated(before, at('FRA'), rules);
    const from = [...known.services.values()].filter((it) => it.from === 'DEFRA');
    expect(from.some(({ mode }) => mode === 'rail')).toBe(false);
    expect(new Set(from.map(({ to }) => to)).has('DEFRA' as never)).toBe(false);
    expect([...known.services.values()].some((it) => it.from === before.hub.place)).toBe(false);
    expect(known.places.get('DEFRA' as never)?.role).toBe('hub');
  });

  test('lets a flight wait until it may land', () => {
    const night = { ...at('FRA'), landsFrom: '23:00' as never, landsUntil: '23:30' as never };
    const [open, waiting] = [at('FRA'), night].map((it) => relocated(before, it, rules).known.consignments.get('F3' as never)?.announced.plannedArrival ?? '');
    expect(waiting).toBe('2020-03-18T22:00:00.000Z');
    expect(open !== undefined && open < '2020-03-18T12:00:00.000Z').toBe(true);
  });
});

describe('a candidate without services', () => {
  /** The operation as if only goods trains left its hub. */
  const onlyTrains = (): Before => {
    const { known } = before.situation;
    const services = new Map([...known.services].filter(([, { from, mode }]) => from !== before.hub.place || mode === 'rail'));
    return { ...before, situation: { ...before.situation, known: { ...known, services, charters: new Map() } } };
  };

  test('is named, with what to do', () => expect(fieldOf(onlyTrains(), [at('LGG'), at('FRA')], 1, rules)).toMatchObject({ ok: false, error: { code: 'bad-hub', message: 'no way leads from Frankfurt Airport (DEFRA) to any gateway of the operation: it has no services', remedy: 'leave the candidate out, or add a service by road to the operation' } }));
  test('is told from one that misses a gateway: of that, the gateways are listed', () => {
    const { known } = before.situation;
    const services = new Map([...known.services].filter(([, { to, mode, from }]) => from !== before.hub.place || to !== 'GRATH' || mode === 'rail'));
    const field = fieldOf({ ...before, situation: { ...before.situation, known: { ...known, services } } }, [at('LGG'), at('FRA')], 1, rules);
    expect(field.ok && [...field.value.unconnected]).toEqual([['BELGG', []], ['DEFRA', ['GRATH']]]);
  });
});

test('an isochrone is where the way takes just so long', () => {
  const km = reachKm(rules, 'road', 24);
  expect(byRoad(rules, km).hours).toBeLessThanOrEqual(24);
  expect(byRoad(rules, km + 2).hours).toBeGreaterThan(24);
  expect(reachKm(rules, 'rail', 20)).toBe(0);
});
