// What a GS1 barcode holds: element strings, each an application identifier and its value. From what a scanner sends and from
// what people read in brackets, and back. All that is wrong is said at once, with the character at which it begins.
// GS1 General Specifications, 5.9 and 7.8.

import { invariant, err, ok, type Result } from '../../domain/result.ts';
import type { IdentifierProblem } from '../identifier.ts';
import { applicationIdentifier, matches, type ApplicationIdentifier } from './application-identifiers.ts';
import { faultOf } from './value.ts';

export interface Element {
  readonly ai: string;
  readonly value: string;
}

/** FNC1 as a scanner sends it, after a field of open length. */
export const GROUP_SEPARATOR = '\u001d';
/** What a scanner puts in front: GS1-128, GS1 DataMatrix, GS1 QR, GS1 DataBar. */
const SYMBOLOGIES = /^\](C1|d2|Q3|e0)/;

/** What a scanner sends → the element strings, in their order. */
export function readScan(text: string): Result<readonly Element[], readonly IdentifierProblem[]> {
  const front = SYMBOLOGIES.exec(text)?.[0].length ?? 0;
  const elements: (Element & { readonly at: number })[] = [];
  let at = front;
  while (at < text.length) {
    if (text[at] === GROUP_SEPARATOR) {
      at++;
      continue;
    }
    const known = [2, 3, 4].map((length) => applicationIdentifier(text.slice(at, at + length))).find((it) => it !== undefined);
    if (known === undefined) return err([unknownIdentifier(text.slice(at, at + 4), at + 1)]);
    const start = at + known.ai.length;
    const separator = text.indexOf(GROUP_SEPARATOR, start);
    const longest = start + lengthOf(known).most;
    const stop = known.preDefined ? Math.min(longest, text.length) : separator === -1 ? text.length : separator;
    elements.push({ ai: known.ai, value: text.slice(start, stop), at: start + 1 });
    at = stop;
  }
  return examined(elements);
}

/** What people read under a barcode, `(00)106141412345678908(400)A-17` → the element strings. A value may not hold a bracketed number of its own. */
export function readBracketed(text: string): Result<readonly Element[], readonly IdentifierProblem[]> {
  const written = text.trim();
  const heads = [...written.matchAll(/\((\d{2,4})\)/g)];
  if (heads[0]?.index !== 0) return err([{ at: 1, message: 'it does not begin with an application identifier in brackets', remedy: 'write it as it stands under the barcode, such as (00)106141412345678908' }]);
  const elements = heads.map((head, i) => {
    const start = head.index + head[0].length;
    return { ai: head[1] ?? '', value: written.slice(start, heads[i + 1]?.index ?? written.length).trimEnd(), at: start + 1 };
  });
  const strange = elements.filter(({ ai }) => applicationIdentifier(ai) === undefined);
  return strange.length > 0 ? err(strange.map(({ ai, at }) => unknownIdentifier(ai, at - ai.length - 1))) : examined(elements);
}

/** Element strings that somebody put together: each value fits its identifier, and all of them may stand side by side. */
export const checkElements = (elements: readonly Element[]): Result<readonly Element[], readonly IdentifierProblem[]> => {
  const strange = elements.filter(({ ai }) => applicationIdentifier(ai) === undefined);
  return strange.length > 0 ? err(strange.map(({ ai }) => unknownIdentifier(ai))) : examined(elements);
};

/** What goes into the barcode: a separator after each field of open length, but none at the end. @throws on an unknown identifier */
export const writeScan = (elements: readonly Element[]): string =>
  elements.map(({ ai, value }, i) => ai + value + (i < elements.length - 1 && !describe(ai).preDefined ? GROUP_SEPARATOR : '')).join('');

/** What people read under it. */
export const writeBracketed = (elements: readonly Element[]): string => elements.map(({ ai, value }) => `(${ai})${value}`).join('');

const unknownIdentifier = (ai: string, at?: number): IdentifierProblem => ({
  ...(at === undefined ? {} : { at }),
  message: `“${ai}” begins with no application identifier that we know`,
  remedy: 'scan it again; if it is a maker’s own, type the number under the SSCC barcode',
});

export function describe(ai: string): ApplicationIdentifier {
  const known = applicationIdentifier(ai);
  invariant(known !== undefined, `(${ai}) is an application identifier that we know`);
  return known;
}

const lengthOf = ({ parts }: ApplicationIdentifier): { readonly least: number; readonly most: number } => ({
  least: parts.reduce((sum, part) => sum + part.least, 0),
  most: parts.reduce((sum, part) => sum + part.most, 0),
});

function examined(elements: readonly (Element & { readonly at?: number })[]): Result<readonly Element[], readonly IdentifierProblem[]> {
  const problems = [...elements.flatMap(({ ai, value, at }) => faultOf(describe(ai), value, at) ?? []), ...misfits(elements)];
  return problems.length > 0 ? err(problems) : ok(elements.map(({ ai, value }) => ({ ai, value })));
}

/** Two values for one identifier; one that must not stand beside another; one that says nothing without another. */
function misfits(elements: readonly Element[]): IdentifierProblem[] {
  const present = [...new Set(elements.map(({ ai }) => ai))].sort();
  const twice = present.filter((ai) => new Set(elements.filter((it) => it.ai === ai).map(({ value }) => value)).size > 1);
  const excludes = (a: string, b: string): boolean => describe(a).excludes.some((pattern) => matches(b, pattern));
  const rivals = present.flatMap((a, i) => present.slice(i + 1).filter((b) => excludes(a, b) || excludes(b, a)).map((b) => [a, b] as const));
  return [
    ...twice.map((ai) => ({ message: `${nameOf(ai)} is there with different values`, remedy: 'keep the one that is true of this unit' })),
    ...rivals.map(([a, b]) => ({ message: `${nameOf(a)} may not stand beside ${nameOf(b)}`, remedy: 'put them into two barcodes' })),
    ...present.flatMap((ai) => lacking(ai, present)),
  ];
}

/** What must stand beside an identifier and does not; of several ways out the first is proposed. */
function lacking(ai: string, present: readonly string[]): IdentifierProblem[] {
  return describe(ai).requires.flatMap((wanted) => {
    const groups = wanted.split(',').map((group) => group.split('+'));
    if (groups.some((group) => group.every((pattern) => present.some((other) => matches(other, pattern))))) return [];
    const ways = groups.filter((group) => group.every((pattern) => applicationIdentifier(pattern) !== undefined)).map((group) => group.map((pattern) => `(${pattern})`).join(' and '));
    return [{ message: `${nameOf(ai)} says nothing without ${ways.join(' or ')}`, remedy: `add ${ways[0] ?? wanted}` }];
  });
}

const nameOf = (ai: string): string => `(${ai}) ${describe(ai).title}`;
