// A scan: what a person does with a handling unit in hand. The code is read whatever form it comes in, and what it means is
// entered in one go: the unit moves, and the units of goods in it are counted, loaded or handed over. The same scan sent twice
// is one; a unit scanned again where it stands already is left as it is.

import type { NewFact } from '../../domain/facts.ts';
import type { Standing } from '../../domain/hub/handling-unit.ts';
import { Actor, IdempotencyKey, type DispatchId, type LotId, type PlaceCode, type RecipientId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import { units as unitCount } from '../../domain/units.ts';
import { atOf, contentsOf, type HandlingUnit } from '../../ledger/handling.ts';
import { readHandlingUnit } from '../../standards/handling-unit.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf, whenOf } from '../journal.ts';
import type { Present } from '../plan/present.ts';
import type { Situation } from '../plan/situation.ts';
import type { Clock, Store } from '../ports.ts';
import { record } from '../record.ts';

/** `receive`: counted in at a place. `put`: set down somewhere within it. `load`: onto a dispatch. `deliver`: to its receiver. */
export type Doing = 'find' | 'receive' | 'put' | 'load' | 'deliver';

export interface ScanAsk {
  /** As the scanner sent it or a person typed it. */
  readonly code: string;
  readonly doing: Doing;
  readonly place?: string | undefined;
  readonly bin?: string | undefined;
  readonly dispatch?: string | undefined;
  readonly at?: string | undefined;
  readonly by: string;
}

export interface UnitInHand {
  readonly unit: string;
  readonly type: HandlingUnit['type'];
  readonly at: Standing;
  readonly in: string | null;
  readonly holds: readonly string[];
  readonly contents: readonly { readonly lot: string; readonly item: string; readonly units: number; readonly batch: string | null; readonly expires: string | null; readonly recalled: boolean }[];
}

export interface ScanReport {
  readonly unit: UnitInHand;
  /** Facts that this scan entered; 0: it was known already, or it only asked. */
  readonly entered: number;
}

/** `key` names the scan, so that a scanner without a network may send it again. */
export async function scan(store: Store, operation: string, ask: ScanAsk, key: string, { present, clock }: { readonly present: Present; readonly clock: Clock }): Promise<Result<ScanReport, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const settings = operationOf(journal.value);
  const when = whenOf(settings, { asOf: ask.at }, clock);
  if (!when.ok) return when;
  const now = present(journal.value, when.value);
  const read = readHandlingUnit(ask.code);
  if (!read.ok) return err({ code: 'unreadable-code', message: read.error.message, remedy: read.error.remedy });
  const unit = now.ledger.units.get(read.value);
  if (unit === undefined || unit.gone) return err({ code: 'unknown-unit', message: unit === undefined ? `no handling unit ${read.value} has been built` : `handling unit ${read.value} was broken down`, remedy: 'read the label again; a unit from elsewhere is built first, with what is in it' });
  const sentBefore = journal.value.some((fact) => fact.key === `scan:${key}#0`);
  if (sentBefore || isDone(now, unit, ask)) return ok({ unit: inHand(now, unit), entered: 0 });
  const bodies = bodiesOf(now, unit, ask);
  if (!bodies.ok) return bodies;
  const { asOf } = when.value;
  const recordedAt = latest(clock.now(), asOf);
  const facts = bodies.value.map((fact, index) => ({ ...fact, occurredAt: asOf, recordedAt, by: Actor.parse(ask.by), key: IdempotencyKey.parse(`scan:${key}#${index}`), sources: [], note: null, evidence: [] }) as NewFact);
  const recorded = await record(store, settings.id, facts);
  if (!recorded.ok) return recorded;
  const entered = await journalOf(store, operation);
  if (!entered.ok) return entered;
  const after = present(entered.value, when.value);
  return ok({ unit: inHand(after, after.ledger.units.get(unit.unit) ?? unit), entered: recorded.value.fresh });
}

/** It stands already where the scan would bring it: somebody else was quicker, or scanned it twice. */
function isDone(now: Situation, unit: HandlingUnit, { doing, place = now.operation.hub, bin, dispatch }: ScanAsk): boolean {
  const at = atOf(now.ledger.units, unit);
  if (doing === 'find') return true;
  if (doing === 'receive') return at.place === place;
  if (doing === 'put') return at.place === place && at.bin === bin;
  if (doing === 'load') return dispatch !== undefined && at.dispatch === dispatch;
  return at.recipient !== undefined;
}

