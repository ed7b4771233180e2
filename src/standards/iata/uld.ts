// Unit load devices: pallets and containers that belong to aircraft. Their identifier is a type code of three characters, a serial
// of four or five digits, and the owner's code; there is no check digit. What the letters mean, and what common types measure and
// may weigh. IATA ULD Regulations, standard specification 40/1.

import { HandlingUnitId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { Grams, Millimetres } from '../../domain/units.ts';
import type { IdentifierProblem } from '../identifier.ts';

export interface Uld {
  /** `PMC12345CV` */
  readonly id: HandlingUnitId;
  readonly type: string;
  readonly serial: string;
  /** Designator of the airline that owns it, or three characters of another owner. */
  readonly owner: string;
}

/** `PMC 12345 CV`, `pmc-12345-cv` → the device. The error names the part that does not fit. */
export function readUld(text: string): Result<Uld, IdentifierProblem> {
  const written = text.toUpperCase().replaceAll(/[\s.-]/g, '');
  const type = /^[A-Z][A-Z0-9]{2}/.exec(written)?.[0];
  if (type === undefined) return err({ at: 1, message: `“${text.trim()}” does not begin with a type code of three characters`, remedy: 'write the letters as they stand on its side, such as PMC or AKE' });
  const serial = /^\d*/.exec(written.slice(3))?.[0] ?? '';
  if (serial.length < 4) return err({ message: `the serial after ${type} has 4 or 5 digits, this one has ${serial.length}`, remedy: 'read it again; a letter O in it is a nought' });
  // An owner's code may begin with a digit (`5X`): the serial takes five digits only where two characters are left for the owner.
  const digits = serial.length >= 5 && written.length - 8 >= 2 ? 5 : 4;
  const owner = written.slice(3 + digits);
  if (!/^(?=.*[A-Z])[A-Z0-9]{2,3}$/.test(owner)) return err({ message: /^\d?$/.test(owner) ? 'the owner’s code is missing at the end' : `“${owner}” is no owner’s code: it has two or three characters, a letter among them`, remedy: 'write the airline’s designator after the serial, such as CV' });
  const id = HandlingUnitId.parse(`${type}${written.slice(3, 3 + digits)}${owner}`);
  return ok({ id, type, serial: written.slice(3, 3 + digits), owner });
}

/** The first letter: what kind of thing. */
const KINDS: Readonly<Record<string, string>> = { A: 'certified container', D: 'container', F: 'pallet', M: 'thermal container', P: 'certified pallet', R: 'certified thermal container' };

/** The second letter: the base, in millimetres. Assumption: as the code is commonly listed. */
const BASES: Readonly<Record<string, readonly [number, number]>> = {
  A: [2235, 3175], G: [2438, 6058], K: [1534, 1562], L: [1534, 3175], M: [2438, 3175], N: [1562, 2438], P: [1198, 1534], Q: [1534, 2438], R: [2438, 4938],
};

export interface UldSize {
  readonly type: string;
  readonly kind: string;
  readonly base: { readonly widthMm: Millimetres; readonly lengthMm: Millimetres };
  /** With the device itself. Absent: the type is not in our list; the carrier says. The aircraft's own limit may be lower. */
  readonly mostGross?: Grams;
  /** Pallet positions of 88 or 96 by 125 inches that it takes on a deck. */
  readonly positions?: number;
}

/**
 * Common types: most gross kilograms and positions. AKE, RKN: Union Cargo's table. All others and all
 * positions: assumption, as carriers commonly publish them; the carrier's own figure comes first.
 */
const COMMON: Readonly<Record<string, readonly [kilograms: number, positions: number]>> = {
  AKE: [1588, 0.5], RKN: [1588, 0.5], DPE: [1225, 0.5], ALF: [3175, 1], AMA: [6804, 1], AAP: [6033, 1], PLA: [3175, 1], PAG: [6033, 1], PMC: [6804, 1], PGA: [11_340, 2],
};

/** Lost at each edge to the rail, the lashing and the net: a pallet of 96 × 125 inches takes goods on 92 × 121 (assumption). */
const EDGE_MM = 51;
/** EN 13698-1. */
const EUR = { length: 1200, width: 800 } as const;

/** How many EUR pallets stand on a base: strips across it, some with the pallets lengthwise, some crosswise, in the better direction. */
export function eurPalletsOn({ widthMm, lengthMm }: { readonly widthMm: number; readonly lengthMm: number }): number {
  const inStrips = (along: number, across: number): number => {
    let most = 0;
    for (let long = 0; long * EUR.length <= along; long += 1) {
      const short = Math.floor((along - long * EUR.length) / EUR.width);
      most = Math.max(most, long * Math.floor(across / EUR.width) + short * Math.floor(across / EUR.length));
    }
    return most;
  };
  const [width, length] = [widthMm - 2 * EDGE_MM, lengthMm - 2 * EDGE_MM];
  return Math.max(inStrips(length, width), inStrips(width, length));
}

/** EUR pallets that share one position, on the pallet of 96 × 125 inches that main decks are built for: five, as the trade counts. */
export const EUR_PALLETS_A_POSITION = eurPalletsOn({ widthMm: 2438, lengthMm: 3175 });

/** What a type code says; null where its base is none that we know. */
export function uldSize(type: string): UldSize | null {
  const base = BASES[type.charAt(1)];
  if (base === undefined) return null;
  const common = COMMON[type];
  return {
    type,
    kind: KINDS[type.charAt(0)] ?? 'unit load device',
    base: { widthMm: Millimetres.parse(base[0]), lengthMm: Millimetres.parse(base[1]) },
    ...(common === undefined ? {} : { mostGross: Grams.parse(common[0] * 1000), positions: common[1] }),
  };
}
