// What a sheet is: a table whose every row is one fact. The reader, the writer and docs/pack.md all follow these
// declarations; a column is described here once and nowhere else.

import type { FactKind } from '../../domain/facts.ts';
import * as cells from './cells.ts';
import type { Cell } from './cells.ts';

export interface Column {
  readonly name: string;
  /** `body`: a field of the fact's body; `envelope`: a field of the fact itself; `packing`: the unit of the column `quantity`. */
  readonly of: 'body' | 'envelope' | 'packing';
  /** Path of the field, with points: `allotment.positions`. */
  readonly field: string;
  readonly cell: Cell;
  readonly required: boolean;
  /** A bookkeeping column is written only where some row of the sheet needs it. */
  readonly onDemand: boolean;
  readonly unit: string;
  readonly example: string;
  readonly meaning: string;
  /** Its tag in the Humanitarian Exchange Language (hxlstandard.org); null: it has none. */
  readonly hxl: string | null;
  /** The sheet whose rows its codes name; null: it names none, or it lists several. */
  readonly names: string | null;
}

export interface Sheet {
  readonly name: string;
  readonly meaning: string;
  /** The kinds that its rows can be. Where there are several, the column `kind` says which. */
  readonly kinds: readonly FactKind[];
  readonly columns: readonly Column[];
  /** Columns whose values together name a row. */
  readonly naturalKey: readonly string[];
}

interface Told {
  readonly field?: string;
  readonly unit?: string;
  readonly example: string;
  readonly meaning: string;
  readonly hxl?: string;
  readonly names?: string;
}

const column = (of: Column['of'], required: boolean, onDemand = false) => (name: string, cell: Cell, told: Told): Column => ({
  name, of, required, onDemand, cell, field: told.field ?? name, unit: told.unit ?? '', example: told.example, meaning: told.meaning, hxl: told.hxl ?? null, names: told.names ?? null,
});

/** A field of the body that every row has. */
export const must = column('body', true);
/** A field of the body that may be absent. */
export const may = column('body', false);
/** A field of the fact itself. */
export const mustEnvelope = column('envelope', true);
export const mayEnvelope = column('envelope', false);
const onDemand = column('envelope', false, true);

/** The column that says when the fact occurred. */
export const occurs = (name: string, told: Omit<Told, 'field' | 'unit'>): Column => mustEnvelope(name, cells.instant, { ...told, field: 'occurredAt', unit: 'instant' });
export const mayOccur = (name: string, told: Omit<Told, 'field' | 'unit'>): Column => mayEnvelope(name, cells.instant, { ...told, field: 'occurredAt', unit: 'instant' });

const UNITS = ['unit', 'box', 'carton', 'pallet'] as const;
export type PackedUnit = (typeof UNITS)[number];

const packing: Column = column('packing', false)('unit', cells.oneOf(UNITS), { unit: 'word', example: 'carton', meaning: "What the quantity counts: unit (also when empty), box, carton or pallet, converted by the item's packaging; a lot's own units_per_carton comes first. An export always counts units." });
/** The pair `quantity`, `unit`. */
export const quantity = (make: typeof must, meaning: string, hxl: string): readonly Column[] => [make('quantity', cells.count, { hxl, field: 'units', unit: 'see unit', example: '500000', meaning }), packing];

const source = mayEnvelope('source', cells.codes, { hxl: '#meta+source+code+list', field: 'sources', unit: 'source ids', example: 'communique-2020-03-13', meaning: 'Where the row comes from: ids of the sheet sources, separated by spaces. An assumption has its own row there.' });
const note = mayEnvelope('note', cells.text, { hxl: '#description+note', unit: 'text', example: 'pallet count from the load list', meaning: 'What a reader of the figure should know.' });
export const recordedAt = mayEnvelope('recorded_at', cells.instant, { hxl: '#date+recorded', field: 'recordedAt', unit: 'instant', example: '2020-03-13T22:10:00Z', meaning: 'When the operation came to know it. Empty: when it occurred.' });
export const by = onDemand('by', cells.text, { unit: 'text', example: 'hub-operator', meaning: 'The role that recorded it. Empty: pack.' });
export const key = onDemand('key', cells.text, { unit: 'text', example: 'goods-note-17', meaning: 'Idempotency key: the same key twice is the same fact. Empty: made from the sheet and what names the row, such as pack:lots:F1-01.' });
export const evidence = onDemand('evidence', cells.json, { unit: 'JSON list', example: '[{"link":"https://example.org/note.pdf","title":"Goods received"}]', meaning: 'Documents and photos that bear it out, each with a link or the sha256 of the file.' });
/** For sheets whose facts are known from the opening on, unless a row says otherwise. */
export const knownAt = onDemand('known_at', cells.instant, { field: 'occurredAt', unit: 'instant', example: '2020-03-15T00:00:00Z', meaning: 'From when on it holds. Empty: from the opening of the operation.' });

/** What stands at the end of every sheet but `operation` and `facts`. */
const ending = [note, recordedAt, by, key, evidence];

export function sheet(name: string, kinds: readonly FactKind[], meaning: string, naturalKey: readonly string[], columns: readonly (Column | readonly Column[])[]): Sheet {
  const own = columns.flat();
  const dated = own.some((it) => it.of === 'envelope' && it.field === 'occurredAt');
  const sourced = name === 'sources' ? [] : [source];
  return { name, kinds, meaning, naturalKey, columns: [...own, ...sourced, ...ending, ...(dated ? [] : [knownAt])] };
}

export const columnNamed = ({ columns }: Sheet, name: string): Column | undefined => columns.find((it) => it.name === name);

/** Field of a body or fact → the column that holds it; the first column where none does. Entries of a list belong to the list. */
export function columnOfField(columns: readonly Column[], field: string): string {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const held = columns.find((it) => it.of !== 'packing' && (it.field === path || it.field.startsWith(`${path}.`)));
    if (held !== undefined) return held.name;
  }
  return columns[0]?.name ?? field;
}
