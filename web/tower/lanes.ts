// The timeline's bars, sorted into lanes: flights, trucks, trains, aircraft onward; planned beside actual. A bar that would run
// into another, or into its label, takes the next row. Pixels of the drawing.

import type { Picture } from '../../src/http/contract/picture.ts';

export interface Bar {
  readonly key: string;
  readonly from: number;
  readonly until: number;
  readonly state: 'inTheAir' | 'onward' | 'delivered' | 'allocated';
  /** It is only expected: nothing of it has happened yet. */
  readonly ahead: boolean;
  readonly label: string;
  readonly detail: string;
  /** As first planned, where it went otherwise. */
  readonly planned: { readonly from: number; readonly until: number } | null;
  /** From here to there eight in ten arrive, and nine in ten by its end; on the last leg of what is under way. */
  readonly range: { readonly early: number; readonly late: number } | null;
}

export interface Lane {
  readonly name: 'flights' | 'road' | 'rail' | 'air' | 'sea';
  readonly bars: readonly Bar[];
}

interface Words {
  readonly place: (code: string) => string;
  readonly count: (n: number) => string;
  readonly landed: (at: string) => string;
  readonly hour: (at: string) => string;
}

const ms = (at: string): number => Date.parse(at);

export function lanesOf(picture: Picture, item: string, words: Words): Lane[] {
  const flights = picture.flights
    .filter(({ viaHub }) => viaHub)
    .map((flight): Bar => {
      const departed = ms(flight.departedAt ?? flight.plannedDeparture);
      const arrives = ms(flight.expectedArrival);
      const units = flight.load.reduce((sum, it) => sum + (it.item === item ? it.units : 0), 0);
      return {
        key: flight.consignment,
        from: departed,
        until: arrives,
        state: 'inTheAir',
        ahead: flight.departedAt === null,
        label: flight.consignment,
        detail: flight.arrivedAt !== null ? words.landed(flight.arrivedAt) : units > 0 ? words.count(units) : words.hour(flight.expectedArrival),
        planned: { from: ms(flight.plannedDeparture), until: ms(flight.plannedArrival) },
        range: null,
      };
    });
  const dispatched = picture.dispatches
    .filter((dispatch) => dispatch.item === item)
    .flatMap((dispatch) =>
      dispatch.route.map((leg, index): Bar & { mode: string } => ({
        mode: leg.mode,
        key: `${dispatch.dispatch} ${leg.run}`,
        from: index === 0 && dispatch.departedAt !== null ? ms(dispatch.departedAt) : ms(leg.departsAt),
        until: Math.max(ms(leg.arrivesAt), ms(leg.departsAt) + 1),
        state: dispatch.state === 'delivered' ? 'delivered' : dispatch.state === 'onward' ? 'onward' : 'allocated',
        ahead: dispatch.departedAt === null,
        label: words.place(leg.to),
        detail: words.count(dispatch.cartons),
        planned: { from: ms(leg.departsAt), until: ms(leg.arrivesAt) },
        range: dispatch.eta !== null && index === dispatch.route.length - 1 ? { early: ms(dispatch.eta.early), late: ms(dispatch.eta.late) } : null,
      })),
    );
  const planned = (picture.plan?.legs ?? [])
    .filter(({ items }) => items.includes(item))
    .map((leg): Bar & { mode: string } => ({ mode: leg.mode, key: leg.run, from: ms(leg.departsAt), until: ms(leg.arrivesAt), state: 'onward', ahead: true, label: words.place(leg.to), detail: words.count(leg.cartons), planned: null, range: null }));
  const onward = (['road', 'rail', 'air', 'sea'] as const).map((name): Lane => ({ name, bars: [...dispatched, ...planned].filter(({ mode }) => mode === name) }));
  return [{ name: 'flights', bars: flights }, ...onward.filter(({ bars }) => bars.length > 0)];
}

export interface Row {
  readonly bar: Bar;
  readonly row: number;
  /** Where its label stands: after the bar, or before it where the window ends. */
  readonly side: 'before' | 'after';
}

const LETTER = 6.4;
const widthOf = ({ label, detail }: Bar): number => (label.length + detail.length + 1) * LETTER + 14;

/** Where a bar ends on the drawing, its whisker included. */
export const endOf = ({ from, until, range }: Bar, x: (ms: number) => number): number => Math.max(x(from) + 3, x(Math.max(until, range?.late ?? until)));

/** The first row with room for the bar and its label; bars beyond the window are left out. */
export function rowsOf(bars: readonly Bar[], x: (ms: number) => number, width: number): readonly Row[] {
  const ends: number[] = [];
  const rows: Row[] = [];
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const start = x(Math.min(bar.from, bar.planned?.from ?? bar.from));
    const end = endOf(bar, x);
    if (end < 0 || start > width) continue;
    const side = end + widthOf(bar) < width ? 'after' : 'before';
    const from = side === 'before' ? Math.min(start, width) - widthOf(bar) : start;
    const free = ends.findIndex((taken) => taken <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = side === 'after' ? end + widthOf(bar) : end + 4;
    rows.push({ bar, row, side });
  }
  return rows;
}
