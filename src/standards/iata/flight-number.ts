// Flight numbers and airports. A flight number is the carrier's designator of two characters (IATA; one of them may be a digit) or
// three letters (ICAO), one to four digits, and sometimes a letter. An airport's IATA code is found among the operation's places,
// where the UN/LOCODE beside it is what everything else goes by.

import type { Place } from '../../domain/places.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { IdentifierProblem } from '../identifier.ts';

export interface FlightNumber {
  readonly carrier: string;
  /** Without leading noughts. */
  readonly number: number;
  /** A letter after the digits: a flight that was split or flies again. */
  readonly suffix?: string;
  /** As it is printed: `CZ 401`. */
  readonly text: string;
}

/** `cz0401`, `CK 217`, `5X-63`, `CLX9733`, `RU 424D` → the flight. */
export function readFlightNumber(text: string): Result<FlightNumber, IdentifierProblem> {
  const written = text.toUpperCase().replaceAll(/[\s-]/g, '');
  const [, carrier, digits, suffix] = /^([A-Z]{3}|[A-Z]{2}|[A-Z]\d|\d[A-Z])(\d{1,4})([A-Z]?)$/.exec(written) ?? [];
  if (carrier === undefined || digits === undefined) {
    const strange = Array.from(text).findIndex((character) => !/[A-Za-z0-9\s-]/.test(character));
    return err(strange === -1
      ? { message: `“${text.trim()}” is no flight number`, remedy: 'write the carrier’s two characters and up to four digits, such as CK 217' }
      : { at: strange + 1, message: `character ${strange + 1} is “${Array.from(text)[strange]}”: a flight number has letters and digits only`, remedy: 'leave it out' });
  }
  const number = Number(digits);
  if (number === 0) return err({ message: `${carrier} 0 is no flight`, remedy: 'write the digits as they stand on the waybill' });
  return ok({ carrier, number, ...(suffix === '' || suffix === undefined ? {} : { suffix }), text: `${carrier} ${number}${suffix ?? ''}` });
}

/** The place that bears an airport's IATA code. */
export function airportOf(iata: string, places: readonly Place[]): Result<Place, IdentifierProblem> {
  const wanted = iata.trim().toUpperCase();
  const [place, another] = places.filter((it) => it.iata === wanted);
  if (place === undefined) return err({ message: `no place of the operation has the airport code ${wanted}`, remedy: `add a place with the IATA code ${wanted}, or write its UN/LOCODE` });
  if (another !== undefined) return err({ message: `${place.place} and ${another.place} both have the airport code ${wanted}`, remedy: 'write the UN/LOCODE of the one that is meant' });
  return ok(place);
}
