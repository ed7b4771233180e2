// Building handling units: loose units of a lot become labelled cartons, and those stand on pallets. The numbers follow on
// from those given out before; asked again under the same key, the same units answer.

import { isKind, type Fact, type NewFact } from '../../domain/facts.ts';
import { Actor, HandlingUnitId, IdempotencyKey, type LotId } from '../../domain/ids.ts';
import type { Standing } from '../../domain/hub/handling-unit.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import { units as unitCount } from '../../domain/units.ts';
import { atOf } from '../../ledger/handling.ts';
import { allocate, numberIn, SsccSeries } from '../../standards/gs1/series.ts';
import { Sscc } from '../../standards/gs1/keys.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf, whenOf } from '../journal.ts';
import { itemOf, perCarton } from '../plan/overflow.ts';
import type { Present } from '../plan/present.ts';
import type { Situation } from '../plan/situation.ts';
import type { Clock, Store } from '../ports.ts';
import { record } from '../record.ts';

export interface BuildAsk {
  readonly lot: string;
  readonly units: number;
  readonly place: string;
  readonly bin?: string | undefined;
  /** Absent: as the lot or its item is packed. */
  readonly unitsPerCarton?: number | undefined;
  /** Cartons on each pallet; absent: as the item is palletised; 0: no pallets. */
  readonly cartonsPerPallet?: number | undefined;
  readonly at?: string | undefined;
  readonly by: string;
}

export interface BuildReport {
  readonly lot: string;
  readonly cartons: readonly { readonly unit: string; readonly units: number; readonly on: string | null }[];
  readonly pallets: readonly string[];
  /** What was recorded, in that order: a correction of each takes it back. */
  readonly facts: readonly string[];
}

export async function buildUnits(store: Store, operation: string, ask: BuildAsk, key: string, { present, clock }: { readonly present: Present; readonly clock: Clock }): Promise<Result<BuildReport, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const before = journal.value.filter((fact) => fact.key.startsWith(`build:${key}#`));
  if (before.length > 0) return ok(reportOf(ask.lot, before));
  const settings = operationOf(journal.value);
  const when = whenOf(settings, { asOf: ask.at }, clock);
  if (!when.ok) return when;
  const now = present(journal.value, when.value);
  const bodies = bodiesOf(now, ask);
  if (!bodies.ok) return bodies;
  const recordedAt = latest(clock.now(), now.asOf);
  const facts = bodies.value.map((fact, index) => ({ ...fact, occurredAt: now.asOf, recordedAt, by: Actor.parse(ask.by), key: IdempotencyKey.parse(`build:${key}#${index}`), sources: [], note: null, evidence: [] }));
  const recorded = await record(store, settings.id, facts);
  return recorded.ok ? ok(reportOf(ask.lot, recorded.value.facts)) : recorded;
}

type Body = Pick<NewFact<'handling-unit.built'>, 'kind' | 'body'> | Pick<NewFact<'handling-unit.packed'>, 'kind' | 'body'>;

function bodiesOf(now: Situation, ask: BuildAsk): Result<Body[], Failure> {
  const lot = now.known.lots.get(ask.lot as LotId);
  if (lot === undefined) return err({ code: 'unknown-lot', message: `there is no lot ${ask.lot}`, remedy: 'name a lot that was announced' });
  const free = looseUnits(now, ask.lot, ask.place);
  if (ask.units > free) return err({ code: 'too-many-units', message: `${free} units of lot ${ask.lot} at ${ask.place} are in no handling unit yet, not ${ask.units}`, remedy: free === 0 ? 'receive the goods first, or break down a unit' : `pack at most ${free}` });
  const each = ask.unitsPerCarton ?? perCarton(now.known, lot);
  const cartons = Array.from({ length: Math.ceil(ask.units / each) }, (_, index) => Math.min(each, ask.units - index * each));
  const layer = ask.cartonsPerPallet ?? itemOf(now.known, lot).cartonsPerPallet;
  const palletCount = layer === 0 ? 0 : Math.ceil(cartons.length / layer);
  const series = SsccSeries.parse(now.operation.sscc);
  const numbers = allocate(series, givenOut(now, series), cartons.length + palletCount);
  if (!numbers.ok) return err({ code: 'too-many-units', message: numbers.error.message, remedy: numbers.error.remedy });
  const names = numbers.value.map((sscc) => HandlingUnitId.parse(sscc));
  const at = { place: ask.place, ...(ask.bin !== undefined && { bin: ask.bin }) } as Standing;
  const bodies: Body[] = cartons.map((units, index) => ({ kind: 'handling-unit.built', body: { unit: names[index] ?? HandlingUnitId.parse(''), type: 'carton', at, contents: [{ lot: lot.lot, units: unitCount(units) }] } }));
  for (const [index, unit] of names.slice(cartons.length).entries()) {
    bodies.push({ kind: 'handling-unit.built', body: { unit, type: 'pallet', at, contents: [] } });
    bodies.push({ kind: 'handling-unit.packed', body: { units: names.slice(0, cartons.length).slice(index * layer, (index + 1) * layer), into: unit } });
  }
  return ok(bodies);
}

/** Units of the lot at the place that no label speaks of. */
export function looseUnits(now: Situation, lot: string, place: string): number {
  const there = now.piles.reduce((sum, pile) => sum + (pile.lot === lot && (pile.at === place || (pile.state === 'allocated' && now.ledger.dispatches.get(pile.at)?.place === place)) ? pile.units : 0), 0);
  let labelled = 0;
  for (const unit of now.ledger.units.values()) if (!unit.gone && unit.contents.has(lot) && atOf(now.ledger.units, unit).place === place) labelled += unit.contents.get(lot) ?? 0;
  return Math.max(0, there - labelled);
}

/** How many numbers of the series are out: one more than the highest. */
function givenOut({ ledger }: Situation, series: SsccSeries): number {
  let next = 0;
  for (const name of ledger.units.keys()) {
    const sscc = Sscc.safeParse(name);
    if (sscc.success) next = Math.max(next, (numberIn(series, sscc.data) ?? -1) + 1);
  }
  return next;
}

function reportOf(lot: string, facts: readonly Fact[]): BuildReport {
  const on = new Map<string, string>();
  for (const fact of facts) if (isKind(fact, 'handling-unit.packed')) for (const unit of fact.body.units) on.set(unit, fact.body.into);
  const built = facts.flatMap((fact) => (isKind(fact, 'handling-unit.built') ? [fact.body] : []));
  return {
    lot,
    cartons: built.filter(({ type }) => type === 'carton').map(({ unit, contents }) => ({ unit, units: contents.reduce((sum, { units }) => sum + units, 0), on: on.get(unit) ?? null })),
    pallets: built.filter(({ type }) => type === 'pallet').map(({ unit }) => unit),
    facts: facts.map(({ id }) => id),
  };
}
