// Whatever is scanned off a carton, pallet or aircraft device, or typed from it → the handling unit that it names: an SSCC as bars,
// DataMatrix, link or digits, or a unit load device's identifier. Not for what is in it: gs1/element-string.ts gives the rest.

import { HandlingUnitId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { readDigitalLink } from './gs1/digital-link.ts';
import { GROUP_SEPARATOR, readBracketed, readScan, type Element } from './gs1/element-string.ts';
import { readSscc } from './gs1/keys.ts';
import { readUld } from './iata/uld.ts';
import type { IdentifierProblem } from './identifier.ts';

export function readHandlingUnit(text: string): Result<HandlingUnitId, IdentifierProblem> {
  const scanned = text.trim();
  if (/^https?:/i.test(scanned)) return unitIn(readDigitalLink(scanned));
  if (/^\((?!00\))\d{2,4}\)/.test(scanned) || scanned.slice(1).includes('(')) return unitIn(readBracketed(scanned));
  const plain = scanned.replace(/^\][A-Za-z]\d/, '');
  if (scanned.includes(GROUP_SEPARATOR) || (plain !== scanned && !/^00\d{18}$/.test(plain)) || /^00\d{18}\d/.test(plain)) return unitIn(readScan(scanned));
  if (/^[A-Za-z][A-Za-z0-9]{2}[\s.-]?\d/.test(scanned)) {
    const uld = readUld(scanned);
    return uld.ok ? ok(uld.value.id) : uld;
  }
  const sscc = readSscc(scanned);
  return sscc.ok ? ok(HandlingUnitId.parse(sscc.value)) : sscc;
}

/** A label tells its unit; a maker's barcode tells only what the goods are. */
function unitIn(read: Result<readonly Element[], readonly IdentifierProblem[]>): Result<HandlingUnitId, IdentifierProblem> {
  if (!read.ok) return err(read.error[0] ?? { message: 'the barcode cannot be read', remedy: 'scan it again' });
  const sscc = read.value.find(({ ai }) => ai === '00');
  return sscc === undefined
    ? err({ message: 'this barcode says what the goods are, not which carton or pallet', remedy: 'scan the label with the SSCC, the one that begins with (00)' })
    : ok(HandlingUnitId.parse(sscc.value));
}
