// What a scanner sent or a person typed → the number of a handling unit: an SSCC alone, as an element string, in brackets, as
// a Digital Link; or a ULD's identifier.

import { HandlingUnitId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readDigitalLink } from '../../standards/gs1/digital-link.ts';
import { readBracketed, readScan, type Element } from '../../standards/gs1/element-string.ts';
import { readSscc } from '../../standards/gs1/keys.ts';
import type { IdentifierProblem } from '../../standards/identifier.ts';
import type { Failure } from '../failure.ts';

const ULD = /^[A-Z][A-Z0-9]{2}\d{4,5}[A-Z0-9]{2,3}$/;

export function unitInCode(code: string): Result<HandlingUnitId, Failure> {
  const text = code.trim();
  const uld = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (ULD.test(uld)) return ok(HandlingUnitId.parse(uld));
  const elements = elementsIn(text);
  if (elements !== null) {
    if (!elements.ok) return err(unreadable(elements.error[0]));
    const sscc = elements.value.find(({ ai }) => ai === '00')?.value;
    return sscc === undefined ? err(unreadable({ message: `it names ${elements.value.map(({ ai }) => `(${ai})`).join(' ')}, and no handling unit (00)`, remedy: 'scan the label of the carton or pallet, with SSCC on it, not the code on the goods' })) : ok(HandlingUnitId.parse(sscc));
  }
  const sscc = readSscc(text);
  return sscc.ok ? ok(HandlingUnitId.parse(sscc.value)) : err(unreadable(sscc.error));
}

/** Null where it is no element string at all, but perhaps a bare number. */
function elementsIn(text: string): Result<readonly Element[], readonly IdentifierProblem[]> | null {
  if (/^https?:/i.test(text)) return readDigitalLink(text);
  if (text.startsWith('(')) return readBracketed(text);
  return text.startsWith(']') || (/^00\d{18}/.test(text) && text.length > 20) ? readScan(text) : null;
}

const unreadable = (problem: IdentifierProblem | undefined): Failure => ({ code: 'unreadable-code', message: problem?.message ?? 'the code is empty', remedy: problem?.remedy ?? 'scan it again, or type the digits under the bars' });