type Body = { readonly kind: NewFact['kind']; readonly body: object };

function bodiesOf(now: Situation, unit: HandlingUnit, ask: ScanAsk): Result<readonly Body[], Failure> {
  const contents = [...contentsOf(now.ledger.units, unit)];
  const move = (to: Standing): Body => ({ kind: 'handling-unit.moved', body: { unit: unit.unit, to } });
  const place = (ask.place ?? now.operation.hub) as PlaceCode;
  const there: Standing = { place, ...(ask.bin !== undefined && { bin: ask.bin }) };
  switch (ask.doing) {
    case 'find':
    case 'put':
      return ok([move(there)]);
    case 'receive':
      return ok([...contents.map(([lot, units]): Body => ({ kind: 'goods.tallied', body: { place, lot, units: unitCount(units), partial: true, by: unit.type === 'carton' ? 'scan' : 'pallet' } })), move(there)]);
    case 'load':
      return load(now, unit, contents, ask.dispatch, move);
    case 'deliver':
      return deliver(now, unit, contents, move);
  }
}

function load(now: Situation, unit: HandlingUnit, contents: readonly (readonly [string, number])[], dispatch: string | undefined, move: (to: Standing) => Body): Result<readonly Body[], Failure> {
  const row = dispatch === undefined ? undefined : now.ledger.dispatches.get(dispatch);
  if (dispatch === undefined || row === undefined) return err({ code: 'wrong-order', message: dispatch === undefined ? 'no order was named' : `no dispatch ${dispatch} was released`, remedy: 'name the release order that is being loaded' });
  const word = now.known.releaseStates.get(dispatch)?.state;
  if (word === 'refused') return err({ code: 'wrong-order', message: `release order ${dispatch} was refused`, remedy: 'ask the planner for a new one' });
  for (const [lot, units] of contents) {
    const ordered = now.piles.reduce((sum, pile) => sum + (pile.state === 'allocated' && pile.at === dispatch && pile.lot === lot ? pile.units : 0), 0);
    const loaded = loadedOn(now, dispatch, lot);
    if (loaded + units > ordered) return err({ code: 'wrong-order', message: `unit ${unit.unit} holds ${units} of lot ${lot}; order ${dispatch} asks for ${ordered}, and ${loaded} are loaded`, remedy: row.lots.has(lot) ? 'leave it here, or break it down and load part of it' : `load a unit of ${[...row.lots].join(', ')}` });
  }
  return ok([move({ dispatch: dispatch as DispatchId }), { kind: 'dispatch.loaded', body: { dispatch } }]);
}

/** Units of a lot in handling units that stand on the dispatch. */
function loadedOn(now: Situation, dispatch: string, lot: string): number {
  let units = 0;
  for (const unit of now.ledger.units.values()) if (!unit.gone && unit.outer === null && unit.at.dispatch === dispatch) units += contentsOf(now.ledger.units, unit).get(lot) ?? 0;
  return units;
}

function deliver(now: Situation, unit: HandlingUnit, contents: readonly (readonly [string, number])[], move: (to: Standing) => Body): Result<readonly Body[], Failure> {
  const { dispatch } = atOf(now.ledger.units, unit);
  const row = dispatch === undefined ? undefined : now.ledger.dispatches.get(dispatch);
  if (dispatch === undefined || row === undefined) return err({ code: 'wrong-order', message: `unit ${unit.unit} is on no dispatch`, remedy: 'scan it as loaded first; what is handed over without a scan is counted on the delivery' });
  const recipient = row.recipient as RecipientId;
  return ok([...contents.map(([lot, units]): Body => ({ kind: 'dispatch.delivered', body: { dispatch, lot, recipient, units: unitCount(units), partial: true } })), move({ recipient })]);
}

function inHand(now: Situation, unit: HandlingUnit): UnitInHand {
  return {
    unit: unit.unit,
    type: unit.type,
    at: atOf(now.ledger.units, unit),
    in: unit.outer,
    holds: [...unit.inner],
    contents: [...contentsOf(now.ledger.units, unit)].map(([name, units]) => {
      const lot = now.known.lots.get(name as LotId);
      return { lot: name, item: lot?.item ?? '', units, batch: lot?.batch ?? null, expires: lot?.expires ?? null, recalled: now.ledger.recalled.has(name) };
    }),
  };
}
