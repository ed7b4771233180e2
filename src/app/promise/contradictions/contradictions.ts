// All that does not agree at an instant, found by the rules beside this, each with the position that a person took on it. It is
// open until then, and again as soon as a claim joins that the position did not weigh.

import { isKind, type Fact } from '../../../domain/facts.ts';
import { phrase, type Phrase } from '../../../domain/phrase.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Situation } from '../../plan/situation.ts';
import { saidIn, type Said } from '../claims.ts';
import { meterAt, meterOf, type Meter } from '../meter.ts';
import { amounts, twoTotals } from './amounts.ts';
import { arrivals } from './arrivals.ts';
import { counts } from './counts.ts';
import { againstLedger } from './ledger.ts';
import type { Found, Rule } from './shape.ts';
import { oneShipment } from './shipment.ts';
import { announcedWay } from './way.ts';

const RULES: readonly Rule[] = [amounts, twoTotals, arrivals, againstLedger, oneShipment, announcedWay, counts];

export interface Position {
  readonly seq: number;
  /** To correct it by. */
  readonly fact: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly contradiction: string;
  readonly reading: string;
  readonly claims: readonly string[];
  readonly reason: string;
  readonly sources: readonly string[];
}

export interface Contradiction extends Found {
  /** When the second reading came up. */
  readonly since: Instant;
  readonly claims: readonly string[];
  readonly settles: Phrase;
  /** `context`: nobody has to decide. */
  readonly state: 'open' | 'reopened' | 'settled' | 'context';
  /** The one in force, also where the question is open again. */
  readonly position: Position | null;
  /** Claims that came after it. */
  readonly joined: readonly string[];
  /** All that were taken, oldest first. */
  readonly positions: readonly Position[];
}

export interface Contradictions {
  readonly contradictions: readonly Contradiction[];
  /** Positions on what no rule finds any more: a claim was struck out, or says something else now. */
  readonly stray: readonly Position[];
}

export function contradictionsIn(now: Situation, said: readonly Said[] = saidIn(now.facts), meter: Meter = meterOf(now)): Contradictions {
  const evidence = { now, said, meterAt: meterAt(meter) };
  const found = RULES.flatMap((rule) => rule(evidence));
  const positions = Map.groupBy(positionsIn(now.facts), ({ contradiction }) => contradiction);
  const contradictions = found.map((it) => judged(it, positions.get(it.contradiction) ?? []));
  const names = new Set(found.map(({ contradiction }) => contradiction));
  return { contradictions: contradictions.toSorted(byUrgency), stray: [...positions].flatMap(([name, taken]) => (names.has(name) ? [] : taken)) };
}

const ORDER = { open: 0, reopened: 0, settled: 1, context: 2 } as const;
const byUrgency = (a: Contradiction, b: Contradiction): number => ORDER[a.state] - ORDER[b.state] || (a.since < b.since ? 1 : a.since > b.since ? -1 : a.contradiction < b.contradiction ? -1 : 1);

function judged(found: Found, positions: readonly Position[]): Contradiction {
  const claims = [...new Set(found.readings.flatMap((it) => it.claims))];
  const position = positions.at(-1) ?? null;
  const joined = position === null ? [] : claims.filter((claim) => !position.claims.includes(claim));
  const stands = position !== null && joined.length === 0 && found.readings.some(({ reading }) => reading === position.reading);
  const state = found.kind === 'counts' ? 'context' : position === null ? 'open' : stands ? 'settled' : 'reopened';
  const since = found.readings.map(({ at }) => at).toSorted();
  return { ...found, since: since[1] ?? since[0] ?? ('' as Instant), claims, settles: phrase(`settle.${found.kind}`, {}), state, position, joined, positions };
}

const positionsIn = (facts: readonly Fact[]): Position[] =>
  facts.flatMap((fact) => (isKind(fact, 'position.taken') ? [{ seq: fact.seq, fact: fact.id, at: fact.occurredAt, recordedAt: fact.recordedAt, by: fact.by, sources: fact.sources, ...fact.body }] : []));
