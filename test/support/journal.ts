// Journals for tests: facts in a line each, numbered and named as a store would.

import { FACT_BODIES, type Fact, type FactKind } from '../../src/domain/facts.ts';
import { FactId, OperationId } from '../../src/domain/ids.ts';
import { instantFromMs, type Instant } from '../../src/domain/time.ts';

const START = Date.UTC(2020, 2, 1);
/** Hours after 1 March 2020, 00:00 UTC. */
export const hour = (h: number): Instant => instantFromMs(START + h * 3_600_000);
export const factIdOf = (seq: number): FactId => FactId.parse(`01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`);

/** [kind, hour of occurrence, body, hour of recording (default: the same)] */
export type Line = readonly [kind: FactKind, at: number, body: object, recordedAt?: number];

/** A journal of these facts; bodies are read by their schemas, so that a typo fails here. */
export function journal(lines: readonly Line[], first = 1): Fact[] {
  return lines.map(([kind, at, body, recordedAt], index) => {
    const seq = first + index;
    return {
      id: factIdOf(seq),
      operation: OperationId.parse('test'),
      seq,
      kind,
      occurredAt: hour(at),
      recordedAt: hour(recordedAt ?? at),
      by: 'test',
      key: `test:${seq}`,
      sources: [],
      note: null,
      evidence: [],
      body: FACT_BODIES[kind].parse(body),
    } as unknown as Fact; // the schema has just proved the body to be of its kind
  });
}

const place = (code: string, role: string, area: string): Line => ['place.registered', 0, { place: code, name: code, area, latitude: 50, longitude: 5, zone: 'Europe/Brussels', role, dwellMinutes: 60, changeMinutes: 60 }];

/** One hub, one pledge of 100 masks of which 60 are on consignment C1 (lot A), 30 on C2 (lot B, straight to Spain). */
export const OPENING: readonly Line[] = [
  place('BELGG', 'hub', 'BE'),
  place('ITROM', 'gateway', 'IT'),
  place('ESZAZ', 'gateway', 'ES'),
  ['pledge.made', 1, { pledge: 'P1', item: 'mask', donor: 'a foundation', units: 100, scope: 'EUROPE', viaHub: true }],
  ['consignment.announced', 2, { consignment: 'C1', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(3), plannedArrival: hour(4) }],
  ['lot.announced', 2, { lot: 'A', consignment: 'C1', pledge: 'P1', item: 'mask', units: 60 }],
  ['consignment.announced', 2, { consignment: 'C2', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'ESZAZ', plannedDeparture: hour(3), plannedArrival: hour(4) }],
  ['lot.announced', 2, { lot: 'B', consignment: 'C2', pledge: 'P1', item: 'mask', units: 30 }],
];
