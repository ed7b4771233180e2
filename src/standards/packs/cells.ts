// Cells: what one cell's text means and how a value is written into it. Every kind of cell reads back what it wrote.
// Nothing is guessed: 1,234 is refused, not turned into 1234 or 1.234. Whether the value suits its field is the fact
// schema's affair, not this file's. Everything but free text is trimmed; free text is kept to the last space.

import canonicalize from 'canonicalize';
import { nearest } from '../../domain/nearest.ts';
import { BrokenInvariant, err, ok, type Result } from '../../domain/result.ts';
import { Instant, readInstant, writeInstant, type Zone } from '../../domain/time.ts';

export interface Unreadable {
  readonly problem: string;
  readonly remedy: string;
}

/** What a cell needs to know besides its text: the operation's zone, and an example for the remedy. */
interface CellContext {
  readonly zone: Zone;
  readonly example: string;
}

export interface Cell {
  /** Free text: spaces at its ends belong to it. */
  readonly verbatim: boolean;
  /** What a spreadsheet may keep in the cell besides text: a number, a date, either, or nothing else. */
  readonly takes: 'text' | 'number' | 'date' | 'any';
  /** The words that it is one of, or a list of; empty: it is free. */
  readonly words: readonly string[];
  /** Several entries may stand in it. */
  readonly isList: boolean;
  /** What an empty cell means; undefined: the field is absent. */
  readonly whenEmpty: unknown;
  read(text: string, context: CellContext): Result<unknown, Unreadable>;
  write(value: unknown): string;
}

const refuse = (problem: string, remedy: string): Result<never, Unreadable> => err({ problem, remedy });

/** The one place where a value of a checked body is taken for the type that its cell writes. */
function cell<T>(read: (text: string, context: CellContext) => Result<T, Unreadable>, write: (value: T) => string, whenEmpty?: T): Cell {
  return { verbatim: false, takes: 'text', words: [], isList: Array.isArray(whenEmpty), whenEmpty, read, write: (value) => write(value as T) };
}
const numeric = (it: Cell): Cell => ({ ...it, takes: 'number' });
const dated = (it: Cell): Cell => ({ ...it, takes: 'date' });

/** Names, reasons, notes: as they stand. */
export const text: Cell = { ...cell<string>((written) => ok(written), (value) => value), verbatim: true };
/** The value of a setting: whatever the setting is. */
export const setting: Cell = { ...text, takes: 'any' };
/** Codes, links, waybills of a fixed form: without spaces at the ends. */
export const code: Cell = cell<string>((written) => ok(written), (value) => value);

