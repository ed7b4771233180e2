// A GS1 Digital Link: the same element strings as a web address, so that a phone without an app reads the label too. The key
// stands in the path, what qualifies it after it, everything else in the query: https://id.example/00/106141412345678908?400=A-17.
// GS1 Digital Link Standard: URI Syntax 1.3. Uncompressed links only; names in place of numbers (`/sscc/`) are not valid any more.

import { err, ok, type Result } from '../../domain/result.ts';
import type { IdentifierProblem } from '../identifier.ts';
import { applicationIdentifier } from './application-identifiers.ts';
import { checkElements, describe, type Element } from './element-string.ts';

/**
 * @param base where the link leads: scheme, host and possibly a path, `https://airbridge.example/t`; `https://id.gs1.org` is GS1's own
 * @returns the link; or why these element strings make none
 */
export function writeDigitalLink(base: string, elements: readonly Element[]): Result<string, readonly IdentifierProblem[]> {
  const checked = checkElements(elements);
  if (!checked.ok) return checked;
  const keys = elements.filter(({ ai }) => describe(ai).qualifiers !== null);
  const [key] = keys;
  if (key === undefined) return err([{ message: 'a link begins with a key, and none of these is one', remedy: 'add the SSCC (00) or the GTIN (01)' }]);
  const qualifiers = (describe(key.ai).qualifiers ?? []).flatMap((ai) => elements.find((it) => it.ai === ai) ?? []);
  const lost = [key, ...qualifiers].find(({ value }) => value === '.' || value === '..');
  if (lost !== undefined) return err([{ message: `(${lost.ai})${lost.value} cannot stand in a web address, which reads it as a step between folders`, remedy: 'leave it out of the link; the bars hold it' }]);
  const path = [key, ...qualifiers].map(({ ai, value }) => `/${ai}/${encoded(value)}`).join('');
  const rest = elements.filter((it) => it !== key && !qualifiers.includes(it)).map(({ ai, value }) => `${ai}=${encoded(value)}`).join('&');
  return ok(`${base.replace(/\/+$/, '')}${path}${rest === '' ? '' : `?${rest}`}`);
}

const encoded = (value: string): string => encodeURIComponent(value).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A link that somebody scanned, whoever's it is → its element strings; what is no application identifier in the query is left aside. */
export function readDigitalLink(text: string): Result<readonly Element[], readonly IdentifierProblem[]> {
  if (!URL.canParse(text)) return err([{ message: 'this is no web address', remedy: 'scan the square code again; the bars under it hold the SSCC too' }]);
  const { pathname, searchParams } = new URL(text);
  const steps = pathname.split('/');
  const start = steps.findIndex((step, i) => i < steps.length - 1 && (applicationIdentifier(step)?.qualifiers ?? null) !== null);
  const path = start === -1 ? null : pathElements(steps.slice(start));
  if (path === null) return err([{ message: 'this address holds no GS1 key, such as /00/ and an SSCC', remedy: 'scan the square code on the label, not one on the goods' }]);
  const query = [...searchParams].filter(([ai]) => applicationIdentifier(ai) !== undefined).map(([ai, value]) => ({ ai, value }));
  return checkElements([...path, ...query]);
}

/** Key and qualifiers in pairs, the qualifiers in the order of the standard; null where they are not. */
function pathElements(steps: readonly string[]): Element[] | null {
  if (steps.length % 2 !== 0) return null;
  const elements: Element[] = [];
  for (let i = 0; i < steps.length; i += 2) {
    const value = decoded(steps[i + 1] ?? '');
    if (value === null) return null;
    elements.push({ ai: steps[i] ?? '', value });
  }
  const order = elements.slice(1).map(({ ai }) => (describe(elements[0]?.ai ?? '').qualifiers ?? []).indexOf(ai));
  return order.every((place, i) => place > (order[i - 1] ?? -1)) ? elements : null;
}

function decoded(step: string): string | null {
  try {
    return decodeURIComponent(step);
  } catch {
    return null;
  }
}
