// GS1 keys: SSCC for whatever is moved as one (carton, pallet), GTIN for what it is, GLN for where it goes. Read as people
// type and scanners send them, checked to the digit. How an operation gives out SSCCs of its own: series.ts.
// GS1 General Specifications, 3.2, 3.3, 3.7 and 7.9.

import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { ofLength, readDigits, wrongCheckDigit, type IdentifierProblem } from '../identifier.ts';
import { checkDigit, hasValidCheckDigit } from './check-digit.ts';

const key = (length: number, name: string) => z.string().length(length).refine(hasValidCheckDigit, `${name} has ${length} digits, the last of which checks the others`);

/** Serial shipping container code: 18 digits. */
export const Sscc = key(18, 'an SSCC').brand<'Sscc'>();
export type Sscc = z.infer<typeof Sscc>;
/** Global trade item number, always in its 14-digit form. */
export const Gtin = key(14, 'a GTIN').brand<'Gtin'>();
export type Gtin = z.infer<typeof Gtin>;
/** Global location number: 13 digits. */
export const Gln = key(13, 'a GLN').brand<'Gln'>();
export type Gln = z.infer<typeof Gln>;
/** GS1 company prefix: what GS1 lent to an organisation to begin its keys with. 952… is set aside for examples. */
export const CompanyPrefix = z.string().regex(/^\d{4,12}$/, 'a GS1 company prefix has 4–12 digits').brand<'CompanyPrefix'>();
export type CompanyPrefix = z.infer<typeof CompanyPrefix>;

/** `(00) 1 0614141 234567890 8`, `]C100106141412345678908`, `106141412345678908` → the SSCC. */
export const readSscc = (text: string): Result<Sscc, IdentifierProblem> => readKey(text, '00', [18], 'an SSCC', (digits) => Sscc.parse(digits));
/** GTIN-8, -12, -13 or -14, as printed under a bar code or scanned → the GTIN in 14 digits. */
export const readGtin = (text: string): Result<Gtin, IdentifierProblem> => readKey(text, '01', [8, 12, 13, 14], 'a GTIN', (digits) => Gtin.parse(digits.padStart(14, '0')));
/** A GLN as typed, or scanned as ship-to (410). */
export const readGln = (text: string): Result<Gln, IdentifierProblem> => readKey(text, '410', [13], 'a GLN', (digits) => Gln.parse(digits));

/** A scanner sends a symbology identifier and the application identifier in front; people write the latter in brackets. */
function readKey<T>(text: string, ai: string, lengths: readonly number[], name: string, make: (digits: string) => T): Result<T, IdentifierProblem> {
  const front = new RegExp(`^\\s*(\\][A-Za-z]\\d)?\\s*(\\(${ai}\\))?`).exec(text)?.[0] ?? '';
  const read = readDigits(text.slice(front.length), name);
  if (!read.ok) {
    const at = (read.error.at ?? 0) + front.length;
    return err({ ...read.error, at, message: read.error.message.replace(/^character \d+/, `character ${at}`) });
  }
  const longest = Math.max(...lengths);
  const scanned = !front.includes('(') && read.value.length === longest + ai.length && read.value.startsWith(ai);
  const digits = ofLength(scanned ? read.value.slice(ai.length) : read.value, lengths, name);
  if (!digits.ok) return digits;
  const fitting = checkDigit(digits.value.slice(0, -1));
  if (digits.value.at(-1) !== fitting) return err(wrongCheckDigit(text, digits.value.at(-1) ?? '', fitting));
  return ok(make(digits.value));
}

/** The location that an organisation numbers `reference` under its prefix. */
export function glnFor(prefix: CompanyPrefix, reference: number): Result<Gln, IdentifierProblem> {
  const body = under(prefix, reference, 12, 'location');
  return body.ok ? ok(Gln.parse(body.value + checkDigit(body.value))) : body;
}

/**
 * The item that an organisation numbers `reference` under its prefix. For goods whose maker gave them no GTIN: without one, count,
 * lot and expiry may not stand in a barcode.
 */
export function gtinFor(prefix: CompanyPrefix, reference: number): Result<Gtin, IdentifierProblem> {
  const body = under(prefix, reference, 12, 'item');
  return body.ok ? ok(Gtin.parse(`0${body.value}${checkDigit(body.value)}`)) : body;
}

function under(prefix: CompanyPrefix, reference: number, length: number, what: string): Result<string, IdentifierProblem> {
  const room = length - prefix.length;
  const most = 10 ** room - 1;
  if (room > 0 && Number.isSafeInteger(reference) && reference >= 0 && reference <= most) return ok(prefix + String(reference).padStart(room, '0'));
  return err({ message: `prefix ${prefix} has no ${what} number ${reference}`, remedy: room > 0 ? `number them from 0 to ${most}, or use a shorter prefix` : 'use a shorter prefix: this one leaves no room' });
}

/** An SSCC as people read it, in groups: `1 0614141 234567890 8` where the prefix is known, else by fours. */
export const writeSscc = (sscc: Sscc, prefix?: CompanyPrefix): string =>
  prefix !== undefined && sscc.startsWith(prefix, 1)
    ? [sscc.slice(0, 1), prefix, sscc.slice(1 + prefix.length, 17), sscc.slice(17)].filter((part) => part !== '').join(' ')
    : (sscc.match(/.{1,4}/g) ?? []).join(' ');
