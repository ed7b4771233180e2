// What can be asked of the hub: its board, the stock card of a lot, and who holds units of lots (before a recall, or in one).

import type { LotId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import type { Look } from '../look.ts';
import type { Situation } from '../plan/situation.ts';
import { boardOf, type HubBoard } from './board.ts';
import type { BuildAsk, BuildReport } from './build-units.ts';
import { holdersOf, type Holder } from './recalls.ts';
import type { ScanAsk, ScanReport } from './scan.ts';
import { unitsStanding, type UnitsReport } from './units.ts';
import { stockCard, type StockMovement } from './stock.ts';

export interface StockCardAsk extends Asked {
  readonly lot: string;
  /** Absent: the operation's hub. */
  readonly place?: string | undefined;
}

export interface StockCardReport {
  readonly lot: string;
  readonly item: string;
  readonly place: string;
  readonly batch: string | null;
  readonly expires: string | null;
  readonly movements: readonly StockMovement[];
}

export interface HoldersReport {
  readonly lots: readonly string[];
  readonly holders: readonly Holder[];
}

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface HubDesk {
  board(operation: string, when: Asked): Answer<HubBoard>;
  stockCard(operation: string, ask: StockCardAsk): Answer<StockCardReport>;
  /** By lots, or by a maker's batch number. */
  holders(operation: string, ask: Asked & { readonly lots?: readonly string[] | undefined; readonly batch?: string | undefined }): Answer<HoldersReport>;
  /** Handling units: the outermost at places and on flights, or those in one. */
  units(operation: string, ask: Asked & { readonly in?: string | undefined }): Answer<UnitsReport>;
  /** Labelled cartons on pallets, numbered on; once under its key. */
  build(operation: string, ask: BuildAsk, key: string): Answer<BuildReport>;
  /** Once under its key. */
  scan(operation: string, ask: ScanAsk, key: string): Answer<ScanReport>;
}

export const hubDesk = (at: Look): Omit<HubDesk, 'build' | 'scan'> => ({
  board: (operation, when) => at(operation, when, (now) => ok(boardOf(now))),
  stockCard: (operation, { lot, place, ...when }) =>
    at(operation, when, (now) => {
      const announced = now.known.lots.get(lot as LotId);
      if (announced === undefined) return err(unknownLot(now, lot));
      const where = place ?? now.operation.hub;
      return ok({ lot, item: announced.item, place: where, batch: announced.batch ?? null, expires: announced.expires ?? null, movements: stockCard(now, lot, where) });
    }),
  units: (operation, { in: within, ...when }) => at(operation, when, (now) => (within === undefined || now.ledger.units.get(within)?.gone === false ? ok(unitsStanding(now, within)) : err({ code: 'unknown-unit', message: `no handling unit ${within} stands anywhere`, remedy: 'read its label again' }))),
  holders: (operation, { lots = [], batch, ...when }) =>
    at(operation, when, (now) => {
      const stranger = lots.find((lot) => !now.known.lots.has(lot as LotId));
      if (stranger !== undefined) return err(unknownLot(now, stranger));
      const named = [...new Set([...lots, ...(batch === undefined ? [] : [...now.known.lots.values()].filter((lot) => lot.batch === batch).map(({ lot }) => lot as string))])];
      if (named.length === 0) return err({ code: 'unknown-lot', message: batch === undefined ? 'no lot was named' : `no lot bears the batch number ${batch}`, remedy: 'name a lot, or the batch number as it was announced' });
      return ok({ lots: named, holders: holdersOf(now, new Set(named)) });
    }),
});

function unknownLot(now: Situation, lot: string): Failure {
  const close = nearest(lot, now.known.lots.keys());
  return { code: 'unknown-lot', message: `there is no lot ${lot}`, remedy: close === null ? 'name a lot that was announced' : `did you mean ${close}?` };
}
