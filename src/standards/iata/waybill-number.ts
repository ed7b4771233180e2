// Air waybill numbers. A master number is the carrier's prefix of three digits, seven digits of serial, and a check digit: the
// serial modulo 7. It misses a digit misread by seven (0 for 7, 1 for 8, 2 for 9) and a swap of neighbours that differ by seven.
// The prefix is not checked by it. A house number is the forwarder's own. IATA Resolution 600a; the rule as the Australian
// Border Force publishes it (Air waybill check digit formula, V1.1).

import { err, invariant, ok, type Result } from '../../domain/result.ts';
import { WaybillNumber } from '../../domain/ids.ts';
import { ofLength, readDigits, wrongCheckDigit, type IdentifierProblem } from '../identifier.ts';

export interface MasterWaybill {
  /** As it is written and stored: `172-12345675`. */
  readonly number: WaybillNumber;
  /** The carrier's: `172`. */
  readonly prefix: string;
  /** Seven digits, without the check digit. */
  readonly serial: string;
}

/** The check digit of a serial of seven digits: 0 to 6. */
export function waybillCheckDigit(serial: string): string {
  invariant(/^\d{7}$/.test(serial), 'a waybill serial has seven digits');
  return String(Number(serial) % 7);
}

/** `172-12345675`, `172 1234 5675`, `17212345675` → the number. */
export function readMasterWaybill(text: string): Result<MasterWaybill, IdentifierProblem> {
  const read = readDigits(text.trimEnd(), 'a master air waybill');
  if (!read.ok) return read;
  const digits = ofLength(read.value, [11], 'a master air waybill');
  if (!digits.ok) return digits.error.message.endsWith('has 8') ? err({ ...digits.error, remedy: 'put the carrier’s prefix of three digits in front' }) : digits;
  const [prefix, serial, written] = [digits.value.slice(0, 3), digits.value.slice(3, 10), digits.value.slice(10)];
  const fitting = waybillCheckDigit(serial);
  if (written !== fitting) return err(wrongCheckDigit(text, written, fitting));
  return ok({ number: WaybillNumber.parse(`${prefix}-${serial}${written}`), prefix, serial });
}

/** The number that a carrier gives to its `serial`th waybill. */
export const masterWaybill = (prefix: string, serial: number): Result<MasterWaybill, IdentifierProblem> => {
  const digits = String(serial).padStart(7, '0');
  return /^\d{3}$/.test(prefix) && /^\d{7}$/.test(digits)
    ? readMasterWaybill(`${prefix}${digits}${waybillCheckDigit(digits)}`)
    : err({ message: `${prefix}-${digits} is no prefix of three digits and serial of seven`, remedy: 'take the prefix from the carrier and a serial from 0 to 9,999,999' });
};

/**
 * A house waybill as its forwarder writes it: 1–12 letters and digits, as electronic messages between forwarder and carrier can
 * hold it. A number that is a master's is refused: one box for the other is the commonest slip.
 */
export function readHouseWaybill(text: string): Result<WaybillNumber, IdentifierProblem> {
  const written = text.trim().toUpperCase();
  const wrong = Array.from(written).findIndex((character) => !/^[A-Z0-9 /-]$/.test(character));
  if (wrong !== -1) return err({ at: wrong + 1, message: `character ${wrong + 1} is “${Array.from(written)[wrong]}”: a house waybill has letters, digits, spaces, / and - only`, remedy: 'leave it out' });
  const bare = written.replaceAll(/[ /-]/g, '');
  if (bare.length < 1 || bare.length > 12) return err({ message: `a house waybill has 1 to 12 letters and digits, this one has ${bare.length}`, remedy: bare.length === 0 ? 'write the forwarder’s number' : 'write it without the forwarder’s name' });
  if (/^\d{3}[ -]?\d{8}$/.test(written) && readMasterWaybill(written).ok) return err({ message: `${written} is a master air waybill`, remedy: 'enter it as the master, and the forwarder’s own number here' });
  return ok(WaybillNumber.parse(written));
}