const SPACED = /^[+-]?\d{1,3}([.,'\u00a0\u202f ]\d{3})+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Why a text is no plain number, where that can be said. */
function notANumber(written: string, example: string): Result<never, Unreadable> {
  const digits = written.replaceAll(/\D/g, '');
  if (/^[+-]?\d+,\d+$/.test(written) && !SPACED.test(written)) return refuse('a decimal comma', `write a point: ${written.replace(',', '.')}`);
  if (SPACED.test(written)) return refuse('a thousands separator, or a decimal comma: it is not clear which', `write the number without separators, such as ${digits}`);
  if (/^\d+(\.\d+)?\s*[^\d\s.,]+$/.test(written)) return refuse('a number with something behind it', `write the number alone, such as ${Number.parseFloat(written)}; the column's name says the unit`);
  return refuse('not a number', `write a number such as ${example}`);
}

/** Whole, not negative: counts, days, minutes. */
export const count: Cell = numeric(cell<number>((written, { example }) => {
  if (/^\d+$/.test(written)) return ok(Number(written));
  if (SPACED.test(written) && !written.startsWith('-')) return refuse('a fraction or a thousands separator', `write a whole number without separators, such as ${written.replaceAll(/\D/g, '')}`);
  if (/^-\s*\d/.test(written)) return refuse('a negative number', `write a number of 0 or more, such as ${example}`);
  if (/^\d*[.,]\d+$/.test(written)) return refuse('a fraction', `write a whole number, such as ${example}`);
  return notANumber(written, example);
}, String));

/** A decimal that is kept as an integer of 10⁻ᵖˡᵃᶜᵉˢ: kilograms as grams, euros as cents. Exact; more places are refused. */
export function scaled(places: number): Cell {
  return numeric(cell<number>(
    (written, { example }) => {
      if (/^-\s*\d/.test(written)) return refuse('a negative number', `write a number of 0 or more, such as ${example}`);
      if (!DECIMAL.test(written)) return notANumber(written, example);
      const [whole = '', fraction = ''] = written.split('.');
      const kept = fraction.replace(/0+$/, '');
      if (kept.length > places) return refuse(`more than ${places} decimals`, `round it to ${places} decimals, such as ${Number(written).toFixed(places)}`);
      return ok(Number(whole + kept.padEnd(places, '0')));
    },
    (value) => {
      const digits = String(value).padStart(places + 1, '0');
      const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
      const whole = digits.slice(0, digits.length - places);
      return fraction === '' ? whole : `${whole}.${fraction}`;
    },
  ));
}

/** Any decimal, also negative: coordinates. */
export const decimal: Cell = numeric(cell<number>((written, { example }) => (DECIMAL.test(written) ? ok(Number(written) + 0) : notANumber(written, example)), plainDecimal));

/** 1e-7 → 0.0000001: spreadsheets and readers of the sheet see one form only. */
function plainDecimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e-');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replaceAll(/[-.]/g, '')}`;
}

export const yesNo: Cell = { ...cell<boolean>((written) => (written === 'yes' ? ok(true) : written === 'no' ? ok(false) : refuse('neither yes nor no', 'write yes or no')), (value) => (value ? 'yes' : 'no')), words: ['yes', 'no'] };

const amongst = (values: readonly string[], written: string): Result<string, Unreadable> => {
  if (values.includes(written)) return ok(written);
  const meant = nearest(written, values);
  return refuse(`not one of the known values`, meant === null ? `write one of ${values.join(', ')}` : `did you mean ${meant}? known are ${values.join(', ')}`);
};

/** One of some words. */
export const oneOf = (values: readonly string[]): Cell => ({ ...cell<string>((written) => amongst(values, written), (value) => value), words: values });

function splitList(written: string, example: string): Result<string[], Unreadable> {
  if (/[,;|]/.test(written)) return refuse('a list with commas, semicolons or bars', `separate the entries by single spaces, such as ${example}`);
  return ok(written.split(/\s+/));
}

/** Codes separated by spaces; an empty cell is an empty list. */
export const codes: Cell = cell<readonly string[]>((written, { example }) => splitList(written, example), (list) => list.join(' '), []);

/** Some of some words, separated by spaces; an empty cell is an empty list. */
export const someOf = (values: readonly string[]): Cell => ({
  ...cell<readonly string[]>(
    (written, { example }) => {
      const list = splitList(written, example);
      if (!list.ok) return list;
      for (const entry of list.value) {
        const known = amongst(values, entry);
        if (!known.ok) return refuse(`${entry} is not one of the known values`, known.error.remedy);
      }
      return list;
    },
    (list) => list.join(' '),
    [],
  ),
  words: values,
});

const realDate = (written: string): boolean => {
  try {
    Temporal.PlainDate.from(written, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

export const instant: Cell = dated(cell<Instant>((written, { zone, example }) => {
  if (/^\d{4}-\d\d-\d\d/.test(written) && !realDate(written.slice(0, 10))) return refuse('no such date', `write a day that exists, such as ${example}`);
  const at = readInstant(written, zone);
  return at.ok ? ok(at.value) : refuse(at.error === 'there is no such date or time' ? 'no such date or time' : 'not an instant', `write it like ${example}, or a date like ${example.slice(0, 10)}`);
}, writeInstant));

export const date: Cell = dated(cell<string>((written, { example }) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(written)) return refuse('not a date', `write year-month-day, such as ${example}`);
  return realDate(written) ? ok(written) : refuse('no such date', `write a day that exists, such as ${example}`);
}, (value) => value));

/** Wall-clock at a place, without an offset. */
export const localTime: Cell = dated(cell<string>((written, { example }) => {
  const [, day, hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/.exec(written) ?? [];
  if (day === undefined) return refuse('not a local date and time', `write it without seconds or zone, such as ${example}`);
  return realDate(day) && Number(hour) < 24 && Number(minute) < 60 ? ok(written) : refuse('no such date or time', `write a time that exists, such as ${example}`);
}, (value) => value));

export const timeOfDay: Cell = dated(cell<string>((written, { example }) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(written) ? ok(written) : refuse('not a time of day', `write hours and minutes with two digits each, such as ${example}`)), (value) => value));

/** Canonical JSON (RFC 8785), so that the same value has one text. */
export const json: Cell = cell<unknown>((written, { example }) => {
  try {
    return ok(JSON.parse(written) as unknown);
  } catch {
    return refuse('not JSON', `write JSON such as ${example}`);
  }
}, canonical);

export function canonical(value: unknown): string {
  const written = canonicalize(value);
  if (written === undefined) throw new BrokenInvariant('a body that is not JSON');
  return written;
}
