// The lines of a plan as rows: what stands in each column, which rows fit the filters, in which order. Pure.

import type { PlanSeen } from '../router.tsx';
import type { Line } from './draft.ts';

export type Column = 'to' | 'item' | 'cartons' | 'units' | 'by' | 'leaves' | 'arrives';

export interface Row extends Readonly<Record<Column, string | number>> {
  readonly line: Line;
  readonly to: string;
  readonly by: string;
  readonly modes: readonly string[];
}

export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

export interface Naming {
  readonly recipient: (id: string) => string;
  readonly item: (code: string) => string;
  readonly modes: (line: Line) => readonly string[];
  readonly by: (modes: readonly string[]) => string;
}

export const rowsOf = (lines: readonly Line[], { recipient, item, modes, by }: Naming): Row[] =>
  lines.map((line) => {
    const ways = modes(line);
    return { line, to: recipient(line.recipient), item: item(line.item), cartons: line.cartons, units: line.units, by: by(ways), modes: ways, leaves: line.departs, arrives: line.arrives };
  });

export const fits = ({ line, modes }: Row, { recipient = '', item = '', mode = '' }: Pick<PlanSeen, 'recipient' | 'item' | 'mode'>): boolean =>
  (recipient === '' || line.recipient === recipient) && (item === '' || line.item === item) && (mode === '' || modes.includes(mode));

const words = new Intl.Collator();

export const sorted = (rows: readonly Row[], { column, down }: Order): Row[] =>
  rows.toSorted((a, b) => {
    const [left, right] = [a[column], b[column]];
    const sign = typeof left === 'number' && typeof right === 'number' ? left - right : words.compare(String(left), String(right));
    return down ? -sign : sign;
  });
